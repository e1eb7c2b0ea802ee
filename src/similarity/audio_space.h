#pragma once

#include "similarity/space.h"

namespace attune::similarity {

/// The audio features that say how a track sounds, as columns in which equal steps sound about equally large:
/// danceability, energy, acousticness, instrumentalness and valence as they are; speechiness and liveness as
/// square roots (nearly all tracks lie close to 0); loudness between -40 and 0 dB; tempo as log2 (0 BPM is
/// unknown). Time signature and duration say when a track ends, not how it sounds.
///
/// @param features  shape (n, 13), Collection::features
/// @return shape (n, 9), missing where the feature is
Matrix sound_columns(const Matrix& features);

/// Key and mode: cosine and sine of the key's place on the circle of fifths (C is as near to G as to F; B is
/// as far from C as D flat is, not eleven steps), then the mode.
/// @return shape (n, 3), missing where the feature is or the key is unknown (-1)
Matrix key_columns(const Matrix& features);

/// How near tracks are in sound: a space of sound_columns() under the measure, joined with the key_columns(),
/// which are scaled one by one and count a tenth: two songs in one key are hardly alike for it. A track of
/// which no sound column is known has no place.
Space make_audio_space(const Matrix& features, Measure measure = Measure::mahalanobis);

/// How near tracks are by their embeddings: every number on the scale of its own spread, then by direction,
/// so that how far from the middle of all music a track lies does not count.
/// @param embeddings  shape (n, d); a row of NaN has no place
Space make_embedding_space(const Matrix& embeddings);

}  // namespace attune::similarity
