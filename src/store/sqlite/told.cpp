#include "store/sqlite/told.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace attune::store {
namespace {

constexpr auto tables_told = std::to_array<ToldTable>({
    {"label_changes", {"id"}},
    {"playlist_entries", {"id"}},
    {"playlists", {"id"}},
    {"contributors", {"id"}},
    {"marked_tracks", {"person_id", "kind", "track_id"}},
    {"marked_artists", {"person_id", "kind", "artist_id"}},
    {"dropped_rows", {"person_id", "digest"}},
    {"listen_matches", {"person_id", "source", "ended_at", "ref", "ms_played", "told_by"}, true},
    {"listens", {"id"}, true},
    {"track_tags", {"track_id", "tag_id", "provider_id"}},
    {"artist_entries", {"artist_id", "provider_id"}},
    {"artist_genres", {"artist_id", "tag_id", "provider_id"}},
    {"catalogue_entries", {"track_id", "provider_id", "told_by"}, true},
    {"features", {"provider_id", "track_id", "told_by"}, true},
    {"catalogue_rows", {"provider_id", "digest"}},
    {"external_ids", {"scheme", "value"}},
    {"track_names", {"name_key", "track_id"}},
    {"track_artists", {"track_id", "artist_id"}},
    {"tracks", {"id"}},
    {"artists", {"id"}},
    {"tags", {"id"}},
    {"providers", {"id"}},
});

constexpr auto tables_of_tellings = std::to_array<ToldTable>({
    {"listen_tellings", {"import_id", "listen_id"}},
    {"entry_tellings", {"import_id", "playlist_id", "track_id", "added_at"}},
    {"mark_tellings", {"import_id", "person_id", "kind", "item_id"}},
    {"id_tellings", {"import_id", "id_hash"}},
    {"catalogue_tellings", {"import_id", "provider_id", "track_id"}},
    {"tag_tellings", {"import_id", "track_id", "tag_id", "provider_id"}},
    {"genre_tellings", {"import_id", "artist_id", "tag_id", "provider_id"}},
});

/// Which an import may change in tracks that others see: title_hash is among them, but found by its index and checked
/// against the name by who asks.
constexpr auto changing_columns =
    std::to_array<std::string_view>({"artist_id", "artist_name", "track_name", "release_name", "title_key",
                                     "version_key", "duration_ms", "spotify_id", "in_catalogue"});

constexpr std::string_view pending = "(SELECT pending FROM main.import_state)";

constexpr std::size_t rows_in_slice = 2000;

std::string tracks_view() {
    std::string columns = "id, title_hash, told_by";
    for (const auto column : changing_columns) {
        columns += fmt::format(
            ", CASE WHEN changed_by <> {1} THEN {0} ELSE (SELECT b.{0} FROM main.tracks_before AS b WHERE "
            "b.changed_by = {1} AND b.track_id = t.id) END AS {0}",
            column, pending);
    }
    return fmt::format("SELECT {} FROM main.tracks AS t WHERE told_by <> {}", columns, pending);
}

std::string entries_view() {
    return fmt::format(
        "SELECT id, playlist_id, track_id, added_at, told_by, CASE WHEN contributor_told_by <> {0} THEN "
        "contributor_id END AS contributor_id FROM main.playlist_entries WHERE told_by <> {0}",
        pending);
}

std::string whole_view(const ToldTable& table) {
    if (table.name == "tracks") return tracks_view();
    if (table.name == "playlist_entries") return entries_view();
    auto view = fmt::format("SELECT * FROM main.{} WHERE told_by <> {}", table.name, pending);
    if (table.has_versions) view += fmt::format(" AND (replaced_by = 0 OR replaced_by = {})", pending);
    return view;
}

/// A value of a key.
using KeyValue = std::variant<std::int64_t, std::string>;
using RowKey = std::vector<KeyValue>;

RowKey read_key(const Statement& row, std::size_t n) {
    RowKey key;
    for (int i = 0; i < static_cast<int>(n); ++i) {
        if (row.type(i) == Statement::Type::text) {
            key.emplace_back(row.get<std::string>(i));
        } else {
            key.emplace_back(row.get<std::int64_t>(i));
        }
    }
    return key;
}

void bind_key(Statement& statement, int parameter, const RowKey& key) {
    for (const auto& value : key) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            statement.bind(parameter++, std::string_view(*text));
        } else {
            statement.bind(parameter++, std::get<std::int64_t>(value));
        }
    }
}

std::string joined(std::span<const std::string_view> columns, std::string_view after,
                   std::string_view between) {
    std::string text;
    for (const auto column : columns)
        text += fmt::format("{}{}{}", text.empty() ? "" : between, column, after);
    return text;
}

/// Up to a slice of keys of the rows that meet the condition, after the key `last` (empty: from the first).
std::vector<RowKey> keys_after(Database& database, const ToldTable& table, std::string_view condition,
                               std::int64_t import, const RowKey& last) {
    const auto columns = table.key_columns();
    const auto list = joined(columns, "", ", ");
    std::string from;
    if (!last.empty()) {
        std::string marks;
        for (std::size_t i = 0; i < columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
        from = fmt::format(" AND ({}) > ({})", list, marks);
    }
    Statement& select =
        database.prepared(fmt::format("SELECT {0} FROM main.{1} WHERE {2} = ?{3} ORDER BY {0} LIMIT {4}",
                                      list, table.name, condition, from, rows_in_slice));
    Rows rows(select);
    select.bind(0, import);
    bind_key(select, 1, last);
    std::vector<RowKey> keys;
    while (rows.next()) keys.push_back(read_key(select, columns.size()));
    return keys;
}

using InTransaction = std::function<void(const std::function<void()>&)>;

/// Runs "`action` WHERE key" for each row of which `column` is the import.
void for_each_row(Database& database, const ToldTable& table, std::string_view column, std::int64_t import,
                  std::string_view action, const InTransaction& in_transaction) {
    const auto sql = fmt::format("{} WHERE {}", action, joined(table.key_columns(), " = ?", " AND "));
    RowKey last;
    while (true) {
        const auto keys = keys_after(database, table, column, import, last);
        if (keys.empty()) return;
        in_transaction([&] {
            Statement& statement = database.prepared(sql);
            for (const auto& key : keys) {
                const Rows end(statement);
                bind_key(statement, 0, key);
                statement.step();
            }
        });
        last = keys.back();
    }
}

}  // namespace

std::span<const std::string_view> ToldTable::key_columns() const {
    const auto n = std::ranges::count_if(keys, [](auto key) { return !key.empty(); });
    return std::span(keys).first(static_cast<std::size_t>(n));
}

std::span<const ToldTable> told_tables() { return tables_told; }

std::span<const ToldTable> telling_tables() { return tables_of_tellings; }

void show_whole_imports(Database& database) {
    for (const auto& table : tables_told) {
        if (table.name == "dropped_rows" || table.name == "catalogue_rows") continue;  // nobody reads them
        database.execute(fmt::format("DROP VIEW IF EXISTS temp.{0}; CREATE TEMP VIEW {0} AS {1}", table.name,
                                     whole_view(table)));
    }
    database.execute(fmt::format(
        "DROP VIEW IF EXISTS temp.imports; CREATE TEMP VIEW imports AS SELECT * FROM main.imports WHERE id "
        "<> "
        "{}; DROP VIEW IF EXISTS temp.labels; CREATE TEMP VIEW labels AS SELECT person_id, track_id, value, "
        "origin, at FROM label_changes AS change WHERE value IS NOT NULL AND id = (SELECT max(id) FROM "
        "label_changes AS later WHERE later.person_id = change.person_id AND later.track_id = "
        "change.track_id)",
        pending));
}

void show_everything(Database& database) {
    for (const auto& table : tables_told) {
        database.execute(fmt::format("DROP VIEW IF EXISTS temp.{}", table.name));
        if (!table.has_versions) continue;
        database.execute(
            fmt::format("CREATE TEMP VIEW {0} AS SELECT * FROM main.{0} WHERE replaced_by = 0", table.name));
    }
    database.execute("DROP VIEW IF EXISTS temp.imports; DROP VIEW IF EXISTS temp.labels");
}

std::optional<std::int64_t> pending_import(Database& database) {
    return database.first<std::int64_t>("SELECT pending FROM import_state WHERE pending >= 0");
}

void clear_pending(Database& database, std::int64_t import, const InTransaction& in_transaction) {
    const ForeignKeysOff off(database);
    for (const auto& table : tables_told) {
        for_each_row(database, table, "told_by", import, fmt::format("DELETE FROM main.{}", table.name),
                     in_transaction);
        if (!table.has_versions) continue;
        for_each_row(database, table, "replaced_by", import,
                     fmt::format("UPDATE main.{} SET replaced_by = 0", table.name), in_transaction);
    }
    for (const auto& table : tables_of_tellings) {
        for_each_row(database, table, "import_id", import, fmt::format("DELETE FROM main.{}", table.name),
                     in_transaction);
    }
    in_transaction([&] {
        put_tracks_back(database, import);
        database.run(
            "UPDATE main.playlist_entries SET contributor_id = NULL, contributor_told_by = 0 WHERE "
            "contributor_told_by = ?",
            import);
        database.run("DELETE FROM main.imports WHERE id = ?", import);
        database.run("UPDATE import_state SET pending = -1");
    });
}

void put_tracks_back(Database& database, std::int64_t import) {
    std::string sql = "UPDATE main.tracks SET changed_by = 0";
    for (const auto column : changing_columns) sql += fmt::format(", {0} = b.{0}", column);
    sql +=
        ", title_hash = b.title_hash FROM main.tracks_before AS b WHERE b.changed_by = ?1 AND b.track_id = "
        "id AND "
        "tracks.changed_by = ?1";
    database.run(sql, import);
    database.run("DELETE FROM main.tracks_before WHERE changed_by = ?", import);
}

ForeignKeysOff::ForeignKeysOff(Database& database) : database_(database) {
    database_.execute("PRAGMA foreign_keys = OFF");
}

ForeignKeysOff::~ForeignKeysOff() {
    try {
        database_.execute("PRAGMA foreign_keys = ON");
    } catch (const Error&) {
        // It sets a flag of the connection: it cannot fail but for want of memory.
    }
}

}  // namespace attune::store
