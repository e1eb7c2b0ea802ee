// The least that an import of extended histories can be: simdjson reads the fields that attune reads, SQLite
// takes a plain row for each, without index, identity or dedupe. Prints the number of rows.
//
// usage: import_floor LIBRARY.db FILE...
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <simdjson.h>
#include <sqlite3.h>
#include <stdexcept>
#include <string_view>

namespace {

using simdjson::ondemand::object;

constexpr std::string_view schema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    "CREATE TABLE listens (ended_at INTEGER, ms_played INTEGER, offline_timestamp INTEGER, spotify_id TEXT,"
    " names INTEGER, reasons INTEGER, skipped INTEGER, shuffle INTEGER, offline INTEGER, platform INTEGER)";

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
        sqlite3_prepare_v2(handle_, "INSERT INTO listens VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert_,
                           nullptr);
    }

    void bind(int column, std::int64_t value) { sqlite3_bind_int64(insert_, column, value); }
    void bind(int column, std::string_view text) {
        sqlite3_bind_text(insert_, column, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    void insert() {
        sqlite3_step(insert_);
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

/// "2026-02-02T01:15:20Z" as a number whose order is that of time: no calendar here.
std::int64_t digits_of(std::string_view time) {
    std::int64_t value = 0;
    for (const char c : time)
        if (c >= '0' && c <= '9') value = 10 * value + (c - '0');
    return value;
}

void insert_row(Database& database, object row) {
    // In the order of the file: simdjson then goes through each row once.
    database.bind(1, digits_of(text(row, "ts")));
    database.bind(10, static_cast<std::int64_t>(text(row, "platform").size()));
    database.bind(2, number(row, "ms_played"));
    std::size_t names = text(row, "master_metadata_track_name").size();
    names += text(row, "master_metadata_album_artist_name").size();
    names += text(row, "master_metadata_album_album_name").size();
    const auto uri = text(row, "spotify_track_uri");
    database.bind(4, uri.substr(uri.size() - std::min<std::size_t>(uri.size(), 22)));
    names += text(row, "episode_name").size() + text(row, "spotify_episode_uri").size();
    names += text(row, "audiobook_title").size() + text(row, "audiobook_uri").size();
    database.bind(5, static_cast<std::int64_t>(names));
    const auto reasons = text(row, "reason_start").size() + 100 * text(row, "reason_end").size();
    database.bind(6, static_cast<std::int64_t>(reasons));
    database.bind(8, std::int64_t{truth(row, "shuffle")});
    database.bind(7, std::int64_t{truth(row, "skipped")});
    database.bind(9, std::int64_t{truth(row, "offline")});
    database.bind(3, number(row, "offline_timestamp"));
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
