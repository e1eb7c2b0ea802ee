#pragma once

#include "features/analysis/analysis.h"
#include "features/timbre/mel.h"

#include <array>
#include <vector>

namespace attune::features {

/// What the rhythm of a track is, and what else was learned on the way.
struct HeardRhythm {
    Rhythm rhythm;
    float onset_strength_db = 0;     ///< mean
    float bass_pulse = 0;            ///< [0, 1]: how much of the bass repeats with one, two or four beats
    std::array<float, 8> repeats{};  ///< how much repeats after 1/2, 2, 3, 4 beats: in the bass, in the highs
};

/// Tempo, beats and metre of a track.
/// @param centres  Hz, of each mel band
HeardRhythm find_rhythm(const MelHistory& mel, const std::vector<float>& centres, double duration_s);

}  // namespace attune::features
