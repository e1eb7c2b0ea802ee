#pragma once

#include "features/front/frames.h"
#include "features/front/rates.h"
#include "features/front/stereo.h"
#include "features/timbre/mel.h"
#include "features/timbre/timbre.h"
#include "features/tonal/chroma.h"
#include "features/tonal/glides.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

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
