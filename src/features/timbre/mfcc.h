#pragma once

#include "features/analysis/moments.h"
#include "features/timbre/mel.h"

#include <array>
#include <cstddef>

namespace attune::features {

inline constexpr std::size_t n_mfcc = 13;

/// Mel-frequency cepstral coefficients over the frames in which something sounds, every second frame: the
/// shape of the spectrum, coarse first. Coefficient 0 is level and not of interest on its own; it is held
/// against the loudest frame, so that gain changes nothing.
///
/// Source: S. Davis, P. Mermelstein, "Comparison of parametric representations for monosyllabic word
/// recognition", IEEE TASSP 28(4), 1980.
struct MfccStatistics {
    std::array<Moments, n_mfcc> values;
    std::array<Moments, n_mfcc> changes;  ///< over 93 ms
};

MfccStatistics mfcc_statistics(const MelHistory& mel);

}  // namespace attune::features
