#include "audio/ffmpeg_input.h"

#include "core/text.h"

#include <array>
#include <system_error>

extern "C" {
#include <libavformat/avformat.h>
}

namespace attune::audio {
namespace {

// A megabyte tells every kind of file apart, and holds what precedes the first packet; FFmpeg's own 5 MB and
// 5 s are meant for television.
constexpr std::int64_t probe_bytes = 1 << 20;

int is_out_of_patience(void* patience) { return static_cast<const Patience*>(patience)->is_over() ? 1 : 0; }

/// No file may name another one to be opened in its place.
int refuse_to_open(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**) {
    return AVERROR(EPERM);
}

void check_is_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) fail(ErrorCode::not_found, "there is no such file");
    // Reading a pipe or a device might never end.
    if (!std::filesystem::is_regular_file(status)) fail(ErrorCode::invalid_argument, "it is not a file");
    if (std::filesystem::file_size(path, error) == 0 && !error)
        fail(ErrorCode::corrupt_data, "the file is empty");
}

void add_metadata(const AVDictionary* from, std::map<std::string, std::string>& into) {
    const AVDictionaryEntry* entry = nullptr;
    while ((entry = av_dict_get(from, "", entry, AV_DICT_IGNORE_SUFFIX)) != nullptr)
        into.emplace(to_lower_ascii(to_utf8(entry->key)), to_utf8(entry->value));
}

}  // namespace

std::string ffmpeg_message(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

Patience::Patience(double seconds)
    : length_(std::chrono::duration_cast<std::chrono::steady_clock::duration>(
          std::chrono::duration<double>(seconds))) {
    renew();
}

void Patience::renew() noexcept { end_ = std::chrono::steady_clock::now() + length_; }

bool Patience::is_over() const noexcept { return std::chrono::steady_clock::now() > end_; }

FfmpegInput::FfmpegInput(const std::filesystem::path& path, double patience_s) : patience_(patience_s) {
    av_log_set_level(AV_LOG_QUIET);  // what matters comes back as an error code
    check_is_file(path);
    try {
        open_file(path);
        open_container();
        choose_stream();
        packet_ = av_packet_alloc();
        if (packet_ == nullptr) throw std::bad_alloc();
    } catch (...) {
        close();
        throw;
    }
}

FfmpegInput::~FfmpegInput() { close(); }

void FfmpegInput::close() noexcept {
    av_packet_free(&packet_);
    avformat_close_input(&container_);
    avio_closep(&file_);
}

void FfmpegInput::open_file(const std::filesystem::path& path) {
    // "file:" keeps a name such as "http:x.mp3" a name.
    const AVIOInterruptCB interrupt{is_out_of_patience, &patience_};
    const int code =
        avio_open2(&file_, ("file:" + path.string()).c_str(), AVIO_FLAG_READ, &interrupt, nullptr);
    if (code < 0) fail(ErrorCode::unavailable, "it cannot be opened ({})", ffmpeg_message(code));
}

void FfmpegInput::open_container() {
    container_ = avformat_alloc_context();
    if (container_ == nullptr) throw std::bad_alloc();
    container_->pb = file_;
    container_->io_open = refuse_to_open;
    container_->interrupt_callback = {is_out_of_patience, &patience_};
    container_->probesize = probe_bytes;
    // Frees the context where it fails. Without a name nothing is guessed from an ending.
    const int code = avformat_open_input(&container_, nullptr, nullptr, nullptr);
    if (patience_.is_over()) fail(ErrorCode::unavailable, "given up: opening it takes too long");
    if (code < 0 && is_unreadable())
        fail(ErrorCode::unavailable, "it cannot be read ({})", ffmpeg_message(file_->error));
    if (code < 0)
        fail(ErrorCode::corrupt_data, "no audio format is recognised in it ({})", ffmpeg_message(code));
}

void FfmpegInput::choose_stream() {
    for (unsigned i = 0; i < container_->nb_streams; ++i) {
        const bool is_audio = container_->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
        if (!is_audio) container_->streams[i]->discard = AVDISCARD_ALL;
    }
    const int code = avformat_find_stream_info(container_, nullptr);
    if (patience_.is_over()) fail(ErrorCode::unavailable, "given up: finding its sound takes too long");
    if (code < 0 && is_unreadable())
        fail(ErrorCode::unavailable, "it cannot be read ({})", ffmpeg_message(file_->error));
    if (code < 0) fail(ErrorCode::corrupt_data, "its sound cannot be found ({})", ffmpeg_message(code));
    for (unsigned i = 0; i < container_->nb_streams; ++i) {
        AVStream* const stream = container_->streams[i];
        const bool is_audio = stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO;
        if (is_audio && stream_ == nullptr) stream_ = stream;
        stream->discard = stream == stream_ ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    if (stream_ == nullptr) fail(ErrorCode::corrupt_data, "it holds no audio");
}

std::string FfmpegInput::container() const { return container_->iformat->name; }

std::optional<double> FfmpegInput::stated_duration_s() const {
    if (container_->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) return std::nullopt;
    if (stream_->duration != AV_NOPTS_VALUE && stream_->duration > 0)
        return static_cast<double>(stream_->duration) * av_q2d(stream_->time_base);
    if (container_->duration != AV_NOPTS_VALUE && container_->duration > 0)
        return static_cast<double>(container_->duration) / AV_TIME_BASE;
    return std::nullopt;
}

std::map<std::string, std::string> FfmpegInput::metadata() const {
    std::map<std::string, std::string> metadata;
    add_metadata(stream_->metadata, metadata);
    add_metadata(container_->metadata, metadata);
    return metadata;
}

bool FfmpegInput::is_unreadable() const noexcept { return file_->error < 0 && file_->error != AVERROR_EOF; }

const AVPacket* FfmpegInput::read() {
    while (true) {
        av_packet_unref(packet_);
        const int code = av_read_frame(container_, packet_);
        if (patience_.is_over())
            fail(ErrorCode::unavailable, "given up: it gives no more sound in reasonable time");
        if (code == AVERROR_EOF && !is_unreadable()) return nullptr;
        if (code < 0) {
            trouble_ = fmt::format("it cannot be read to its end ({})", ffmpeg_message(code));
            if (is_unreadable()) fail(ErrorCode::unavailable, "{}", trouble_);
            return nullptr;
        }
        if (packet_->stream_index == stream_->index) return packet_;
    }
}

}  // namespace attune::audio
