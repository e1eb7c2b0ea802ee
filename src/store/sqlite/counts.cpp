#include "store/sqlite/sqlite_store.h"

#include <unordered_set>

namespace attune::store {
namespace {

using library::ArtistId;
using library::TrackId;

/// Which tracks have a thing.
std::unordered_set<TrackId> read_set(Rows rows) {
    std::unordered_set<TrackId> tracks;
    while (rows.next()) tracks.insert(rows.get<TrackId>(0));
    return tracks;
}

std::int64_t count(Database& database, std::string_view table_and_condition) {
    return database.first<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table_and_condition))
        .value_or(0);
}

/// What the library holds of one played track.
struct Played {
    TrackId track;
    ArtistId artist;
    std::int64_t n_plays = 0;
    bool artist_has_genres = false;
};

std::vector<Played> read_played(Database& database, library::PersonId person) {
    std::vector<Played> played;
    auto rows = database.query(
        "SELECT track_id, artist_id, n, EXISTS (SELECT 1 FROM artist_genres WHERE artist_genres.artist_id = "
        "tracks.artist_id) FROM (SELECT track_id, count(*) AS n FROM listens WHERE person_id = ? GROUP BY "
        "track_id) "
        "JOIN tracks ON id = track_id",
        person);
    while (rows.next()) {
        played.push_back(
            {rows.get<TrackId>(0), rows.get<ArtistId>(1), rows.get<std::int64_t>(2), rows.get<bool>(3)});
    }
    return played;
}

}  // namespace

Counts SqliteStore::counts(library::PersonId person) {
    const auto reading = read();
    Counts counts;
    counts.library_tracks = count(database_, "tracks");
    counts.library_artists = count(database_, "artists");
    counts.catalogue_tracks = count(database_, "tracks WHERE in_catalogue");
    counts.playlists =
        database_.first<std::int64_t>("SELECT count(*) FROM playlists WHERE person_id = ?", person)
            .value_or(0);
    const auto with_features =
        read_set(database_.query("SELECT DISTINCT track_id FROM features WHERE describes_sound"));
    const auto with_tags = read_set(database_.query("SELECT DISTINCT track_id FROM track_tags"));
    std::unordered_set<ArtistId> artists;
    std::unordered_set<ArtistId> artists_with_genres;
    for (const auto& [track, artist, n_plays, artist_has_genres] : read_played(database_, person)) {
        ++counts.tracks;
        counts.listens += n_plays;
        if (artist) artists.insert(artist);
        if (artist_has_genres) artists_with_genres.insert(artist);
        if (with_features.contains(track)) {
            ++counts.tracks_with_features;
            counts.plays_with_features += n_plays;
        }
        if (artist_has_genres || with_tags.contains(track)) {
            ++counts.tracks_with_genres;
            counts.plays_with_genres += n_plays;
        }
    }
    counts.artists = std::ssize(artists);
    counts.artists_with_genres = std::ssize(artists_with_genres);
    return counts;
}

}  // namespace attune::store
