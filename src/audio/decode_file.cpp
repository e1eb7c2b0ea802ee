#include "audio/decode_file.h"

namespace attune::audio {

Result<Heard> decode_file(const std::filesystem::path& path, const Listener& listener,
                          const DecoderOptions& options, const Task& task) {
    auto decoder = open_decoder(path, options);
    if (!decoder) return tl::unexpected<Error>(decoder.error());
    Heard heard;
    heard.format = (*decoder)->format();
    if (listener.begin) listener.begin(heard.format);
    for (auto block = (*decoder)->read(); !block.empty(); block = (*decoder)->read()) {
        task.check();
        heard.n_frames += static_cast<std::int64_t>(block.size()) / heard.format.n_channels;
        if (listener.hear) listener.hear(block);
    }
    heard.problems = (*decoder)->problems();
    if (heard.n_frames == 0) return failure(ErrorCode::corrupt_data, "it holds no sound");
    return heard;
}

}  // namespace attune::audio
