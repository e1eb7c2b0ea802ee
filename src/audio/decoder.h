#pragma once

#include "core/error.h"
#include "core/options.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::audio {

/// What a file says its sound is.
struct AudioFormat {
    int sample_rate = 0;                      ///< Hz, of the blocks that are read, in [1000, 768000]
    int n_channels = 0;                       ///< of the blocks that are read, in [1, 8]
    std::string codec;                        ///< "mp3", "vorbis", "pcm_s16le", ... (FFmpeg's names)
    std::string container;                    ///< "mp3", "ogg", "wav", ...
    std::optional<double> stated_duration_s;  ///< as its header has it; a guess from the bit rate is left out

    /// Tags as the container has them, keys in lower case. `tags.h` reads them better where it knows the
    /// format.
    std::map<std::string, std::string> metadata;
};

struct DecoderOptions {
    double longest_s = 12 * 3600.0;
    double patience_s = 10;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"longest_s", longest_s, 1, 1e6, "sound after so many seconds is not read"});
        visit(Option<double>{"patience_s", patience_s, 0.1, 1e6,
                             "seconds after which a file that gives no sound is given up"});
    }
};

/// The sound of one file, read once from front to back, in constant memory.
class Decoder {
  public:
    virtual ~Decoder() = default;

    virtual const AudioFormat& format() const noexcept = 0;

    /// The next samples, interleaved, shape (n_frames * n_channels,), full scale is [-1, 1]; empty at the
    /// end. Valid until the next call. Every sample is finite and in [-64, 64] (36 dB above full scale): what
    /// is not is silence. What cannot be decoded is left out; where the format changes on the way (a chained
    /// Ogg), the rest is brought to the first one.
    /// @throws Error{unavailable} if the file cannot be read any more, or gives nothing for too long: what was heard of
    /// it says nothing of its content
    virtual std::span<const float> read() = 0;

    /// What was odd so far, in words: "3 damaged packets were left out".
    virtual std::vector<std::string> problems() const = 0;

  protected:
    Decoder() = default;
    Decoder(const Decoder&) = default;
    Decoder& operator=(const Decoder&) = default;
};

/// Opens the first audio stream of a file; pictures of covers are no audio. The kind of the file is known by
/// its content, not by its name. No other file is opened, whatever this one says (a playlist is not
/// followed).
///
/// The error is corrupt_data with what is wrong with its content (empty, no audio, not a kind of file that is known, more
/// than 8 channels, ...); not_found, invalid_argument or unavailable where another time may do better.
Result<std::unique_ptr<Decoder>> open_decoder(const std::filesystem::path& path,
                                              const DecoderOptions& options = {});

}  // namespace attune::audio
