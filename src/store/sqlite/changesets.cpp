#include "store/sqlite/changesets.h"

#include "core/json.h"
#include "store/rules/name_key.h"
#include "store/sqlite/row_log.h"

#include <algorithm>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace attune::store {
namespace {

struct Change {
    std::string table;
    Json before;
    Json after;
};

struct EndIteration {
    void operator()(sqlite3_changeset_iter* changes) const noexcept { sqlite3changeset_finalize(changes); }
};

void require_ok(int code) {
    if (code != SQLITE_OK)
        fail(ErrorCode::corrupt_data, "what a correction has changed is damaged in the library");
}

Json json_of(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER: return sqlite3_value_int64(value);
        case SQLITE_FLOAT: return sqlite3_value_double(value);
        case SQLITE_TEXT: return reinterpret_cast<const char*>(sqlite3_value_text(value));
        default: return nullptr;
    }
}

/// The values of a row that the change states: all, or the key and what changed.
template <class Get>
Json row_of(sqlite3_changeset_iter* changes, const std::vector<std::string>& columns, std::size_t n,
            Get get) {
    Json row = Json::object();
    for (std::size_t i = 0; i < n; ++i) {
        sqlite3_value* value = nullptr;
        require_ok(get(changes, static_cast<int>(i), &value));
        if (value != nullptr) row[columns.at(i)] = json_of(value);
    }
    return row;
}

Change read_change(Database& database, sqlite3_changeset_iter* changes) {
    const char* table = nullptr;
    int n_columns = 0;
    int operation = 0;
    require_ok(sqlite3changeset_op(changes, &table, &n_columns, &operation, nullptr));
    const auto columns = database.query_all<std::string>("SELECT name FROM pragma_table_info(?) ORDER BY cid",
                                                         std::string_view(table));
    const auto n = std::min(static_cast<std::size_t>(n_columns), columns.size());
    Change change{table, nullptr, nullptr};
    if (operation != SQLITE_INSERT) change.before = row_of(changes, columns, n, sqlite3changeset_old);
    if (operation != SQLITE_DELETE) change.after = row_of(changes, columns, n, sqlite3changeset_new);
    if (operation == SQLITE_UPDATE) {
        // The key stands in the old values alone.
        for (const auto& [column, value] : change.before.items())
            if (!change.after.contains(column)) change.after[column] = value;
    }
    if (change.table == "tracks" && change.before.contains("track_name"))
        change.before["title_hash"] = title_hash(change.before["track_name"].get<std::string>());
    return change;
}

/// A changeset is in the order of tables. Tracks that came stand first and those that went last, so that what refers to
/// them finds them when the log is read from its end.
int place_of(const Change& change) {
    if (change.table != "tracks") return 1;
    return change.before.is_null() ? 0 : change.after.is_null() ? 2 : 1;
}

std::vector<Change> read_changes(Database& database, std::string& bytes) {
    sqlite3_changeset_iter* iterator = nullptr;
    require_ok(sqlite3changeset_start(&iterator, static_cast<int>(bytes.size()), bytes.data()));
    const std::unique_ptr<sqlite3_changeset_iter, EndIteration> changes(iterator);
    std::vector<Change> read;
    int code = SQLITE_ROW;
    while ((code = sqlite3changeset_next(changes.get())) == SQLITE_ROW)
        read.push_back(read_change(database, changes.get()));
    if (code != SQLITE_DONE) require_ok(code);
    std::ranges::stable_sort(read, {}, place_of);
    return read;
}

}  // namespace

void convert_changesets(Database& database) {
    struct Recorded {
        std::int64_t correction = 0;
        std::string bytes;
    };
    std::vector<Recorded> recorded;
    auto rows = database.query("SELECT id, changes FROM corrections WHERE length(changes) > 0 ORDER BY id");
    while (rows.next()) recorded.push_back({rows.get<std::int64_t>(0), std::string(rows.bytes(1))});
    for (auto& [correction, bytes] : recorded) {
        RowLog log(database, correction);
        for (const auto& [table, before, after] : read_changes(database, bytes))
            log.add(table, before, after);
    }
}

}  // namespace attune::store
