#include "core/text.h"
#include "store/rules/name_key.h"
#include "store/sqlite/sqlite_store.h"

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

ArtistRow read_artist(const Rows& rows) {
    return {rows.get<ArtistId>(0), rows.get<std::string>(1), rows.get<std::string>(2), {}};
}

/// Calls add(item, rows) for each row, whose first column is the id of an item in rising order, with that item.
template <class Item, class Add>
void join(std::vector<Item>& items, Rows rows, Add add) {
    auto item = items.begin();
    while (rows.next()) {
        const auto id = rows.get<decltype(item->id)>(0);
        while (item != items.end() && item->id < id) ++item;
        if (item != items.end() && item->id == id) add(*item, rows);
    }
}

void add_genre(ArtistRow& artist, const Rows& rows) { artist.genres.push_back(rows.get<std::string>(1)); }

/// The first catalogue that states a value has it.
void add_entry(TrackRow& track, const Rows& rows) {
    if (!track.popularity) track.popularity = rows.get<std::optional<float>>(1);
    if (!track.is_explicit) track.is_explicit = rows.get<std::optional<bool>>(2);
    if (!track.release_year) track.release_year = rows.get<std::optional<int>>(3);
}

}  // namespace

std::vector<TrackRow> SqliteStore::tracks() {
    const auto reading = read();
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
    const auto reading = read();
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

std::vector<TrackRow> SqliteStore::tracks_titled(std::string_view title) {
    const auto reading = read();
    const std::string folded = fold(title);
    std::vector<TrackRow> tracks;
    for (const auto id : database_.query_all<TrackId>(
             "SELECT id FROM tracks WHERE title_hash = ? ORDER BY id", title_hash(title))) {
        auto row = track(id);
        if (row && fold(row->track_name) == folded) tracks.push_back(std::move(*row));
    }
    return tracks;
}

std::vector<ArtistRow> SqliteStore::artists() {
    const auto reading = read();
    std::vector<ArtistRow> artists;
    auto rows = database_.query("SELECT id, name, key FROM artists ORDER BY id");
    while (rows.next()) artists.push_back(read_artist(rows));
    join(artists,
         database_.query("SELECT DISTINCT artist_id, name FROM artist_genres JOIN tags ON tags.id = tag_id "
                         "ORDER BY artist_id, tag_id"),
         add_genre);
    return artists;
}

std::optional<ArtistRow> SqliteStore::artist(ArtistId id) {
    const auto reading = read();
    std::vector<ArtistRow> artists;
    auto rows = database_.query("SELECT id, name, key FROM artists WHERE id = ?", id);
    if (!rows.next()) return std::nullopt;
    artists.push_back(read_artist(rows));
    join(artists,
         database_.query("SELECT DISTINCT artist_id, name FROM artist_genres JOIN tags ON tags.id = tag_id "
                         "WHERE artist_id = ? ORDER BY tag_id",
                         id),
         add_genre);
    return std::move(artists.front());
}

}  // namespace attune::store
