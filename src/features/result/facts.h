#pragma once

#include "core/matrix.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace attune::features {

/// Numbers about a whole track of which the mood-like features are made, and descriptors of their own.
enum class Fact : std::size_t {
    loudness_lufs,       ///< EBU R128, -70 for silence
    brightness_octaves,  ///< log2 of the mean spectral centroid in Hz
    flatness,            ///< mean spectral flatness
    high_share,          ///< of the power, above 4 kHz
    low_share,           ///< of the power, below 150 Hz
    crossing_deviation,  ///< of the zero crossing rate: voiced against unvoiced
    contrast_db,         ///< mean of the octaves' spectral contrast
    timbre_change,       ///< mean deviation of the changes of MFCC 1 to 6: how much the shape of the spectrum
                         ///< moves
    onsets_per_s,
    onset_strength_db,  ///< mean onset strength
    pulse,
    steadiness,
    bass_pulse,     ///< [0, 1]: how much of the bass repeats with one, two or four beats
    dance_tempo,    ///< [0, 1]: nearness of the tempo to 118 BPM
    tempo_octaves,  ///< log2 of the tempo in BPM
    majorness,      ///< [-1, 1]: the best major key's correlation less the best minor key's
    key_strength,
    tonal_share,       ///< of the power in long frames, in spectral peaks
    tuning_agreement,  ///< how well all pitches agree on one tuning
    level_deviation_db,
    pause_share,
    syllable_share,
    noise_floor_db,
    floor_flatness,
    gliding_share,  ///< of what stands out of the spectrum between 250 and 3,500 Hz
};

inline constexpr std::array<std::string_view, 25> fact_names{"loudness_lufs",
                                                             "brightness_octaves",
                                                             "flatness",
                                                             "high_share",
                                                             "low_share",
                                                             "crossing_deviation",
                                                             "contrast_db",
                                                             "timbre_change",
                                                             "onsets_per_s",
                                                             "onset_strength_db",
                                                             "pulse",
                                                             "steadiness",
                                                             "bass_pulse",
                                                             "dance_tempo",
                                                             "tempo_octaves",
                                                             "majorness",
                                                             "key_strength",
                                                             "tonal_share",
                                                             "tuning_agreement",
                                                             "level_deviation_db",
                                                             "pause_share",
                                                             "syllable_share",
                                                             "noise_floor_db",
                                                             "floor_flatness",
                                                             "gliding_share"};
inline constexpr std::size_t n_facts = fact_names.size();

struct Facts {
    std::array<float, n_facts> values{};

    float& operator[](Fact fact) { return values[static_cast<std::size_t>(fact)]; }
    float operator[](Fact fact) const { return values[static_cast<std::size_t>(fact)]; }
};

}  // namespace attune::features
