#pragma once

#include "features/timbre/mel.h"

#include <vector>

namespace attune::features {

/// How level goes along a track. All 0 for silence.
struct Dynamics {
    float level_deviation_db = 0;  ///< deviation of the level of frames that sound
    float pause_share = 0;         ///< [0, 1]: share of frames at least 25 dB below the loud ones
    float syllable_share = 0;      ///< [0, 1]: of what moves in the voice's bands, how much at 3 to 8 Hz
    float noise_floor_db =
        0;  ///< <= 0: the quietest tenth against the loud frames, mean of bands over 500 Hz
    float floor_flatness = 0;  ///< [0, 1]: how even that floor is over the bands: 1 like noise
};

/// Source: the modulation after E. Scheirer, M. Slaney, "Construction and evaluation of a robust multifeature
/// speech/music discriminator", ICASSP 1997; the floor after R. Martin, "Noise power spectral density
/// estimation based on optimal smoothing and minimum statistics", IEEE TSAP 9(5), 2001.
/// @param centres  Hz, of each mel band
Dynamics dynamics_of(const MelHistory& mel, const std::vector<float>& centres);

}  // namespace attune::features
