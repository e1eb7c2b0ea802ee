#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::audio {

/// A fingerprint as words of 32 bits, about 8 a second. Each says which of its band energies rise: the same
/// recording in another encoding gives nearly the same bits.
using Fingerprint = std::vector<std::uint32_t>;

/// Hears the first two minutes of a recording and writes its fingerprint (Chromaprint, algorithm 2, as
/// AcoustID has them).
class Fingerprinter {
  public:
    /// @throws Error{unavailable} if Chromaprint refuses the format
    Fingerprinter(int sample_rate, int n_channels);
    Fingerprinter(const Fingerprinter&) = delete;
    Fingerprinter& operator=(const Fingerprinter&) = delete;
    ~Fingerprinter();

    /// @param interleaved  shape (n_frames * n_channels,), full scale is [-1, 1]
    void push(std::span<const float> interleaved);

    /// True once it has heard all that it takes.
    bool has_enough() const noexcept { return room_ == 0; }

    /// Ends the hearing. Empty for less than 8 s of sound and for sound that has no character (silence, one
    /// tone): such fingerprints agree with each other and say nothing.
    Fingerprint finish();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
    std::vector<std::int16_t> samples_;
    std::size_t room_;  // samples that it still takes
};

/// As text, as AcoustID and MusicBrainz exchange it. Empty for an empty one.
std::string to_text(const Fingerprint& fingerprint);

/// The fingerprint of a text; empty if the text is none.
Fingerprint parse_fingerprint(std::string_view text);

/// The share of bits in which two fingerprints differ, at the best of the shifts by up to 3 s: near 0 for one
/// recording, near 0.5 for two. 1 if they have less than 8 s in common.
double difference(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// Below this difference two fingerprints are of one recording: other encodings of one recording differ by
/// 0.00 to 0.10, remasters by up to 0.2, other recordings by 0.35 and more (docs/guides/audio.md).
inline constexpr double same_recording = 0.15;

}  // namespace attune::audio
