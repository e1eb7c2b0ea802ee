#pragma once

#include "features/onset.h"

#include <array>
#include <cstddef>
#include <vector>

namespace attune::features {

/// How much onset strength resembles itself some frames later, by band: the mean of normalised
/// autocorrelations of overlapping windows of 12 s. 1 at lag 0, 0 where nothing repeats.
///
/// Source: P. Grosche, M. Mueller, F. Kurth, "Cyclic tempogram", ICASSP 2010.
class Periodicity {
  public:
    static constexpr std::size_t window_length = 1024;
    static constexpr std::size_t n_lags = 700;

    explicit Periodicity(const OnsetStrength& onsets);

    /// The highest value within `tolerance` of a lag (a share of it, at least one frame); 0 past the last
    /// lag.
    float near(OnsetBand band, double lag, double tolerance = 0.02) const;

    /// Between frames by a parabola's grace: a line.
    float at(OnsetBand band, double lag) const;

    /// Where the value near a lag is highest, to a part of a frame.
    double peak_near(OnsetBand band, double lag, double tolerance) const;

    /// The autocorrelation of all bands, a row a window: how the tempo goes along the track.
    const std::vector<std::vector<float>>& windows() const noexcept { return windows_; }

  private:
    std::array<std::vector<float>, n_onset_bands> lags_;
    std::vector<std::vector<float>> windows_;
};

}  // namespace attune::features
