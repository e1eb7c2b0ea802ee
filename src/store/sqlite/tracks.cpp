#include "store/sqlite/sqlite_store.h"

#include <unordered_set>

namespace attune::store {
namespace {

using library::ArtistId;
using library::TrackId;

constexpr std::string_view track_columns =
    "SELECT tracks.id, artist_id, coalesce(nullif(tracks.artist_name, ''), artists.name, ''), track_name, "
    "release_name, title_key, version_key, spotify_id, duration_ms, in_catalogue FROM tracks LEFT JOIN "
    "artists ON "
    "artists.id = artist_id";

TrackRow read_track(const Rows& rows) {
    TrackRow track;
    track.id = rows.get<TrackId>(0);
    track.artist = rows.get<ArtistId>(1);
    track.artist_name = rows.get<std::string>(2);
    track.track_name = rows.get<std::string>(3);
    track.release_name = rows.get<std::string>(4);
    track.title_key = rows.get<std::string>(5);
    track.version_key = rows.get<std::string>(6);
    track.spotify_id = rows.get<std::string>(7);
    track.duration_ms = rows.get<std::optional<int>>(8);
    track.in_catalogue = rows.get<bool>(9);
    return track;
}

/// Calls add(track, rows) for each row, whose first column is a track id in rising order, with its track.
template <class Add>
void join(std::vector<TrackRow>& tracks, Rows rows, Add add) {
    auto track = tracks.begin();
    while (rows.next()) {
        const auto id = rows.get<TrackId>(0);
        while (track != tracks.end() && track->id < id) ++track;
        if (track != tracks.end() && track->id == id) add(*track, rows);
    }
}

/// The first catalogue that states a value has it.
void add_entry(TrackRow& track, const Rows& rows) {
    if (!track.popularity) track.popularity = rows.get<std::optional<float>>(1);
    if (!track.is_explicit) track.is_explicit = rows.get<std::optional<bool>>(2);
    if (!track.release_year) track.release_year = rows.get<std::optional<int>>(3);
}

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

std::vector<TrackRow> SqliteStore::tracks() {
    std::vector<TrackRow> tracks;
    auto rows = database_.query(fmt::format("{} ORDER BY tracks.id", track_columns));
    while (rows.next()) tracks.push_back(read_track(rows));
    join(tracks,
         database_.query(
             "SELECT track_id, popularity, is_explicit, release_year FROM catalogue_entries ORDER BY "
             "track_id, provider_id"),
         add_entry);
    join(tracks, database_.query("SELECT track_id, artist_id FROM track_artists ORDER BY track_id, position"),
         [](TrackRow& track, const Rows& row) { track.other_artists.push_back(row.get<ArtistId>(1)); });
    return tracks;
}

std::optional<TrackRow> SqliteStore::track(TrackId id) {
    std::vector<TrackRow> tracks;
    auto rows = database_.query(fmt::format("{} WHERE tracks.id = ?", track_columns), id);
    if (!rows.next()) return std::nullopt;
    tracks.push_back(read_track(rows));
    join(
        tracks,
        database_.query("SELECT track_id, popularity, is_explicit, release_year FROM catalogue_entries WHERE "
                        "track_id = ? ORDER BY provider_id",
                        id),
        add_entry);
    join(tracks,
         database_.query("SELECT track_id, artist_id FROM track_artists WHERE track_id = ? ORDER BY position",
                         id),
         [](TrackRow& track, const Rows& row) { track.other_artists.push_back(row.get<ArtistId>(1)); });
    return std::move(tracks.front());
}

std::vector<ArtistRow> SqliteStore::artists() {
    std::vector<ArtistRow> artists;
    auto rows = database_.query("SELECT id, name, key FROM artists ORDER BY id");
    while (rows.next()) {
        artists.push_back({rows.get<ArtistId>(0), rows.get<std::string>(1), rows.get<std::string>(2), {}});
    }
    auto genres = database_.query(
        "SELECT DISTINCT artist_id, name FROM artist_genres JOIN tags ON tags.id = tag_id ORDER BY "
        "artist_id, "
        "tag_id");
    auto artist = artists.begin();
    while (genres.next()) {
        while (artist->id < genres.get<ArtistId>(0)) ++artist;
        artist->genres.push_back(genres.get<std::string>(1));
    }
    return artists;
}

Counts SqliteStore::counts(library::PersonId person) {
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

std::vector<ListenRow> SqliteStore::listens(library::PersonId person) {
    std::vector<ListenRow> listens;
    auto rows = database_.query(
        "SELECT listened_at, ended_at, track_id, nullif(ms_played, -1), reason_start, reason_end, skipped, "
        "shuffle, "
        "platform, source FROM listens WHERE person_id = ? ORDER BY listened_at, ended_at, id",
        person);
    while (rows.next()) {
        ListenRow listen;
        listen.listened_at = rows.get<Timestamp>(0);
        listen.ended_at = rows.get<Timestamp>(1);
        listen.track = rows.get<TrackId>(2);
        listen.ms_played = rows.get<std::optional<int>>(3);
        listen.reason_start = rows.get<library::PlayReason>(4);
        listen.reason_end = rows.get<library::PlayReason>(5);
        listen.skipped = rows.get<std::optional<bool>>(6);
        listen.shuffle = rows.get<std::optional<bool>>(7);
        listen.platform = rows.get<library::Platform>(8);
        listen.source = rows.get<library::ListenSource>(9);
        listens.push_back(listen);
    }
    return listens;
}

}  // namespace attune::store
