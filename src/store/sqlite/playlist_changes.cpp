#include "store/rules/undo.h"
#include "store/sqlite/sqlite_store.h"

#include <algorithm>

namespace attune::store {
namespace {

std::vector<PlaylistItemRow> read_items(Rows rows) {
    std::vector<PlaylistItemRow> items;
    while (rows.next())
        items.push_back({rows.get<library::TrackId>(0), rows.get<std::optional<Timestamp>>(1)});
    return items;
}

}  // namespace

library::PlaylistId SqliteStore::ensure_own_playlist(library::PersonId person, std::string_view name) {
    require(!name.empty(), "the name of a playlist must not be empty");
    library::PlaylistEntry entry;
    entry.playlist_name = name;
    Change change(*this);
    const auto playlist = ensure_playlist(person, own_playlist_kind, entry);
    change.commit();
    return playlist;
}

std::int64_t SqliteStore::add_playlist_change(library::PersonId person, std::string_view text, Timestamp at,
                                              std::optional<std::int64_t> undoes) {
    database_.run("INSERT INTO playlist_changes (person_id, at, text, undoes) VALUES (?, ?, ?, ?)", person,
                  at, text, undoes);
    return database_.last_id();
}

std::vector<PlaylistItemRow> SqliteStore::playlist_items(library::PlaylistId playlist) {
    return read_items(database_.query(
        "SELECT track_id, added_at FROM playlist_entries WHERE playlist_id = ? ORDER BY id", playlist));
}

std::vector<PlaylistItemRow> SqliteStore::playlist_version(library::PlaylistId playlist, int number) {
    const auto reading = read();
    if (!database_.first<int>("SELECT 1 FROM playlist_versions WHERE playlist_id = ? AND number = ?",
                              playlist, number)) {
        fail(ErrorCode::not_found, "this playlist has no version {}", number);
    }
    return read_items(
        database_.query("SELECT track_id, added_at FROM playlist_version_entries WHERE playlist_id = ? AND "
                        "number = ? ORDER BY position",
                        playlist, number));
}

int SqliteStore::found_version(library::PlaylistId playlist, std::int64_t change) {
    const auto newest =
        database_.first<int>("SELECT max(number) FROM playlist_versions WHERE playlist_id = ?", playlist);
    if (newest && is_same(playlist_version(playlist, *newest), playlist_items(playlist))) return *newest;
    const int number = newest.value_or(0) + 1;
    database_.run("INSERT INTO playlist_versions VALUES (?, ?, ?, ?, 1)", playlist, number, newest, change);
    database_.run(
        "INSERT INTO playlist_version_entries SELECT playlist_id, ?2, row_number() OVER (ORDER BY id), "
        "track_id, "
        "added_at, contributor_id FROM playlist_entries WHERE playlist_id = ?1",
        playlist, number);
    return number;
}

void SqliteStore::replace_playlist(const PlaylistContent& content, std::int64_t change,
                                   std::optional<int> parent) {
    const auto playlist = content.playlist;
    const int before = found_version(playlist, change);
    const int number = before + 1;
    database_.run("INSERT INTO playlist_versions VALUES (?, ?, ?, ?, 0)", playlist, number,
                  parent ? parent : std::optional(before), change);
    int position = 0;
    for (const auto& item : content.items) {
        // Who added an entry is known from the newest version that has it.
        database_.run(
            "INSERT INTO playlist_version_entries VALUES (?1, ?2, ?3, ?4, ?5, (SELECT contributor_id FROM "
            "playlist_version_entries WHERE playlist_id = ?1 AND track_id = ?4 AND added_at IS ?5 ORDER BY "
            "number "
            "DESC LIMIT 1))",
            playlist, number, ++position, item.track, item.added_at);
    }
    // What an import under way has added stays, and others see it when that is whole.
    database_.run(
        "DELETE FROM main.playlist_entries WHERE id IN (SELECT id FROM playlist_entries WHERE playlist_id = "
        "?)",
        playlist);
    database_.run(
        "INSERT INTO main.playlist_entries (playlist_id, track_id, added_at, contributor_id) SELECT "
        "playlist_id, "
        "track_id, "
        "added_at, contributor_id FROM playlist_version_entries WHERE playlist_id = ? AND number = ? ORDER "
        "BY "
        "position",
        playlist, number);
}

std::int64_t SqliteStore::change_playlists(library::PersonId person,
                                           std::span<const PlaylistContent> contents, std::string_view text,
                                           Timestamp at) {
    Change change(*this, Change::Kind::whole);
    const auto id = add_playlist_change(person, text, at, std::nullopt);
    for (const auto& content : contents) replace_playlist(content, id, std::nullopt);
    change.commit();
    return id;
}

std::int64_t SqliteStore::undo_playlist_change(library::PersonId person, std::int64_t undone, Timestamp at) {
    Change change(*this, Change::Kind::whole);
    const auto all = playlist_changes(person);
    const auto& row = change_to_undo(all, undone);
    const auto id = add_playlist_change(person, fmt::format("undo: {}", row.text), at, undone);
    for (const auto playlist : row.playlists) {
        const auto number = database_.first<int>(
            "SELECT number FROM playlist_versions WHERE playlist_id = ? AND change_id = ? AND NOT is_found",
            playlist, undone);
        const auto parent = database_.first<int>(
            "SELECT parent FROM playlist_versions WHERE playlist_id = ? AND number = ?", playlist, number);
        const PlaylistContent content{
            playlist,
            items_without_change(playlist_version(playlist, parent.value()),
                                 playlist_version(playlist, number.value()), playlist_items(playlist))};
        const auto before = database_.first<int>(
            "SELECT parent FROM playlist_versions WHERE playlist_id = ? AND number = ?", playlist, parent);
        replace_playlist(content, id, before);
    }
    change.commit();
    return id;
}

std::vector<PlaylistChangeRow> SqliteStore::playlist_changes(library::PersonId person) {
    std::vector<PlaylistChangeRow> changes;
    auto rows = database_.query(
        "SELECT change.id, change.at, change.text, change.undoes, EXISTS (SELECT 1 FROM playlist_changes "
        "WHERE "
        "undoes = change.id), playlist_id FROM playlist_changes AS change LEFT JOIN playlist_versions ON "
        "change_id "
        "= change.id AND NOT is_found WHERE person_id = ? ORDER BY change.id, playlist_id",
        person);
    while (rows.next()) {
        const auto id = rows.get<std::int64_t>(0);
        if (changes.empty() || changes.back().id != id) {
            changes.push_back({id,
                               rows.get<Timestamp>(1),
                               rows.get<std::string>(2),
                               rows.get<std::optional<std::int64_t>>(3),
                               rows.get<bool>(4),
                               {}});
        }
        if (!rows.is_null(5)) changes.back().playlists.push_back(rows.get<library::PlaylistId>(5));
    }
    return changes;
}

std::vector<PlaylistVersionRow> SqliteStore::playlist_versions(library::PlaylistId playlist) {
    std::vector<PlaylistVersionRow> versions;
    auto rows = database_.query(
        "SELECT number, parent, at, CASE WHEN is_found THEN '' ELSE text END, (SELECT count(*) FROM "
        "playlist_version_entries AS entry WHERE entry.playlist_id = version.playlist_id AND entry.number = "
        "version.number) FROM playlist_versions AS version JOIN playlist_changes ON playlist_changes.id = "
        "change_id "
        "WHERE playlist_id = ? ORDER BY number",
        playlist);
    while (rows.next()) {
        versions.push_back({rows.get<int>(0), rows.get<std::optional<int>>(1), rows.get<Timestamp>(2),
                            rows.get<std::string>(3), rows.get<std::int64_t>(4)});
    }
    return versions;
}

void SqliteStore::decide_on_playlist(const PlaylistDecisionRow& decision) {
    Change change(*this);
    database_.run("INSERT INTO playlist_decisions (playlist_id, track_id, keep, at) VALUES (?, ?, ?, ?)",
                  decision.playlist, decision.track, decision.keep, decision.at);
    change.commit();
}

std::vector<PlaylistDecisionRow> SqliteStore::playlist_decisions(library::PersonId person) {
    std::vector<PlaylistDecisionRow> decisions;
    // Of a group, SQLite takes the other columns from the row with the maximum.
    auto rows = database_.query(
        "SELECT playlist_id, track_id, keep, at, max(decision.id) FROM playlist_decisions AS decision JOIN "
        "playlists "
        "ON playlists.id = playlist_id WHERE person_id = ? GROUP BY playlist_id, track_id ORDER BY "
        "playlist_id, "
        "track_id",
        person);
    while (rows.next()) {
        decisions.push_back({rows.get<library::PlaylistId>(0), rows.get<library::TrackId>(1),
                             rows.get<bool>(2), rows.get<Timestamp>(3)});
    }
    return decisions;
}

}  // namespace attune::store
