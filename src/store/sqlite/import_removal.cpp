#include "store/rules/listen_place.h"
#include "store/sqlite/sqlite_store.h"
#include "store/sqlite/told.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>

namespace attune::store {
namespace {

/// Runs a statement in which {0} is the number of the import and {1} are all others that are remembered.
void run_for(Database& database, std::string_view sql, std::int64_t import) {
    database.execute(fmt::format(fmt::runtime(sql), import,
                                 fmt::format("(SELECT id FROM main.imports WHERE id <> {})", import)));
}

/// What the import told first and others told again was told first by the first of those from now on; the rest goes.
/// @param again  gives the first other import that told a row of `told`, or null
void give_or_delete(Database& database, std::string_view table, std::string_view again, std::int64_t import) {
    run_for(
        database,
        fmt::format(
            "UPDATE OR IGNORE main.{} AS told SET told_by = coalesce(({}), told_by) WHERE told_by = {{0}}",
            table, again),
        import);
    run_for(database, fmt::format("DELETE FROM main.{} WHERE told_by = {{0}}", table), import);
}

/// Which of several rows of one key is not replaced follows from who told them.
void order_versions(Database& database, std::string_view table, std::int64_t import) {
    run_for(database,
            fmt::format(
                "UPDATE main.{0} AS told SET replaced_by = coalesce((SELECT min(later.told_by) FROM main.{0} "
                "AS later WHERE later.provider_id = told.provider_id AND later.track_id = told.track_id AND "
                "later.told_by > told.told_by), 0) WHERE replaced_by = {{0}}",
                table),
            import);
}

constexpr std::string_view catalogue_again =
    "SELECT min(import_id) FROM catalogue_tellings AS t WHERE t.import_id IN {1} AND t.provider_id = "
    "told.provider_id AND t.track_id = told.track_id";

/// What refers to tracks and keeps them; columns that may be null are asked for.
constexpr auto uses_of_tracks = std::to_array<std::string_view>(
    {"SELECT track_id FROM main.listens", "SELECT track_id FROM main.playlist_entries",
     "SELECT track_id FROM playlist_version_entries", "SELECT track_id FROM playlist_decisions",
     "SELECT track_id FROM main.marked_tracks", "SELECT track_id FROM main.label_changes",
     "SELECT track_id FROM candidates", "SELECT track_id FROM main.features",
     "SELECT track_id FROM main.catalogue_entries", "SELECT track_id FROM main.track_tags",
     "SELECT track_id FROM main.external_ids", "SELECT track_id FROM audio_files WHERE track_id IS NOT NULL",
     "SELECT track_before FROM corrections", "SELECT track_after FROM corrections"});

constexpr auto uses_of_artists = std::to_array<std::string_view>(
    {"SELECT artist_id FROM main.tracks WHERE artist_id IS NOT NULL",
     "SELECT artist_id FROM main.track_artists", "SELECT artist_id FROM main.artist_entries",
     "SELECT artist_id FROM main.artist_genres", "SELECT artist_id FROM main.marked_artists",
     "SELECT artist_id FROM artist_block_changes"});

constexpr auto uses_of_tags = std::to_array<std::string_view>(
    {"SELECT tag_id FROM main.track_tags", "SELECT tag_id FROM main.artist_genres"});

constexpr auto uses_of_providers = std::to_array<std::string_view>(
    {"SELECT provider_id FROM main.catalogue_entries", "SELECT provider_id FROM main.features",
     "SELECT provider_id FROM main.track_tags", "SELECT provider_id FROM main.artist_entries",
     "SELECT provider_id FROM main.artist_genres", "SELECT provider_id FROM main.catalogue_rows"});

/// Deletes what an import has made and nothing refers to.
template <std::size_t n>
void delete_unused(Database& database, std::string_view table, const std::array<std::string_view, n>& uses) {
    auto sql = fmt::format("DELETE FROM main.{} WHERE told_by <> 0", table);
    for (const auto use : uses) sql += fmt::format(" AND id NOT IN ({})", use);
    database.execute(sql);
}

}  // namespace

void SqliteStore::remove_import(std::int64_t import) {
    if (database_.in_transaction() || import_ != 0)
        fail(ErrorCode::conflict, "an import cannot be removed within a transaction or another import");
    const IntakeTurn turn(*this);
    const ForeignKeysOff off(database_);  // each step sees to what refers to its rows
    Change change(*this, Change::Kind::whole);
    if (!database_.first<int>("SELECT 1 FROM imports WHERE id = ?", import))
        fail(ErrorCode::not_found, "there is no import {}", import);
    // Corrections hold rows by which they are taken back: without the import they are made anew.
    auto made = corrections();
    std::erase_if(made, [](const auto& row) { return row.is_undone || row.kind == CorrectionKind::kept; });
    for (const auto& correction : made | std::views::reverse) take_back_correction(correction);
    remove_listens(import);
    remove_entries(import);
    remove_marks(import);
    remove_catalogue(import);
    remove_ids(import);
    remove_what_is_left(import);
    for (const auto& correction : made) make_correction(correction);
    forget_memory();
    change.commit();
}

void SqliteStore::remove_listens(std::int64_t import) {
    run_for(
        database_,
        "UPDATE main.listens AS told SET told_by = again.import_id FROM (SELECT listen_id, min(import_id) AS "
        "import_id FROM listen_tellings WHERE import_id IN {1} GROUP BY listen_id) AS again WHERE told.id = "
        "again.listen_id AND told.told_by = {0}",
        import);
    // Matches of before are worked out anew where they are needed.
    database_.run("DELETE FROM main.listen_matches WHERE replaced_by <> 0");
    database_.run(
        "DELETE FROM main.listen_matches WHERE EXISTS (SELECT 1 FROM main.listens AS poorer WHERE "
        "poorer.told_by "
        "= ? AND poorer.replaced_by <> 0 AND poorer.person_id = listen_matches.person_id AND poorer.source = "
        "listen_matches.source AND poorer.ended_at = listen_matches.ended_at AND poorer.ref = "
        "listen_matches.ref "
        "AND poorer.ms_played = listen_matches.ms_played)",
        import);
    const auto richer = database_.query_all<std::int64_t>(
        "SELECT DISTINCT listen_id FROM main.listen_matches JOIN main.listens ON listens.id = listen_id "
        "WHERE "
        "listens.told_by = ?",
        import);
    for (const auto listen : richer) put_poorer_listen_back(listen);
    database_.run("DELETE FROM main.listens WHERE told_by = ?", import);
    database_.run("DELETE FROM main.dropped_rows WHERE told_by = ?", import);
    database_.run("DELETE FROM listen_tellings WHERE import_id = ?", import);
}

void SqliteStore::put_poorer_listen_back(std::int64_t listen) {
    struct Poorer {
        ListenKey key;
        std::int64_t listen = 0;
    };
    std::vector<Poorer> poorer;
    {
        auto rows = database_.query(
            "SELECT person_id, ended_at, ref, ms_played, source FROM main.listen_matches WHERE listen_id = ?",
            listen);
        while (rows.next()) {
            poorer.push_back(
                {{rows.get<library::PersonId>(0), rows.get<Timestamp>(1), rows.get<std::uint64_t>(2),
                  rows.get<int>(3), rows.get<library::ListenSource>(4)}});
        }
    }
    database_.run("DELETE FROM main.listen_matches WHERE listen_id = ?", listen);
    for (auto& [key, id] : poorer) id = find_listen(key).value_or(0);
    std::erase_if(poorer, [&](const auto& one) { return one.listen == 0 || one.listen == listen; });
    if (poorer.empty()) return;
    const auto best = std::ranges::max_element(poorer, {}, [](const auto& one) { return one.key.source; });
    database_.run("UPDATE main.listens SET replaced_by = 0 WHERE id = ?", best->listen);
    for (const auto& one : poorer) {
        if (one.listen == best->listen) continue;
        database_.run("INSERT OR IGNORE INTO main.listen_matches VALUES (?, ?, ?, ?, ?, ?, 0, 0)",
                      one.key.person, one.key.source, one.key.ended_at, one.key.ref, one.key.ms_played,
                      best->listen);
    }
}

void SqliteStore::remove_entries(std::int64_t import) {
    run_for(
        database_,
        "DELETE FROM main.playlist_entries AS entry WHERE EXISTS (SELECT 1 FROM entry_tellings AS t WHERE "
        "t.import_id = {0} AND t.playlist_id = entry.playlist_id AND t.track_id = entry.track_id AND "
        "t.added_at "
        "= coalesce(entry.added_at, 0)) AND NOT EXISTS (SELECT 1 FROM entry_tellings AS t WHERE (t.import_id "
        "= 0 "
        "OR t.import_id IN {1}) AND t.playlist_id = entry.playlist_id AND t.track_id = entry.track_id AND "
        "t.added_at = coalesce(entry.added_at, 0))",
        import);
    run_for(database_,
            "DELETE FROM main.playlists AS list WHERE id IN (SELECT playlist_id FROM entry_tellings WHERE "
            "import_id "
            "= {0}) AND id NOT IN (SELECT playlist_id FROM main.playlist_entries) AND id NOT IN (SELECT "
            "playlist_id "
            "FROM playlist_versions) AND id NOT IN (SELECT playlist_id FROM playlist_decisions)",
            import);
    database_.run("UPDATE main.playlist_entries SET told_by = 0 WHERE told_by = ?", import);
    database_.run("UPDATE main.playlists SET told_by = 0 WHERE told_by = ?", import);
    database_.run(
        "UPDATE main.playlist_entries SET contributor_id = NULL, contributor_told_by = 0 WHERE "
        "contributor_told_by = ?",
        import);
    database_.run(
        "DELETE FROM main.contributors WHERE told_by = ? AND id NOT IN (SELECT contributor_id FROM "
        "main.playlist_entries WHERE contributor_id IS NOT NULL) AND id NOT IN (SELECT contributor_id FROM "
        "playlist_version_entries WHERE contributor_id IS NOT NULL)",
        import);
    database_.run("DELETE FROM main.label_changes WHERE told_by = ?", import);
    database_.run("DELETE FROM entry_tellings WHERE import_id = ?", import);
}

void SqliteStore::remove_marks(std::int64_t import) {
    for (const std::string_view item : {"track", "artist"}) {
        give_or_delete(
            database_, fmt::format("marked_{}s", item),
            fmt::format("SELECT min(import_id) FROM mark_tellings AS t WHERE t.import_id IN {{1}} AND "
                        "t.person_id = told.person_id AND t.kind = told.kind AND t.item_id = told.{}_id",
                        item),
            import);
    }
    database_.run("DELETE FROM mark_tellings WHERE import_id = ?", import);
}

void SqliteStore::remove_catalogue(std::int64_t import) {
    for (const std::string_view table : {"catalogue_entries", "features"}) {
        give_or_delete(database_, table, catalogue_again, import);
        order_versions(database_, table, import);
    }
    give_or_delete(
        database_, "track_tags",
        "SELECT min(import_id) FROM (SELECT import_id FROM tag_tellings AS t WHERE t.import_id IN {1} AND "
        "t.track_id = told.track_id AND t.tag_id = told.tag_id AND t.provider_id = told.provider_id UNION "
        "ALL SELECT import_id FROM catalogue_tellings AS t WHERE t.import_id IN {1} AND t.provider_id = "
        "told.provider_id AND t.track_id = told.track_id)",
        import);
    give_or_delete(database_, "catalogue_rows", catalogue_again, import);
    for (const auto& [table, tag] :
         {std::pair("artist_entries", "0"), std::pair("artist_genres", "told.tag_id")}) {
        give_or_delete(
            database_, table,
            fmt::format("SELECT min(import_id) FROM genre_tellings AS t WHERE t.import_id IN {{1}} AND "
                        "t.artist_id = told.artist_id AND t.tag_id = {} AND t.provider_id = "
                        "told.provider_id",
                        tag),
            import);
    }
    database_.run(
        "UPDATE main.tracks SET in_catalogue = 0 WHERE in_catalogue AND id NOT IN (SELECT track_id FROM "
        "main.catalogue_entries)");
}

void SqliteStore::remove_ids(std::int64_t import) {
    // An id that a correction is about stays: the correction could not be made anew.
    database_.run(
        "UPDATE main.external_ids SET told_by = 0 WHERE told_by = ? AND scheme || ':' || value IN (SELECT "
        "subject "
        "FROM corrections)",
        import);
    give_or_delete(
        database_, "external_ids",
        "SELECT min(import_id) FROM (SELECT import_id FROM id_tellings AS t WHERE t.import_id IN {1} AND "
        "t.id_hash = attune_id_hash(told.scheme || ':' || told.value) UNION ALL SELECT import_id FROM "
        "catalogue_tellings AS t WHERE t.import_id IN {1} AND t.provider_id IN (SELECT id FROM "
        "main.providers) AND t.track_id = told.track_id)",
        import);
    for (const std::string_view table :
         {"id_tellings", "catalogue_tellings", "tag_tellings", "genre_tellings"})
        database_.run(fmt::format("DELETE FROM {} WHERE import_id = ?", table), import);
}

void SqliteStore::remove_what_is_left(std::int64_t import) {
    put_tracks_back(database_, import);
    delete_unused(database_, "tracks", uses_of_tracks);
    for (const std::string_view table : {"track_names", "track_artists"})
        database_.run(
            fmt::format("DELETE FROM main.{} WHERE track_id NOT IN (SELECT id FROM main.tracks)", table));
    database_.run("DELETE FROM tracks_before WHERE track_id NOT IN (SELECT id FROM main.tracks)");
    delete_unused(database_, "artists", uses_of_artists);
    delete_unused(database_, "tags", uses_of_tags);
    delete_unused(database_, "providers", uses_of_providers);
    database_.run("DELETE FROM main.imports WHERE id = ?", import);
}

}  // namespace attune::store
