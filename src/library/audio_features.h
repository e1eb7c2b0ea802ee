#pragma once

#include "core/matrix.h"

#include <array>
#include <optional>
#include <string_view>

namespace attune::library {

/// One of the thirteen audio features, under Spotify's name and on Spotify's scale.
struct AudioFeatureName {
    std::string_view name;
    float least;  ///< values below are not of this feature
    float most;   ///< values above are not of this feature
};

inline constexpr std::size_t n_audio_features = 13;

/// The thirteen, in the order of AudioFeatures::values.
inline constexpr std::array<AudioFeatureName, n_audio_features> audio_feature_names{{
    {"danceability", 0, 1},
    {"energy", 0, 1},
    {"key", -1, 11},         // pitch class, C = 0; -1 unknown
    {"loudness", -100, 20},  // dB
    {"mode", 0, 1},          // 1 major, 0 minor
    {"speechiness", 0, 1},
    {"acousticness", 0, 1},
    {"instrumentalness", 0, 1},
    {"liveness", 0, 1},
    {"valence", 0, 1},
    {"tempo", 0, 400},          // BPM
    {"time_signature", 0, 12},  // beats per bar
    {"duration_ms", 0, 8.64e7F},
}};

enum class AudioFeature : std::size_t {
    danceability,
    energy,
    key,
    loudness,
    mode,
    speechiness,
    acousticness,
    instrumentalness,
    liveness,
    valence,
    tempo,
    time_signature,
    duration_ms,
};

/// What one provider says of the sound of a track. A value that the provider does not give is missing (NaN),
/// never 0: see core/matrix.h.
struct AudioFeatures {
    std::array<float, n_audio_features> values;

    AudioFeatures() { values.fill(missing); }

    float& operator[](AudioFeature feature) { return values[static_cast<std::size_t>(feature)]; }
    float operator[](AudioFeature feature) const { return values[static_cast<std::size_t>(feature)]; }

    /// True if at least one of the features other than duration_ms is known.
    bool describes_sound() const noexcept;
};

/// The feature of this name, in lower case.
std::optional<AudioFeature> find_audio_feature(std::string_view name) noexcept;

}  // namespace attune::library
