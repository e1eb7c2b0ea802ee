#pragma once

#include <vector>

namespace attune::features {

/// Where the beats are, frames, rising: the sequence that best agrees with both the onsets and the period.
/// Empty for a period of 0 or fewer frames than one period.
///
/// Source: D. Ellis, "Beat tracking by dynamic programming", J. New Music Research 36(1), 2007.
/// @param strength  onset strength, shape (n_frames,)
/// @param period    frames a beat
std::vector<double> track_beats(const std::vector<float>& strength, double period);

}  // namespace attune::features
