#pragma once

#include "features/front/stereo.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::features {

/// Turns a stream at one sample rate into one at another, by a Kaiser-windowed sinc in as many phases as the
/// ratio of the rates needs: flat to 0.8 of the lower of the two Nyquist frequencies, 70 dB down a little above it.
///
/// Source: J. O. Smith, "Digital audio resampling", CCRMA, 2002.
class Resampler {
  public:
    /// @param from, to  Hz, whole numbers, at least 1
    Resampler(std::uint32_t from, std::uint32_t to);

    /// Appends to `out` what can be said after these samples.
    void push(std::span<const Stereo> samples, std::vector<Stereo>& out);

    /// Appends the rest, so that n samples have become about n * to / from.
    void flush(std::vector<Stereo>& out);

  private:
    void drain(std::vector<Stereo>& out);

    std::size_t n_phases_;
    std::size_t step_;  // of the position, in 1 / n_phases_ of a sample
    std::size_t n_taps_ = 0;
    std::vector<float> taps_;     // (n_phases_, 2 * n_taps_): each twice, for left and right
    std::vector<float> waiting_;  // left and right by turns
    std::size_t first_ = 0;       // of waiting_ that the next sample needs
    std::size_t phase_ = 0;
};

}  // namespace attune::features
