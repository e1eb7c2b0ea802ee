#pragma once

#include "library/audio_features.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace attune::features {

/// The version of everything in a TrackAnalysis: it rises with any change of any number. Values and
/// embeddings of two versions are never compared.
inline constexpr int feature_version = 2;

/// Numbers in an embedding of this version.
inline constexpr std::size_t embedding_length = 64;

/// Pulse. Where nothing pulses, tempo_bpm is still the best guess and its confidence low.
struct Rhythm {
    float tempo_bpm = missing;  ///< beats a minute, at the level at which most people tap
    float tempo_alternative =
        missing;                     ///< the other level that a listener may tap; missing if none is likely
    float tempo_confidence = 0;      ///< [0, 1]: how sure tempo_bpm is, level included
    float pulse = 0;                 ///< [0, 1]: how strong the pulse is, at whatever level
    float steadiness = 0;            ///< [0, 1]: 1 = the beats keep one tempo; below 0.5 the tempo changes
    float onsets_per_s = 0;          ///< events a second
    float time_signature = missing;  ///< beats a bar: 3, 4, 5, 7; 6 = two or four beats in three parts (6/8)
    float time_signature_confidence = 0;
    std::vector<float> beats_s;  ///< where the beats are, seconds from the start, rising
};

/// Pitch.
struct Tonality {
    float tuning_cents = 0;    ///< of A4 against 440 Hz, in [-50, 50)
    int key = -1;              ///< pitch class, C = 0; -1 if nothing has a pitch
    int mode = -1;             ///< 1 major, 0 minor; -1 with key -1
    float key_strength = 0;    ///< [0, 1]: correlation with the profile of the key
    float key_confidence = 0;  ///< [0, 1]: how sure the key is against the 23 others
    float majorness = 0;  ///< [-2, 2]: correlation with the best major key less that with the best minor one
    std::array<float, 12> chroma{};  ///< share of each pitch class, C first; sums to 1, or all 0
};

/// Level. Everything but the peaks after ITU-R BS.1770-4 and EBU Tech 3342.
struct Loudness {
    float integrated_lufs = missing;   ///< EBU R128; missing if nothing passes its gate (silence)
    float range_lu = missing;          ///< loudness range (LRA)
    float true_peak_dbtp = missing;    ///< of the loudest channel; only if asked for
    float sample_peak_dbfs = missing;  ///< of the loudest channel; missing for silence
    float clipped_share = 0;           ///< share of samples at or over full scale
};

/// A number about the whole track, under its name in docs/reference/features.md ("mfcc_3_mean").
struct Descriptor {
    std::string name;
    float value;
};

/// What a track sounds like.
struct TrackAnalysis {
    int version = feature_version;
    library::AudioFeatures features;    ///< the thirteen; missing where nothing can be said
    library::AudioFeatures confidence;  ///< of each of the thirteen, in [0, 1]
    Rhythm rhythm;
    Tonality tonality;
    Loudness loudness;
    std::vector<Descriptor> descriptors;  ///< always the same names in the same order
    std::vector<float> embedding;         ///< embedding_length numbers; empty for silence and under a second
    double duration_s = 0;
    std::vector<std::string>
        problems;  ///< "silent", "shorter than 3 s", "clipped", "samples that are no numbers"
};

}  // namespace attune::features
