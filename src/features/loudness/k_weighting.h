#pragma once

#include "features/front/loops.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

/// Mean power of every tenth of a second as loudness counts it: each channel through the filter of the head and of
/// low hearing, surround channels 1.5 dB up, LFE left out. Four bytes a tenth of a second are kept.
///
/// Source: ITU-R BS.1770-4, 2015, annex 1. (libebur128 does the same; this takes a fifth of its time.)
class KWeighting {
  public:
    /// @param sample_rate  Hz, at least 1000; @param channels in [1, 8]
    KWeighting(double sample_rate, std::size_t channels);

    /// @param interleaved  finite samples, whole frames
    void push(std::span<const float> interleaved);

    /// Sum over the channels of weighted mean power; a last piece that is not full is left out.
    const std::vector<float>& tenths() const noexcept { return tenths_; }

  private:
    void filter(std::size_t pair, const float* first, std::size_t n_frames);

    std::size_t channels_;
    std::size_t frames_a_tenth_;
    std::size_t n_in_tenth_ = 0;
    KFilter filter_;
    std::vector<double> weights_;
    std::vector<KMemory> pairs_;  // of channels that are filtered side by side
    std::vector<float> stereo_;   // a pair that does not lie so
    std::vector<float> tenths_;
};

/// EBU R128 integrated loudness of power by tenths of a second: blocks of 0.4 s, gated at -70 LUFS and 10 LU below
/// their mean; NaN if none passes. LUFS.
float integrated_loudness(std::span<const float> tenths);

/// EBU Tech 3342 loudness range: between the 10th and the 95th percentile of windows of 3 s, gated at -70 LUFS and 20
/// LU below their mean; NaN if none passes. LU.
float loudness_range(std::span<const float> tenths);

}  // namespace attune::features
