// The least that an import of extended histories can be: simdjson reads the fields that attune reads, SQLite takes
// a row of the same columns for each, one transaction a file, with the same settings. No row is looked at: no key that
// tells plays apart, no reference that is checked, no identity, no row dropped. Prints the number of rows.
//
// usage: import_floor LIBRARY.db FILE...
#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <simdjson.h>
#include <sqlite3.h>
#include <stdexcept>
#include <string_view>

namespace {

using simdjson::ondemand::object;

constexpr std::string_view schema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000;"
    "CREATE TABLE listens (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL, ended_at INTEGER NOT NULL,"
    " ref INTEGER NOT NULL, ms_played INTEGER NOT NULL, source INTEGER NOT NULL, listened_at INTEGER NOT "
    "NULL,"
    " track_id INTEGER NOT NULL, name_key INTEGER NOT NULL, reason_start INTEGER NOT NULL,"
    " reason_end INTEGER NOT NULL, skipped INTEGER, shuffle INTEGER, offline INTEGER, platform INTEGER NOT "
    "NULL)"
    " STRICT";

constexpr const char* insert_sql =
    "INSERT INTO listens (person_id, ended_at, ref, ms_played, source, listened_at, track_id, name_key,"
    " reason_start, reason_end, skipped, shuffle, offline, platform)"
    " VALUES (1, ?1, ?2, ?3, 4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

/// The parameters of insert_sql.
enum Parameter {
    ended_at = 1,
    ref,
    ms_played,
    listened_at,
    track_id,
    name_key,
    reason_start,
    reason_end,
    skipped,
    shuffle,
    offline,
    platform,
};

class Database {
  public:
    explicit Database(const char* path) {
        if (sqlite3_open(path, &handle_) != SQLITE_OK) throw std::runtime_error("cannot open the database");
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() {
        sqlite3_finalize(insert_);
        sqlite3_close(handle_);
    }

    void execute(const char* sql) {
        if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(handle_));
    }

    void prepare() {
        if (sqlite3_prepare_v2(handle_, insert_sql, -1, &insert_, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(handle_));
    }

    void bind(Parameter parameter, std::int64_t value) { sqlite3_bind_int64(insert_, parameter, value); }
    void insert() {
        if (sqlite3_step(insert_) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(handle_));
        sqlite3_reset(insert_);
    }

  private:
    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

std::string_view text(object& row, std::string_view key) {
    std::string_view value;
    return row[key].get_string().get(value) == simdjson::SUCCESS ? value : std::string_view();
}

std::int64_t number(object& row, std::string_view key) {
    std::int64_t value = 0;
    return row[key].get_int64().get(value) == simdjson::SUCCESS ? value : 0;
}

int truth(object& row, std::string_view key) {
    bool value = false;
    return row[key].get_bool().get(value) == simdjson::SUCCESS ? int{value} : -1;
}

/// "2026-02-02T01:15:20Z" in seconds of some epoch, with months of 31 days: no calendar here.
std::int64_t seconds_of(std::string_view time) {
    constexpr std::string_view pattern = "0000-00-00T00:00:00Z";
    if (time.size() != pattern.size()) return 0;
    const auto two = [&](std::size_t at) { return std::int64_t{time[at] - '0'} * 10 + (time[at + 1] - '0'); };
    const std::int64_t days = (two(2) * 12 + two(5)) * 31 + two(8);
    return ((days * 24 + two(11)) * 60 + two(14)) * 60 + two(17);
}

std::size_t hash(std::string_view text) { return std::hash<std::string_view>{}(text); }

void insert_row(Database& database, object row) {
    // In the order of the file: simdjson then goes through each row once.
    const auto end = seconds_of(text(row, "ts"));
    database.bind(ended_at, end);
    database.bind(platform, static_cast<std::int64_t>(text(row, "platform").size() % 8));
    const auto length = number(row, "ms_played");
    database.bind(ms_played, length);
    auto names = hash(text(row, "master_metadata_track_name"));
    names ^= hash(text(row, "master_metadata_album_artist_name"));
    std::size_t others = text(row, "master_metadata_album_album_name").size();
    const auto uri = hash(text(row, "spotify_track_uri"));
    database.bind(ref, static_cast<std::int64_t>(uri));
    others += text(row, "episode_name").size() + text(row, "spotify_episode_uri").size();
    others += text(row, "audiobook_title").size() + text(row, "audiobook_uri").size();
    database.bind(name_key, static_cast<std::int64_t>(names ^ (others << 32U)));
    database.bind(track_id, static_cast<std::int64_t>(uri % 8192));
    database.bind(reason_start, static_cast<std::int64_t>(text(row, "reason_start").size() % 8));
    database.bind(reason_end, static_cast<std::int64_t>(text(row, "reason_end").size() % 8));
    database.bind(shuffle, truth(row, "shuffle"));
    database.bind(skipped, truth(row, "skipped"));
    database.bind(offline, truth(row, "offline"));
    const auto start = number(row, "offline_timestamp");
    database.bind(listened_at, start != 0 ? end - length / 1000 : end);
    database.insert();
}

std::size_t import_file(Database& database, simdjson::ondemand::parser& parser, const char* path) {
    const auto bytes = simdjson::padded_string::load(path).value();
    auto document = parser.iterate(bytes).value();
    database.execute("BEGIN");
    std::size_t n_rows = 0;
    for (auto row : document.get_array()) {
        insert_row(database, row.get_object().value());
        ++n_rows;
    }
    database.execute("COMMIT");
    return n_rows;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 3) throw std::runtime_error("usage: import_floor LIBRARY.db FILE...");
        Database database(argv[1]);
        database.execute(schema.data());
        database.prepare();
        simdjson::ondemand::parser parser;
        std::size_t n_rows = 0;
        for (int i = 2; i < argc; ++i) n_rows += import_file(database, parser, argv[i]);
        fmt::print("{{\"rows\": {}}}\n", n_rows);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "import_floor: {}\n", error.what());
        return 1;
    }
}
