#pragma once

#include "features/rhythm/periodicity.h"

#include <array>
#include <cstddef>
#include <vector>

namespace attune::features {

/// Multiples of a beat's period at which the periodicity of each band is looked up.
inline constexpr std::array<double, 11> evidence_ratios{0.25,    1.0 / 3, 0.5, 2.0 / 3, 0.75, 1,
                                                        4.0 / 3, 1.5,     2,   3,       4};

/// Tempi (BPM) whose nearness is an input: a prior in steps.
inline constexpr std::array<double, 9> evidence_tempi{45, 60, 75, 90, 107, 127, 150, 180, 215};

/// Multiples of a beat's period at which it is looked up how one band follows another.
inline constexpr std::array<double, 5> evidence_pair_ratios{0, 0.5, 1, 1.5, 2};

/// Multiples at which it is looked up whether bars repeat, in the bass and in all bands.
inline constexpr std::array<double, 2> evidence_bar_ratios{6, 8};

/// Inputs to the choice of a level: periodicities, nearness to tempi, events a beat, how strongly each band begins.
inline constexpr std::size_t n_tempo_evidence =
    evidence_ratios.size() * n_onset_bands + evidence_tempi.size() + n_onset_bands +
    evidence_pair_ratios.size() * onset_pairs.size() + 2 * evidence_bar_ratios.size() + n_onset_bands;

/// One level at which the pulse could be tapped.
struct TempoCandidate {
    double period = 0;  ///< frames
    std::array<float, n_tempo_evidence> evidence{};

    double bpm() const noexcept;
};

/// The levels worth considering, 40 to 240 BPM: the strongest periods and their simple multiples. Empty if
/// nothing repeats.
std::vector<TempoCandidate> tempo_candidates(const OnsetStrength& onsets, const Periodicity& periodicity);

}  // namespace attune::features
