#include "store/rules/listen_place.h"
#include "store/rules/plays.h"
#include "store/sqlite/sqlite_store.h"

#include <array>
#include <cstdlib>
#include <tuple>

namespace attune::store {
namespace {

using library::Listen;
using library::ListenSource;

using std::chrono::seconds;

constexpr int not_stated = -1;

constexpr std::array all_sources{ListenSource::lastfm, ListenSource::csv, ListenSource::spotify_account,
                                 ListenSource::spotify_extended};

constexpr std::string_view insert_listen_sql =
    "INSERT OR IGNORE INTO main.listens (id, person_id, ended_at, ref, ms_played, source, listened_at, "
    "track_id, name_key, reason_start, reason_end, skipped, shuffle, offline, platform, told_by, "
    "replaced_by) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

ListenKey key_of(library::PersonId person, const Listen& listen, ListenSource source, const KnownName& name) {
    return {person, listen.ended_at, name.ref, listen.ms_played.value_or(not_stated), source};
}

/// Whether the play with this number is the one of this key; nothing if no play has the number.
std::optional<bool> is_play(Database& database, std::int64_t id, const ListenKey& key) {
    return database.first<bool>(
        "SELECT person_id = ? AND ended_at = ? AND ref = ? AND ms_played = ? AND source = ? FROM "
        "main.listens "
        "WHERE id = ?",
        key.person, key.ended_at, key.ref, key.ms_played, key.source, id);
}

struct Partner {
    std::int64_t listen = 0;
    PlayRecord record;
    std::uint64_t ref = 0;
    std::int64_t told_by = 0;
};

/// The nearest play of another source that `record` may be a record of, and that has no record of this
/// source.
std::optional<Partner> find_partner(Database& database, library::PersonId person, std::uint64_t name_key,
                                    const PlayRecord& record) {
    const auto [from, until] = where_partners_end(record);
    auto rows = database.query(
        "SELECT id, source, listened_at, ended_at, ms_played, ref, told_by FROM listens WHERE id >= ? AND id "
        "< ? AND "
        "person_id = ? AND name_key = ? AND source <> ? AND NOT EXISTS (SELECT 1 FROM listen_matches WHERE "
        "listen_id = listens.id AND source = ?5)",
        first_listen_id(from), first_listen_id(until), person, name_key, record.source);
    std::optional<Partner> nearest;
    while (rows.next()) {
        Partner partner{
            rows.get<std::int64_t>(0),
            {rows.get<ListenSource>(1), rows.get<Timestamp>(2), rows.get<Timestamp>(3), std::nullopt},
            rows.get<std::uint64_t>(5),
            rows.get<std::int64_t>(6)};
        if (const int ms_played = rows.get<int>(4); ms_played != not_stated)
            partner.record.ms_played = ms_played;
        if (!is_same_play(record, partner.record)) continue;
        if (!nearest || is_nearer(record, partner.record, nearest->record)) nearest = partner;
    }
    return nearest;
}

/// From when to when a person has records of a source. One source at a time: a GROUP BY would sort all rows in
/// memory.
ListenRanges::Range range_of(Database& database, std::string_view table, library::PersonId person,
                             ListenSource source) {
    auto rows = database.query(
        fmt::format("SELECT min(ended_at), max(ended_at) FROM {} WHERE person_id = ? AND source = ?", table),
        person, source);
    ListenRanges::Range range;
    if (rows.next() && !rows.is_null(0)) {
        range.add(rows.get<Timestamp>(0));
        range.add(rows.get<Timestamp>(1));
    }
    return range;
}

void add_match(Database& database, library::PersonId person, const PlayRecord& record, std::uint64_t ref,
               std::int64_t listen, std::int64_t import) {
    database.run("INSERT OR IGNORE INTO main.listen_matches VALUES (?, ?, ?, ?, ?, ?, ?, 0)", person,
                 record.source, record.ended_at, ref, record.ms_played.value_or(not_stated), listen, import);
}

bool is_among_matches(Database& database, const ListenKey& key) {
    constexpr std::string_view find =
        "SELECT 1 FROM listen_matches WHERE person_id = ? AND ended_at = ? AND ref = ? AND ms_played = ? AND "
        "source = ?";
    return database.first<int>(find, key.person, key.ended_at, key.ref, key.ms_played, key.source)
        .has_value();
}

}  // namespace

std::optional<std::int64_t> SqliteStore::find_listen(const ListenKey& key) {
    auto id = listen_id(key);
    auto found = is_play(database_, id, key);
    while (found && !*found) found = is_play(database_, id = next_listen_id(id), key);
    return found ? std::optional(id) : std::nullopt;
}

Fate SqliteStore::add_listen(library::PersonId person, const Listen& listen, ListenSource source) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const KnownName name = known_name(listen.track);
    auto& ranges = ranges_of(person);
    const bool alone = !ranges.has_others(source, listen.ended_at, longest_play) &&
                       !ranges.matched(source).has(listen.ended_at, seconds(0));
    Fate fate = Fate::duplicate;
    if (!alone) {
        fate = add_listen_beside_others(person, listen, source, name);
    } else if (insert_listen(person, listen, source, name)) {
        fate = Fate::imported;
    }
    change.commit();
    return fate;
}

void SqliteStore::tell_listen(std::int64_t listen) {
    tell(
        "INSERT OR IGNORE INTO listen_tellings SELECT ?1, id FROM main.listens WHERE id = ?2 AND told_by <> "
        "?1",
        listen);
}

std::optional<std::int64_t> SqliteStore::insert_listen(library::PersonId person, const Listen& listen,
                                                       ListenSource source, const KnownName& name,
                                                       std::int64_t replaced_by) {
    const auto key = key_of(person, listen, source, name);
    if (insert_listen_ == nullptr) insert_listen_ = &database_.prepared(insert_listen_sql);
    auto id = listen_id(key);
    while (database_.run(*insert_listen_, id, person, key.ended_at, key.ref, key.ms_played, source,
                         listen.listened_at, name.track, name.name_key, listen.reason_start,
                         listen.reason_end, listen.skipped, listen.shuffle, listen.offline, listen.platform,
                         import_, replaced_by) == 0) {
        if (is_play(database_, id, key).value_or(false)) {
            tell_listen(id);
            return std::nullopt;
        }
        id = next_listen_id(id);
    }
    if (replaced_by == 0) ranges_of(person).of(source).add(listen.ended_at);
    return id;
}

/// Puts the richer record in the place of the poorer one. Others see that when the import is whole, and the poorer one
/// comes back when the import is removed.
std::int64_t SqliteStore::replace_listen(std::int64_t poorer, library::PersonId person, const Listen& listen,
                                         ListenSource source, const KnownName& name) {
    const std::int64_t richer = insert_listen(person, listen, source, name).value();
    if (import_ == 0) {
        database_.run("UPDATE main.listen_matches SET listen_id = ? WHERE listen_id = ?", richer, poorer);
        database_.run("DELETE FROM main.listens WHERE id = ?", poorer);
        return richer;
    }
    database_.run("UPDATE main.listens SET replaced_by = ? WHERE id = ?", import_, poorer);
    database_.run("UPDATE main.listen_matches SET listen_id = ? WHERE listen_id = ? AND told_by = ?", richer,
                  poorer, import_);
    database_.run(
        "INSERT INTO main.listen_matches SELECT person_id, source, ended_at, ref, ms_played, ?2, ?3, 0 FROM "
        "main.listen_matches WHERE listen_id = ?1 AND replaced_by = 0",
        poorer, richer, import_);
    database_.run("UPDATE main.listen_matches SET replaced_by = ? WHERE listen_id = ? AND replaced_by = 0",
                  import_, poorer);
    return richer;
}

Fate SqliteStore::add_listen_beside_others(library::PersonId person, const Listen& listen,
                                           ListenSource source, const KnownName& name) {
    const auto key = key_of(person, listen, source, name);
    if (const auto known = find_listen(key)) {
        tell_listen(*known);
        return Fate::duplicate;
    }
    if (is_among_matches(database_, key)) return Fate::duplicate;
    const auto record = record_of(listen, source);
    const auto partner =
        name.name_key == 0 ? std::nullopt : find_partner(database_, person, name.name_key, record);
    if (!partner) {
        insert_listen(person, listen, source, name);
        return Fate::imported;
    }
    auto& ranges = ranges_of(person);
    if (partner->record.source < source) {
        const auto richer = replace_listen(partner->listen, person, listen, source, name);
        add_match(database_, person, partner->record, partner->ref, richer, import_);
        ranges.matched(partner->record.source).add(partner->record.ended_at);
    } else {
        add_match(database_, person, record, name.ref, partner->listen, import_);
        // It comes to stand when the import of the richer one is removed.
        if (import_ != 0 && partner->told_by != 0)
            insert_listen(person, listen, source, name, partner->told_by);
        ranges.matched(source).add(listen.ended_at);
    }
    return Fate::duplicate;
}

ListenRanges& SqliteStore::ranges_of(library::PersonId person) {
    const auto known = ranges_.find(person);
    if (known != ranges_.end()) return known->second;
    ListenRanges& ranges = ranges_[person];
    for (const auto source : all_sources) {
        ranges.of(source) = range_of(database_, "listens", person, source);
        ranges.matched(source) = range_of(database_, "listen_matches", person, source);
    }
    return ranges;
}

bool SqliteStore::add_dropped_digest(library::PersonId person, std::uint64_t digest) {
    const IntakeTurn turn(*this);
    Change change(*this);
    const bool is_new = database_.run("INSERT OR IGNORE INTO main.dropped_rows VALUES (?, ?, ?)", person,
                                      digest, import_) > 0;
    change.commit();
    return is_new;
}

}  // namespace attune::store
