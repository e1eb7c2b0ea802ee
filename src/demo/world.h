#pragma once

#include "core/time.h"
#include "demo/sound.h"
#include "library/audio_features.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::demo {

/// What every surface says that shows any of this.
inline constexpr std::string_view simulated_notice =
    "simulated: an invented listener and invented music, no real person and no real artist";

struct WorldOptions {
    std::uint64_t seed = 1;
    std::size_t n_tracks = 20'000;  ///< rows of the catalogue
    std::size_t n_artists = 2'500;
    double years = 3;                             ///< of listening
    double plays_per_day = 36;                    ///< on average, skips included
    Timestamp end = timestamp_of(1'767'225'600);  ///< 2026-01-01, when the export was asked for
};

struct WorldArtist {
    std::string name;
    std::vector<std::size_t> genres;  ///< the first is the main one; see genres()
    ArtistSound sound;
    double fame = 0;  ///< 0-1
    int first_year = 0;
    bool genres_known = true;  ///< stands with genres in the table of artists
    std::vector<std::size_t> tracks;
};

struct WorldTrack {
    std::size_t artist = 0;
    std::vector<std::size_t> other_artists;  ///< "feat."
    std::string title;                       ///< as written, with "- Live at ..." and the like
    std::string release;
    int year = 0;
    std::string spotify_id;        ///< the one in the catalogue
    std::string other_spotify_id;  ///< of another release of the same recording; may be empty
    library::AudioFeatures features;
    int popularity = 0;  ///< 0-100
    bool is_explicit = false;
    bool in_catalogue = true;
    std::size_t recording = 0;  ///< the first track that is the same recording: remasters share it
    std::size_t song = 0;       ///< the first track that is the same song: live versions share it
};

/// Artists and their tracks. Indices into `artists` and `tracks` are how the rest of the room names them.
struct World {
    WorldOptions options;
    std::vector<WorldArtist> artists;
    std::vector<WorldTrack> tracks;
    std::unordered_map<std::string, std::size_t> track_of_id;

    /// The track of a Spotify id (22 characters), whichever of its ids it is.
    std::optional<std::size_t> find_track(std::string_view spotify_id) const;

    const std::string& artist_name(std::size_t track) const { return artists[tracks[track].artist].name; }
    int duration_ms(std::size_t track) const;
    std::size_t main_genre(std::size_t track) const { return artists[tracks[track].artist].genres.front(); }
};

/// A world of music. About an eighth of its tracks are in no catalogue, as in life.
/// @throws Error{invalid_argument} unless there are at least 8 artists and two tracks for each
World make_world(const WorldOptions& options);

}  // namespace attune::demo
