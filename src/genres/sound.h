#pragma once

#include "core/matrix.h"
#include "library/audio_features.h"
#include "library/collection.h"

#include <array>
#include <span>

namespace attune::genres {

/// The features by which genres are told: all that do not depend on the song rather than its kind (key,
/// metre).
inline constexpr std::array<library::AudioFeature, 11> sound_features{
    library::AudioFeature::danceability,     library::AudioFeature::energy,
    library::AudioFeature::loudness,         library::AudioFeature::mode,
    library::AudioFeature::speechiness,      library::AudioFeature::acousticness,
    library::AudioFeature::instrumentalness, library::AudioFeature::liveness,
    library::AudioFeature::valence,          library::AudioFeature::tempo,
    library::AudioFeature::duration_ms,
};

/// Rows of all features as rows of sound_features, durations as logarithms; shape (n_rows, 11), NaN missing.
/// A tempo of 0 is one that was not found.
Matrix sound_of(const Matrix& features);

/// The mean sound of each artist's tracks, shape (n_artists, 11); NaN where none is known.
Matrix artist_sound(const library::Collection& collection);

}  // namespace attune::genres
