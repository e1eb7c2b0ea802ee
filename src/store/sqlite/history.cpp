#include "store/sqlite/sqlite_store.h"

namespace attune::store {
namespace {

constexpr std::string_view listen_columns =
    "listens.listened_at, listens.ended_at, listens.track_id, nullif(listens.ms_played, -1), "
    "listens.reason_start, "
    "listens.reason_end, listens.skipped, listens.shuffle, listens.platform, listens.source";

ListenRow read_listen(const Rows& rows) {
    ListenRow listen;
    listen.listened_at = rows.get<Timestamp>(0);
    listen.ended_at = rows.get<Timestamp>(1);
    listen.track = rows.get<library::TrackId>(2);
    listen.ms_played = rows.get<std::optional<int>>(3);
    listen.reason_start = rows.get<library::PlayReason>(4);
    listen.reason_end = rows.get<library::PlayReason>(5);
    listen.skipped = rows.get<std::optional<bool>>(6);
    listen.shuffle = rows.get<std::optional<bool>>(7);
    listen.platform = rows.get<library::Platform>(8);
    listen.source = rows.get<library::ListenSource>(9);
    return listen;
}

}  // namespace

std::vector<ListenRow> SqliteStore::listens(library::PersonId person) {
    std::vector<ListenRow> listens;
    auto rows = database_.query(
        fmt::format("SELECT {} FROM listens WHERE person_id = ? ORDER BY listened_at, ended_at, id",
                    listen_columns),
        person);
    while (rows.next()) listens.push_back(read_listen(rows));
    return listens;
}

std::vector<PlayCountRow> SqliteStore::plays_by_track(library::PersonId person) {
    std::vector<PlayCountRow> counts;
    auto rows = database_.query(
        "SELECT track_id, count(*) FROM listens WHERE person_id = ? GROUP BY track_id ORDER BY track_id",
        person);
    while (rows.next()) counts.push_back({rows.get<library::TrackId>(0), rows.get<std::int64_t>(1)});
    return counts;
}

std::vector<ListenMatchRow> SqliteStore::listen_matches(library::PersonId person) {
    std::vector<ListenMatchRow> matches;
    auto rows = database_.query(
        fmt::format(
            "SELECT {}, listen_matches.source, listen_matches.ended_at, nullif(listen_matches.ms_played, -1) "
            "FROM listen_matches JOIN listens ON listens.id = listen_id WHERE listen_matches.person_id = ? "
            "ORDER BY listen_matches.ended_at, listen_matches.source, listen_id",
            listen_columns),
        person);
    while (rows.next()) {
        matches.push_back({rows.get<library::ListenSource>(10), rows.get<Timestamp>(11),
                           rows.get<std::optional<int>>(12), read_listen(rows)});
    }
    return matches;
}

}  // namespace attune::store
