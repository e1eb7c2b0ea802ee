#pragma once

#include "audio/decoder.h"
#include "core/task.h"

#include <cstdint>
#include <functional>
#include <span>

namespace attune::audio {

/// Somebody who listens to a file: the analyzer, the fingerprinter, a test.
struct Listener {
    std::function<void(const AudioFormat&)> begin;     ///< once, before the first block
    std::function<void(std::span<const float>)> hear;  ///< as Decoder::read() gives them
};

struct Heard {
    AudioFormat format;
    std::int64_t n_frames = 0;  ///< samples of each channel
    std::vector<std::string> problems;

    double duration_s() const noexcept { return static_cast<double>(n_frames) / format.sample_rate; }
};

/// Decodes a whole file for a listener.
/// @return what was heard, or why nothing was: see open_decoder()
/// @throws Error{interrupted}, what Decoder::read() throws, and what the listener throws
Result<Heard> decode_file(const std::filesystem::path& path, const Listener& listener,
                          const DecoderOptions& options = {}, const Task& task = {});

}  // namespace attune::audio
