#include "store/sqlite/sqlite_store.h"

#include <algorithm>

namespace attune::store {
namespace {

bool is_of_artist(library::MarkKind kind) {
    return kind == library::MarkKind::followed_artist || kind == library::MarkKind::banned_artist;
}

/// "A" to "Z", then "A2" and so on.
std::string first_free_letter(const std::vector<std::string>& taken) {
    constexpr int n_letters = 26;
    for (int number = 0;; ++number) {
        std::string name(1, static_cast<char>('A' + number % n_letters));
        if (number >= n_letters) name += std::to_string(1 + number / n_letters);
        if (std::ranges::find(taken, name) == taken.end()) return name;
    }
}

}  // namespace

library::PlaylistId SqliteStore::ensure_playlist(library::PersonId person, std::string_view kind,
                                                 const library::PlaylistEntry& entry) {
    const auto known = database_.first<library::PlaylistId>(
        "SELECT id FROM playlists WHERE person_id = ? AND kind = ? AND name = ? AND number = ?", person, kind,
        entry.playlist_name, entry.playlist_number);
    if (known) return *known;
    database_.run(
        "INSERT INTO main.playlists (person_id, kind, name, number, told_by) VALUES (?, ?, ?, ?, ?)", person,
        kind, entry.playlist_name, entry.playlist_number, import_);
    return {database_.last_id()};
}

std::optional<std::int64_t> SqliteStore::ensure_contributor(library::PersonId person, std::string_view label,
                                                            std::string_view name) {
    const auto with = [&](const std::optional<std::uint64_t>& hash, std::string_view called) {
        database_.run("INSERT INTO main.contributors (person_id, hash, name, told_by) VALUES (?, ?, ?, ?)",
                      person, hash, called, import_);
        return database_.last_id();
    };
    if (!name.empty()) {
        const auto known = database_.first<std::int64_t>(
            "SELECT id FROM contributors WHERE person_id = ? AND name = ?", person, name);
        return known ? *known : with(std::nullopt, name);
    }
    if (label.empty()) return std::nullopt;
    const auto hash = community_.account_hash(label);
    const auto known = database_.first<std::int64_t>(
        "SELECT id FROM contributors WHERE person_id = ? AND hash = ?", person, hash);
    return known ? *known : with(hash, first_free_letter(contributors(person)));
}

Fate SqliteStore::add_playlist_entry(library::PersonId person, std::string_view kind,
                                     const library::PlaylistEntry& entry, std::string_view adder) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const auto track = known_name(entry.track).track;
    const auto playlist = ensure_playlist(person, kind, entry);
    const auto contributor = ensure_contributor(person, entry.added_by, adder);
    const auto n_added = database_.run(
        "INSERT INTO main.playlist_entries (playlist_id, track_id, added_at, contributor_id, told_by) SELECT "
        "?1, ?2, ?3, ?4, ?6 WHERE ?5 > "
        "(SELECT count(*) FROM playlist_entries WHERE playlist_id = ?1 AND track_id = ?2 AND added_at IS ?3) "
        "AND ?5 > (SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM playlist_version_entries WHERE "
        "playlist_id = ?1 AND track_id = ?2 AND added_at IS ?3 GROUP BY number))",
        playlist, track, entry.added_at, contributor, entry.occurrence, import_);
    if (n_added == 0 && contributor) {
        database_.run(
            "UPDATE main.playlist_entries SET contributor_id = ?4, contributor_told_by = ?5 WHERE "
            "playlist_id "
            "= ?1 AND track_id = ?2 AND added_at IS ?3 AND contributor_id IS NULL",
            playlist, track, entry.added_at, contributor, import_);
    }
    if (import_ != 0) tell_entry(playlist, track, entry.added_at, n_added == 0);
    change.commit();
    return n_added > 0 ? Fate::imported : Fate::duplicate;
}

void SqliteStore::tell_entry(library::PlaylistId playlist, library::TrackId track,
                             const std::optional<Timestamp>& added_at, bool was_known) {
    const auto at = added_at.value_or(Timestamp());
    if (was_known) {
        // What was there before it was remembered who told it is told by nobody who can be removed.
        n_told_ += database_.run(
            "INSERT OR IGNORE INTO entry_tellings SELECT 0, ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM "
            "entry_tellings WHERE import_id IN (SELECT id FROM main.imports) AND playlist_id = ?1 AND "
            "track_id = ?2 AND added_at = ?3)",
            playlist, track, at);
    }
    tell("INSERT OR IGNORE INTO entry_tellings VALUES (?, ?, ?, ?)", playlist, track, at);
}

Fate SqliteStore::add_mark(library::PersonId person, const library::Mark& mark) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const bool of_artist = is_of_artist(mark.kind);
    const std::int64_t item =
        of_artist ? ensure_artist(mark.track.artist_name).value : known_name(mark.track).track.value;
    const auto n_added =
        database_.run(of_artist ? "INSERT OR IGNORE INTO main.marked_artists VALUES (?, ?, ?, ?)"
                                : "INSERT OR IGNORE INTO main.marked_tracks VALUES (?, ?, ?, ?)",
                      person, mark.kind, item, import_);
    if (n_added == 0)
        tell("INSERT OR IGNORE INTO mark_tellings VALUES (?, ?, ?, ?)", person, mark.kind, item);
    change.commit();
    return n_added > 0 ? Fate::imported : Fate::duplicate;
}

std::vector<PlaylistRow> SqliteStore::playlists(library::PersonId person) {
    std::vector<PlaylistRow> playlists;
    auto rows = database_.query(
        "SELECT playlists.id, playlists.name, kind, track_id, added_at, coalesce(contributors.name, ''), "
        "playlists.number FROM playlists LEFT JOIN playlist_entries ON playlist_id = playlists.id LEFT JOIN "
        "contributors ON "
        "contributors.id = contributor_id WHERE playlists.person_id = ? ORDER BY playlists.id, "
        "playlist_entries.id",
        person);
    while (rows.next()) {
        const auto id = rows.get<library::PlaylistId>(0);
        if (playlists.empty() || playlists.back().id != id) {
            playlists.push_back({id,
                                 rows.get<std::string>(1),
                                 rows.get<std::string>(2),
                                 {},
                                 static_cast<std::size_t>(rows.get<std::int64_t>(6))});
        }
        if (rows.is_null(3)) continue;
        playlists.back().items.push_back(
            {rows.get<library::TrackId>(3), rows.get<std::optional<Timestamp>>(4), rows.get<std::string>(5)});
    }
    return playlists;
}

std::vector<std::string> SqliteStore::contributors(library::PersonId person) {
    std::vector<std::string> names;
    auto rows = database_.query("SELECT name FROM contributors WHERE person_id = ? ORDER BY id", person);
    while (rows.next()) names.push_back(rows.get<std::string>(0));
    return names;
}

void SqliteStore::rename_contributor(library::PersonId person, std::string_view from, std::string_view to) {
    require(!to.empty(), "the name of whoever added tracks must not be empty");
    Change change(*this);
    const auto names = contributors(person);
    const auto is_known = [&](std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    };
    if (!is_known(from)) fail(ErrorCode::not_found, "nobody who added to playlists is called '{}'", from);
    if (from != to && is_known(to)) fail(ErrorCode::conflict, "somebody else is called '{}' already", to);
    database_.run("UPDATE main.contributors SET name = ? WHERE person_id = ? AND name = ?", to, person, from);
    change.commit();
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
