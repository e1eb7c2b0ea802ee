#pragma once

#include "core/matrix.h"
#include "core/time.h"
#include "library/ids.h"
#include "library/listen.h"
#include "library/playlist.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::library {

/// Rows of the tables of one Collection; not to be stored. TrackIndex is also the row in `features`.
using TrackIndex = std::uint32_t;
using ArtistIndex = std::uint32_t;
using SongIndex = std::uint32_t;
using GenreIndex = std::uint32_t;

struct CollectionTrack {
    TrackId id;
    ArtistIndex artist = 0;
    std::vector<ArtistIndex> other_artists;
    SongIndex song = 0;  ///< the same for all versions of one song by one artist
    std::string artist_name;
    std::string track_name;
    std::string release_name;
    std::string version;  ///< "live", "acoustic", ...; empty for the usual one
    std::string spotify_id;
    std::optional<int> duration_ms;
    std::optional<int> release_year;
    std::optional<float> popularity;  ///< 0-100
    std::optional<bool> is_explicit;
    bool in_catalogue = false;     ///< may be offered
    std::vector<GenreIndex> tags;  ///< what catalogues call this very track
};

struct CollectionArtist {
    ArtistId id;
    std::string name;
    std::vector<GenreIndex> genres;  ///< canonical names, see Collection::genres
};

/// By ArtistIndex: genres of an artist, or where it has none the tags of its tracks.
using GenresOfArtists = std::vector<std::vector<GenreIndex>>;

/// All that a library knows of music, as dense tables for algorithms. Shared by all people of the library.
struct Collection {
    std::vector<CollectionTrack> tracks;
    std::vector<CollectionArtist> artists;
    std::vector<std::string> genres;  ///< canonical names, ascending
    std::size_t n_songs = 0;

    /// Shape (n_tracks, 13), the thirteen audio features; missing where no provider knows them. All values are
    /// of providers on one scale: see `feature_scale`.
    Matrix features;
    std::string feature_scale;  ///< "spotify" for catalogues

    /// artist_genres() of a collection that does not change any more, so that nobody works it out again; null before.
    std::shared_ptr<const GenresOfArtists> known_artist_genres = nullptr;
};

/// Those that are known, else worked out now.
std::shared_ptr<const GenresOfArtists> artist_genres(const Collection& collection);

/// One play, by track index.
struct Play {
    Timestamp listened_at;
    Timestamp ended_at;
    TrackIndex track = 0;
    std::optional<int> ms_played;
    PlayReason reason_start = PlayReason::unknown;
    PlayReason reason_end = PlayReason::unknown;
    std::optional<bool> skipped;
};

struct CollectionPlaylistItem {
    TrackIndex track = 0;
    std::optional<Timestamp> added_at;
};

struct CollectionPlaylist {
    std::string name;
    std::vector<CollectionPlaylistItem> items;
};

struct TrackLabel {
    TrackIndex track = 0;
    LabelValue value = LabelValue::like;
    Timestamp at;
};

/// All that one person did.
struct History {
    std::vector<Play> plays;  ///< in the order of listened_at
    std::vector<CollectionPlaylist> playlists;
    std::vector<TrackIndex> saved_tracks;
    std::vector<TrackIndex> banned_tracks;
    std::vector<ArtistIndex> followed_artists;
    std::vector<ArtistIndex> banned_artists;  ///< banned in the source or blocked here
    std::vector<TrackLabel> labels;
    std::vector<TrackIndex> offered;  ///< in cycles that are over
};

/// What was known of a person at a moment: plays that began, playlist entries that were added and labels that
/// were given before it. Entries without a date, and marks, are part of it only if `with_undated` is said: at a
/// moment of the past nobody can tell whether they were there.
History known_before(const History& history, Timestamp moment, bool with_undated);

}  // namespace attune::library
