#include "store/sqlite/sqlite_store.h"

namespace attune::store {
namespace {

bool is_of_artist(library::MarkKind kind) {
    return kind == library::MarkKind::followed_artist || kind == library::MarkKind::banned_artist;
}

}  // namespace

library::PlaylistId SqliteStore::ensure_playlist(library::PersonId person, std::string_view kind,
                                                 const library::PlaylistEntry& entry) {
    const auto known = database_.first<library::PlaylistId>(
        "SELECT id FROM playlists WHERE person_id = ? AND kind = ? AND name = ? AND number = ?", person, kind,
        entry.playlist_name, entry.playlist_number);
    if (known) return *known;
    database_.run("INSERT INTO playlists (person_id, kind, name, number) VALUES (?, ?, ?, ?)", person, kind,
                  entry.playlist_name, entry.playlist_number);
    return {database_.last_id()};
}

Fate SqliteStore::add_playlist_entry(library::PersonId person, std::string_view kind,
                                     const library::PlaylistEntry& entry) {
    Change change(*this);
    const auto track = known_name(entry.track).track;
    const auto playlist = ensure_playlist(person, kind, entry);
    const auto n_added = database_.run(
        "INSERT INTO playlist_entries (playlist_id, track_id, added_at, added_by) SELECT ?1, ?2, ?3, ?4 "
        "WHERE NOT "
        "EXISTS (SELECT 1 FROM playlist_entries WHERE playlist_id = ?1 AND track_id = ?2 AND added_at IS ?3) "
        "AND NOT EXISTS (SELECT 1 FROM playlist_version_entries WHERE playlist_id = ?1 AND track_id = ?2 AND "
        "added_at IS ?3)",
        playlist, track, entry.added_at, entry.added_by);
    change.commit();
    return n_added > 0 ? Fate::imported : Fate::duplicate;
}

Fate SqliteStore::add_mark(library::PersonId person, const library::Mark& mark) {
    Change change(*this);
    const auto n_added = is_of_artist(mark.kind)
                             ? database_.run("INSERT OR IGNORE INTO marked_artists VALUES (?, ?, ?)", person,
                                             mark.kind, ensure_artist(mark.track.artist_name))
                             : database_.run("INSERT OR IGNORE INTO marked_tracks VALUES (?, ?, ?)", person,
                                             mark.kind, known_name(mark.track).track);
    change.commit();
    return n_added > 0 ? Fate::imported : Fate::duplicate;
}

std::vector<PlaylistRow> SqliteStore::playlists(library::PersonId person) {
    std::vector<PlaylistRow> playlists;
    auto rows = database_.query(
        "SELECT playlists.id, name, kind, track_id, added_at FROM playlists LEFT JOIN playlist_entries ON "
        "playlist_id = playlists.id WHERE person_id = ? ORDER BY playlists.id, playlist_entries.id",
        person);
    while (rows.next()) {
        const auto id = rows.get<library::PlaylistId>(0);
        if (playlists.empty() || playlists.back().id != id) {
            playlists.push_back({id, rows.get<std::string>(1), rows.get<std::string>(2), {}});
        }
        if (rows.is_null(3)) continue;
        playlists.back().items.push_back(
            {rows.get<library::TrackId>(3), rows.get<std::optional<Timestamp>>(4)});
    }
    return playlists;
}

std::vector<MarkRow> SqliteStore::marks(library::PersonId person) {
    std::vector<MarkRow> marks;
    auto rows = database_.query(
        "SELECT kind, track_id, 0 AS artist_id FROM marked_tracks WHERE person_id = ?1 UNION ALL SELECT "
        "kind, 0, "
        "artist_id FROM marked_artists WHERE person_id = ?1 ORDER BY kind, track_id, artist_id",
        person);
    while (rows.next()) {
        marks.push_back(
            {rows.get<library::MarkKind>(0), rows.get<library::TrackId>(1), rows.get<library::ArtistId>(2)});
    }
    return marks;
}

}  // namespace attune::store
