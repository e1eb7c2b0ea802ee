#pragma once

#include "features/rhythm/periodicity.h"

#include <array>
#include <cstddef>

namespace attune::features {

/// Beats a bar that are told apart; 6 is two or four beats of three parts each.
inline constexpr std::array<int, 5> metres{3, 4, 5, 6, 7};
inline constexpr std::size_t n_metres = metres.size();

/// Multiples of the beat at which the periodicity of each band is looked up.
inline constexpr std::array<double, 10> metre_ratios{1.0 / 3, 0.5, 2.0 / 3, 2, 3, 4, 5, 6, 7, 8};
inline constexpr std::size_t n_metre_evidence = metre_ratios.size() * n_onset_bands;
using MetreEvidence = std::array<float, n_metre_evidence>;

/// @param period  of the beat, frames
MetreEvidence metre_evidence(const Periodicity& periodicity, double period);

struct Metre {
    int beats_a_bar = 4;
    float chance = 0;  ///< [0, 1]
};

/// The most likely metre, by a linear model trained on renders.
Metre choose_metre(const MetreEvidence& evidence);

}  // namespace attune::features
