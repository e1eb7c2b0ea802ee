#include "core/json.h"
#include "core/text.h"
#include "library/identity.h"
#include "library/track_number.h"
#include "store/rules/name_key.h"
#include "store/rules/undo.h"
#include "store/sqlite/row_log.h"
#include "store/sqlite/sqlite_store.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace attune::store {
namespace {

using library::TrackId;

/// The tables whose rows go along when a track becomes another.
constexpr std::array<std::string_view, 12> tables_of_tracks{"listens",
                                                            "playlist_entries",
                                                            "playlist_version_entries",
                                                            "playlist_decisions",
                                                            "marked_tracks",
                                                            "label_changes",
                                                            "candidates",
                                                            "features",
                                                            "catalogue_entries",
                                                            "track_tags",
                                                            "track_artists",
                                                            "audio_files"};

std::string subject_of(TrackId track) { return library::track_number(track); }
std::string subject_of(const MatchRow& match) { return match.scheme + ':' + match.value; }

/// What several imports said, one row each.
bool has_versions(std::string_view table) { return table == "features" || table == "catalogue_entries"; }

/// Where both tracks have a row, that of `into` stays.
void move_rows(Database& database, TrackId from, TrackId into) {
    for (const auto table : tables_of_tracks) {
        if (has_versions(table)) {
            database.run(fmt::format("DELETE FROM main.{0} WHERE track_id = ? AND provider_id IN (SELECT "
                                     "provider_id FROM main.{0} WHERE track_id = ?)",
                                     table),
                         from, into);
        }
        database.run(fmt::format("UPDATE OR IGNORE main.{} SET track_id = ? WHERE track_id = ?", table), into,
                     from);
        database.run(fmt::format("DELETE FROM main.{} WHERE track_id = ?", table), from);
    }
}

CorrectionRow read_correction(const Rows& rows) {
    return {rows.get<std::int64_t>(0), rows.get<CorrectionKind>(1), rows.get<std::string>(2),
            rows.get<std::string>(3),  rows.get<std::string>(4),    rows.get<TrackId>(5),
            rows.get<TrackId>(6),      rows.get<Timestamp>(7),      rows.get<bool>(8)};
}

}  // namespace

void SqliteStore::join_tracks(RowLog& log, TrackId from, TrackId into) {
    const auto one = track(from);
    const auto other = track(into);
    const Json of_one{{"track_id", from.value}};
    for (const auto table : tables_of_tracks) {
        if (has_versions(table)) {
            const auto sql =
                fmt::format("SELECT DISTINCT provider_id FROM main.{} WHERE track_id = ?", table);
            for (const auto provider : database_.query_all<std::int64_t>(sql, into))
                log.remove(table, {{"track_id", from.value}, {"provider_id", provider}});
        }
        log.change(table, of_one, {{"track_id", into.value}});
    }
    log.change("external_ids", of_one, {{"track_id", into.value}, {"method", "manual"}});
    log.change("track_names", of_one,
               {{"track_id", into.value}, {"kind", static_cast<int>(NameKind::manual)}});
    Json learnt = Json::object();
    if (!other->duration_ms && one->duration_ms) learnt["duration_ms"] = *one->duration_ms;
    if (one->in_catalogue) learnt["in_catalogue"] = 1;
    log.change("tracks", {{"id", into.value}}, learnt);
    log.remove("tracks", {{"id", from.value}});
}

bool SqliteStore::give_name(RowLog& log, const MatchRow& match, TrackId to) {
    const auto own_key = [](const TrackRow& row) {
        return name_key(library::artist_key(row.artist_name),
                        {library::artist_key(row.artist_name), row.title_key, row.version_key});
    };
    const auto key = own_key(*track(to));
    if (key == own_key(*track(match.track))) return false;
    log.remove("track_names",
               {{"name_key", static_cast<std::int64_t>(key)}, {"track_id", match.track.value}});
    return true;
}

TrackId SqliteStore::separate_id(RowLog& log, const MatchRow& match) {
    library::TrackDescription description;
    description.artist_name = match.artist_name;
    description.track_name = match.track_name;
    if (match.scheme == "spotify") description.spotify_id = match.value;
    if (match.scheme == "isrc") description.isrc = match.value;
    if (match.scheme == "mbid") description.recording_mbid = match.value;
    const auto made = make_track(description);
    log.note_added("tracks", {{"id", made.value}});
    log.note_added("track_names", {{"track_id", made.value}});
    log.change("external_ids", {{"scheme", match.scheme}, {"value", match.value}},
               {{"track_id", made.value}, {"method", "manual"}});
    log.change("tracks", {{"id", match.track.value}, {"spotify_id", match.value}}, {{"spotify_id", ""}});
    const auto [by_id, by_names] = refs_of(match);
    for (const auto ref : {by_id, give_name(log, match, made) ? by_names : by_id}) {
        log.change("listens", {{"track_id", match.track.value}, {"ref", static_cast<std::int64_t>(ref)}},
                   {{"track_id", made.value}});
    }
    return made;
}

void SqliteStore::make_correction(const CorrectionRow& correction) {
    const bool joins = correction.kind == CorrectionKind::joined;
    std::optional<MatchRow> match;
    if (!joins) {
        const auto colon = correction.subject.find(':');
        match = match_of_id(correction.subject.substr(0, colon), correction.subject.substr(colon + 1));
        // Made before the recording: others may come to use the artist, who then stays.
        if (!trim(match->artist_name).empty()) ensure_artist(match->artist_name);
    }
    RowLog log(database_, correction.id);
    const auto after = joins ? correction.track_after : separate_id(log, *match);
    if (joins) join_tracks(log, correction.track_before, correction.track_after);
    database_.run("UPDATE corrections SET track_after = ? WHERE id = ?", after, correction.id);
    names_.clear();
}

std::int64_t SqliteStore::add_correction(const CorrectionRow& correction) {
    const auto& c = correction;
    database_.run(
        "INSERT INTO corrections (at, kind, subject, artist_name, track_name, track_before, track_after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        c.at, c.kind, c.subject, c.artist_name, c.track_name, c.track_before, c.track_after);
    return database_.last_id();
}

std::int64_t SqliteStore::merge_tracks(TrackId from, TrackId into, Timestamp at) {
    const IntakeTurn turn(*this);
    require(from != into, "a track cannot be joined into itself");
    Change change(*this, Change::Kind::whole);
    const auto row = track(from);
    if (!row) fail(ErrorCode::not_found, "there is no track {}", from.value);
    if (!track(into)) fail(ErrorCode::not_found, "there is no track {}", into.value);
    CorrectionRow correction{
        0, CorrectionKind::joined, subject_of(from), row->artist_name, row->track_name, from, into, at};
    correction.id = add_correction(correction);
    make_correction(correction);
    change.commit();
    return correction.id;
}

std::int64_t SqliteStore::separate_match(std::string_view scheme, std::string_view value, Timestamp at) {
    const IntakeTurn turn(*this);
    Change change(*this, Change::Kind::whole);
    const auto match = match_of_id(scheme, value);
    if (match.method == "new") {
        fail(ErrorCode::conflict, "{}:{} was not taken for another track: the library has its track from it",
             scheme, value);
    }
    CorrectionRow correction{0,
                             CorrectionKind::separated,
                             subject_of(match),
                             match.artist_name,
                             match.track_name,
                             match.track,
                             match.track,
                             at};
    correction.id = add_correction(correction);
    make_correction(correction);
    // What catalogues say of it went to the other track; reading their rows anew brings it here.
    database_.run(
        "DELETE FROM main.catalogue_rows WHERE provider_id IN (SELECT provider_id FROM catalogue_entries "
        "WHERE "
        "track_id = ?)",
        match.track);
    change.commit();
    return correction.id;
}

std::int64_t SqliteStore::keep_track(TrackId id, Timestamp at) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const auto row = track(id);
    if (!row) fail(ErrorCode::not_found, "there is no track {}", id.value);
    const auto correction = add_correction(
        {0, CorrectionKind::kept, subject_of(id), row->artist_name, row->track_name, id, id, at});
    change.commit();
    return correction;
}

std::int64_t SqliteStore::keep_match(std::string_view scheme, std::string_view value, Timestamp at) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const auto match = match_of_id(scheme, value);
    const auto correction = add_correction({0, CorrectionKind::kept, subject_of(match), match.artist_name,
                                            match.track_name, match.track, match.track, at});
    change.commit();
    return correction;
}

void SqliteStore::give_back_what_came_since(TrackId from, TrackId into) {
    const auto own_names = database_.query_all<std::int64_t>(
        "SELECT name_key FROM track_names WHERE track_id = ?1 AND kind = 0 AND name_key NOT IN (SELECT "
        "name_key "
        "FROM track_names WHERE track_id = ?2)",
        from, into);
    for (const auto name : own_names)
        database_.run("UPDATE main.listens SET track_id = ? WHERE track_id = ? AND name_key = ?", from, into,
                      name);
    const auto ids = read_matches(
        database_.query(fmt::format("{} WHERE track_id = ? AND method = 'manual'", select_matches), into));
    for (const auto& id : ids) {
        const auto key = library::track_key(id.artist_name, id.track_name);
        const auto name = static_cast<std::int64_t>(name_key(key.artist, key));
        if (std::ranges::find(own_names, name) == own_names.end()) continue;
        database_.run(
            "UPDATE main.external_ids SET track_id = ?, method = 'name' WHERE scheme = ? AND value = ?", from,
            id.scheme, id.value);
    }
}

void SqliteStore::take_back_correction(const CorrectionRow& correction) {
    if (correction.kind == CorrectionKind::separated) {
        // All that the track has got since goes with it.
        const auto [before, after] = std::pair(correction.track_before, correction.track_after);
        move_rows(database_, after, before);
        database_.run(
            "UPDATE main.external_ids SET track_id = ? WHERE track_id = ? AND scheme || ':' || value <> ?",
            before, after, correction.subject);
        database_.run("DELETE FROM main.track_names WHERE track_id = ?", after);
    }
    take_back(database_, correction.id);
    if (correction.kind == CorrectionKind::joined)
        give_back_what_came_since(correction.track_before, correction.track_after);
    names_.clear();
}

void SqliteStore::undo_correction(std::int64_t id) {
    const IntakeTurn turn(*this);
    Change change(*this, Change::Kind::whole);
    const auto all = corrections();
    const auto& row = correction_to_undo(all, id);
    if (row.kind != CorrectionKind::kept) take_back_correction(row);
    database_.run("UPDATE corrections SET is_undone = 1 WHERE id = ?", id);
    change.commit();
}

std::vector<CorrectionRow> SqliteStore::corrections() {
    std::vector<CorrectionRow> all;
    auto rows = database_.query(
        "SELECT id, kind, subject, artist_name, track_name, track_before, track_after, at, is_undone FROM "
        "corrections ORDER BY id");
    while (rows.next()) all.push_back(read_correction(rows));
    return all;
}

}  // namespace attune::store
