#pragma once

#include "features/chroma.h"
#include "features/frames.h"
#include "features/glides.h"
#include "features/mel.h"
#include "features/stereo.h"
#include "features/timbre.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::features {

/// Hz at which everything but loudness is heard: what is above 11 kHz tells little of tempo, key or mood.
inline constexpr std::uint32_t working_rate = 22050;

/// Short frames, for what changes quickly: 46 ms every 11.6 ms.
inline constexpr std::size_t short_length = 1024;
inline constexpr std::size_t short_hop = 256;
inline constexpr double frames_per_s = static_cast<double>(working_rate) / short_hop;
inline constexpr std::size_t n_mels = 40;

/// Long frames, for pitch: 372 ms every 186 ms.
inline constexpr std::size_t long_length = 8192;
inline constexpr std::size_t long_hop = 4096;

/// What is taken from the samples while they pass, all descriptors from the same frames.
class Listening {
  public:
    Listening();

    /// @param samples  at working_rate
    void push(std::span<const Stereo> samples);
    void end();

    const MelHistory& mel() const noexcept { return mel_; }
    const PitchCollector& pitch() const noexcept { return pitch_; }
    const TimbreCollector& timbre() const noexcept { return timbre_; }
    const GlideCollector& glides() const noexcept { return glides_; }
    const MelBands& mel_bands() const noexcept { return bands_; }

  private:
    void hear();

    Frames short_frames_;
    Frames long_frames_;
    MelBands bands_;
    PitchCollector pitch_;
    TimbreCollector timbre_;
    GlideCollector glides_;
    std::size_t n_short_ = 0;
    MelHistory mel_{n_mels};
    std::vector<float> mel_power_;
};

}  // namespace attune::features
