#pragma once

#include "core/random.h"
#include "library/audio_features.h"

#include <cstddef>

namespace attune::demo {

/// How an artist sounds besides their genre: one number a direction, standard normal.
struct ArtistSound {
    double brightness = 0;  ///< valence, danceability
    double force = 0;       ///< energy, loudness, less acousticness
    double speed = 0;       ///< tempo
    double voice = 0;       ///< less instrumentalness, more speechiness
};

ArtistSound draw_artist_sound(Random& random);

/// The thirteen features of a track of this genre by an artist of this sound, on Spotify's scales and with
/// its number of digits. They hang together as in real tables: loud is energetic and not acoustic.
library::AudioFeatures draw_features(std::size_t genre, const ArtistSound& artist, Random& random);

/// The same song on a stage: livelier, longer, never quite in tempo.
library::AudioFeatures as_live(library::AudioFeatures features, Random& random);

/// The same song with few instruments.
library::AudioFeatures as_acoustic(library::AudioFeatures features, Random& random);

/// The same song by somebody for a dance floor.
library::AudioFeatures as_remix(library::AudioFeatures features, Random& random);

}  // namespace attune::demo
