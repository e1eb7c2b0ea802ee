#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

/// The peak of the waveform between the samples: oversampled four times, twice from 96 kHz on, by the windowed sinc of 49
/// taps that libebur128 has; from 192 kHz on that of the samples. Pieces that cannot hold a higher one are passed over.
///
/// Source: ITU-R BS.1770-4, 2015, annex 2. (libebur128 finds the same in twenty times the time.)
class TruePeak {
  public:
    /// @param sample_rate  Hz; @param channels at least 1
    TruePeak(double sample_rate, std::size_t channels);

    /// @param interleaved  finite samples, whole frames
    void push(std::span<const float> interleaved);

    /// The largest absolute value so far, of samples and between them, over all channels.
    float highest() const noexcept { return highest_; }

  private:
    void look_between(std::size_t first, std::size_t n);

    std::size_t channels_;
    std::size_t n_phases_;  // between two samples
    std::size_t n_taps_;
    std::vector<float> taps_;     // (n_phases, n_taps)
    float most_gain_ = 0;         // what lies between samples may be so much higher than all around it
    std::vector<float> samples_;  // n_taps - 1 frames from before, and what came
    float highest_ = 0;
};

}  // namespace attune::features
