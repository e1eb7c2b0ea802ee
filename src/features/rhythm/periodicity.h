#pragma once

#include "features/rhythm/onset.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace attune::features {

/// Pairs of bands of which it is known how one follows the other: a snare comes a beat after a kick.
inline constexpr std::array<std::pair<OnsetBand, OnsetBand>, 4> onset_pairs{
    {{OnsetBand::low, OnsetBand::mid},
     {OnsetBand::low, OnsetBand::high},
     {OnsetBand::mid, OnsetBand::high},
     {OnsetBand::low, OnsetBand::low_mid}}};

/// How much onset strength resembles itself some frames later, by band, and one band another: the mean of
/// normalised correlations of overlapping windows of 12 s. 1 at lag 0 of a band with itself, 0 where nothing
/// repeats.
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

    /// The same of the second of a pair before or after the first: the mean of both.
    float near(std::size_t pair, double lag, double tolerance = 0.02) const;

    /// Where the value near a lag is highest, to a part of a frame.
    double peak_near(OnsetBand band, double lag, double tolerance) const;

    /// The autocorrelation of all bands, a row a window: how the tempo goes along the track.
    const std::vector<std::vector<float>>& windows() const noexcept { return windows_; }

  private:
    std::array<std::vector<float>, n_onset_bands> lags_;
    std::array<std::vector<float>, onset_pairs.size()> pair_lags_;
    std::vector<std::vector<float>> windows_;
};

}  // namespace attune::features
