#include "store/sqlite/row_log.h"

#include "core/json.h"
#include "core/json_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace attune::store {
namespace {

/// By what a row of a table is told from others.
struct Key {
    std::string_view table;
    std::array<std::string_view, 3> columns;  ///< the last ones may be empty
};

constexpr auto row_keys =
    std::to_array<Key>({{"artists", {"id"}},
                        {"audio_files", {"path"}},
                        {"candidates", {"person_id", "cycle", "rank"}},
                        {"catalogue_entries", {"track_id", "provider_id", "told_by"}},
                        {"external_ids", {"scheme", "value"}},
                        {"features", {"provider_id", "track_id", "told_by"}},
                        {"label_changes", {"id"}},
                        {"listens", {"id"}},
                        {"marked_tracks", {"person_id", "kind", "track_id"}},
                        {"playlist_decisions", {"id"}},
                        {"playlist_entries", {"id"}},
                        {"playlist_version_entries", {"playlist_id", "number", "position"}},
                        {"track_artists", {"track_id", "artist_id"}},
                        {"track_names", {"name_key", "track_id"}},
                        {"track_tags", {"track_id", "tag_id", "provider_id"}},
                        {"tracks", {"id"}}});

std::span<const std::string_view> key_columns(std::string_view table) {
    const auto found = std::ranges::find(row_keys, table, &Key::table);
    if (found == row_keys.end())
        fail(ErrorCode::corrupt_data, "the log of a correction names a table '{}' that it cannot be of",
             table);
    const auto n = std::ranges::count_if(found->columns, [](auto column) { return !column.empty(); });
    return std::span(found->columns).first(static_cast<std::size_t>(n));
}

Json key_of(std::string_view table, const Json& row) {
    Json key = Json::object();
    for (const auto column : key_columns(table)) {
        const std::string name(column);
        // What the eighth schema logged was told by no import that is known.
        key[name] = column == "told_by" && !row.contains(name) ? Json(0) : row.at(name);
    }
    return key;
}

void bind_value(Statement& statement, int parameter, const Json& value) {
    switch (value.type()) {
        case Json::value_t::null: return statement.bind(parameter, nullptr);
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned: return statement.bind(parameter, value.get<std::int64_t>());
        case Json::value_t::number_float: return statement.bind(parameter, value.get<double>());
        case Json::value_t::string:
            return statement.bind(parameter, std::string_view(value.get_ref<const std::string&>()));
        default: fail(ErrorCode::corrupt_data, "the log of a correction holds a value of no column");
    }
}

/// "a = ? AND b = ?"; the values are those of `row`, in its order.
std::string each(const Json& row, std::string_view how, std::string_view between) {
    std::string sql;
    for (const auto& [column, value] : row.items())
        sql += fmt::format("{}{} {} ?", sql.empty() ? "" : between, column, how);
    return sql;
}

/// Runs a statement with the values of several rows one after another; gives the number of changed rows.
std::int64_t run_with(Database& database, std::string_view sql, std::initializer_list<const Json*> rows) {
    Statement& statement = database.prepared(sql);
    const Rows end(statement);
    int parameter = 0;
    for (const auto* row : rows)
        for (const auto& value : *row) bind_value(statement, parameter++, value);
    statement.step();
    return database.n_changed();
}

Json row_of(const Statement& statement) {
    Json row = Json::object();
    for (int column = 0; column < statement.n_columns(); ++column) {
        Json& value = row[std::string(statement.name(column))];
        switch (statement.type(column)) {
            case Statement::Type::null: break;
            case Statement::Type::integer: value = statement.get<std::int64_t>(column); break;
            case Statement::Type::real: value = statement.get<double>(column); break;
            case Statement::Type::text: value = statement.get<std::string>(column); break;
        }
    }
    return row;
}

std::vector<Json> rows_of(Database& database, std::string_view table, const Json& where) {
    Statement& statement =
        database.prepared(fmt::format("SELECT * FROM main.{} WHERE {}", table, each(where, "=", " AND ")));
    Rows rows(statement);
    int parameter = 0;
    for (const auto& value : where) bind_value(statement, parameter++, value);
    std::vector<Json> found;
    while (rows.next()) found.push_back(row_of(statement));
    return found;
}

bool update_row(Database& database, std::string_view table, const Json& columns, const Json& where) {
    return run_with(database,
                    fmt::format("UPDATE OR IGNORE main.{} SET {} WHERE {}", table, each(columns, "=", ", "),
                                each(where, "IS", " AND ")),
                    {&columns, &where}) > 0;
}

void delete_row(Database& database, std::string_view table, const Json& key) {
    run_with(database, fmt::format("DELETE FROM main.{} WHERE {}", table, each(key, "=", " AND ")), {&key});
}

/// Unless a row with its key is there.
void insert_row(Database& database, std::string_view table, const Json& row) {
    std::string columns;
    std::string marks;
    for (const auto& [column, value] : row.items()) {
        columns += (columns.empty() ? "" : ", ") + column;
        marks += marks.empty() ? "?" : ", ?";
    }
    run_with(
        database,
        fmt::format("INSERT INTO main.{} ({}) VALUES ({}) ON CONFLICT DO NOTHING", table, columns, marks),
        {&row});
}

void take_back_entry(Database& database, std::string_view table, const Json& before, const Json& after) {
    const bool is_same_row =
        before.is_object() && after.is_object() && key_of(table, before) == key_of(table, after);
    if (is_same_row) {
        Json columns = before;
        for (const auto column : key_columns(table)) columns.erase(std::string(column));
        update_row(database, table, columns, after);
        return;
    }
    if (after.is_object()) delete_row(database, table, key_of(table, after));
    if (before.is_object()) insert_row(database, table, before);
}

}  // namespace

void RowLog::add(std::string_view table, const Json& before, const Json& after) {
    const auto text = [](const Json& row) {
        return row.is_null() ? std::optional<std::string>() : std::optional(json_text(row));
    };
    database_.run(
        "INSERT INTO correction_rows (correction_id, table_name, before, after) VALUES (?, ?, ?, ?)",
        correction_, table, text(before), text(after));
}

void RowLog::change_row(std::string_view table, const Json& before, const Json& columns) {
    Json after = before;
    after.update(columns);
    if (after == before) return;
    const Json key = key_of(table, before);
    if (!update_row(database_, table, columns, key)) {
        delete_row(database_, table, key);
        return add(table, before, nullptr);
    }
    if (key_of(table, after) != key) return add(table, before, after);
    // Of a row that stays where it is, only what changed.
    Json changed = key;
    Json was = key;
    for (const auto& [column, value] : columns.items()) {
        if (before.at(column) == value) continue;
        changed[column] = value;
        was[column] = before.at(column);
    }
    add(table, was, changed);
}

void RowLog::change(std::string_view table, const Json& chosen, const Json& columns) {
    for (const auto& row : rows_of(database_, table, chosen)) change_row(table, row, columns);
}

void RowLog::remove(std::string_view table, const Json& chosen) {
    for (const auto& row : rows_of(database_, table, chosen)) {
        delete_row(database_, table, key_of(table, row));
        add(table, row, nullptr);
    }
}

void RowLog::note_added(std::string_view table, const Json& chosen) {
    for (const auto& row : rows_of(database_, table, chosen)) add(table, nullptr, row);
}

void take_back(Database& database, std::int64_t correction) {
    struct Entry {
        std::string table;
        Json before;
        Json after;
    };
    std::vector<Entry> entries;
    const auto parse = [](const std::optional<std::string>& text) {
        Json row = text ? Json::parse(*text, nullptr, false) : Json();
        if (row.is_discarded()) fail(ErrorCode::corrupt_data, "the log of a correction is damaged");
        return row;
    };
    auto rows = database.query(
        "SELECT table_name, before, after FROM correction_rows WHERE correction_id = ? ORDER BY position "
        "DESC",
        correction);
    while (rows.next()) {
        entries.push_back({rows.get<std::string>(0), parse(rows.get<std::optional<std::string>>(1)),
                           parse(rows.get<std::optional<std::string>>(2))});
    }
    for (const auto& [table, before, after] : entries) take_back_entry(database, table, before, after);
    database.run("DELETE FROM correction_rows WHERE correction_id = ?", correction);
}

}  // namespace attune::store
