#pragma once

#include <array>
#include <cstddef>

namespace attune::library {

/// Places in AudioFeatures::values of those that say how a track sounds: danceability, energy, loudness, speechiness,
/// acousticness, instrumentalness, liveness, valence, tempo. Key, mode, metre and length say little about likeness.
inline constexpr std::array<std::size_t, 9> sounding_features{0, 1, 3, 5, 6, 7, 8, 9, 10};

}  // namespace attune::library
