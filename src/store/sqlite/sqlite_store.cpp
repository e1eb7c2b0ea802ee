#include "store/sqlite/sqlite_store.h"

#include "store/sqlite/migrations.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace attune::store {

class SqliteTransaction final : public Transaction {
  public:
    explicit SqliteTransaction(SqliteStore& store) : store_(store) {}
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    ~SqliteTransaction() override {
        if (is_open_) store_.roll_back();
    }

    void commit() override {
        store_.commit();
        is_open_ = false;
    }

  private:
    SqliteStore& store_;
    bool is_open_ = true;
};

namespace {

constexpr std::string_view file_name = "library.db";

// WAL with synchronous=NORMAL: a power cut may cost the last transactions, which importing again repeats, but
// never damages the library; a killed program costs nothing that was committed. The cache (32 MiB) bounds
// what a long transaction holds in memory; the rest goes to the log.
constexpr auto settings = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -32768;
PRAGMA wal_autocheckpoint = 8000;
)sql";

bool is_writable(const std::filesystem::path& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

void require_writable(const std::filesystem::path& path) {
    if (is_writable(path)) return;
    fail(ErrorCode::unavailable,
         "cannot write to {}; make it writable or choose another folder with --library", path.string());
}

void make_directory(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (error) {
        fail(ErrorCode::unavailable, "cannot make the folder {} ({}); choose another with --library",
             directory.string(), error.message());
    }
}

}  // namespace

SqliteStore::SqliteStore(const std::filesystem::path& file, bool create) : database_(file, create) {
    // Reading first tells a file that is no database from one that cannot be changed.
    database_.first<std::int64_t>("PRAGMA schema_version");
    migrate(database_);
    database_.execute(settings);
}

std::unique_ptr<Transaction> SqliteStore::begin() {
    if (database_.in_transaction()) fail(ErrorCode::conflict, "a transaction is open already");
    database_.execute("BEGIN IMMEDIATE");
    return std::make_unique<SqliteTransaction>(*this);
}

void SqliteStore::commit() {
    community_.flush();
    database_.execute("COMMIT");
    community_.end_import();
    catalogue_import_ = 0;
}

void SqliteStore::roll_back() noexcept {
    // What was remembered may be of rows that are gone now.
    names_.clear();
    ranges_.clear();
    community_.forget_memory();
    catalogue_import_ = 0;
    try {
        if (database_.in_transaction()) database_.execute("ROLLBACK");
    } catch (const Error&) {
        // The connection is beyond help; what it had written is taken back when the library is opened next.
    }
}

SqliteStore::Change::Change(SqliteStore& store) : store_(store), is_open_(!store.database_.in_transaction()) {
    if (is_open_) store_.database_.execute("BEGIN IMMEDIATE");
}

SqliteStore::Change::~Change() {
    if (is_open_) store_.roll_back();
}

void SqliteStore::Change::commit() {
    if (is_open_) store_.commit();
    is_open_ = false;
}

std::vector<std::string> SqliteStore::check_integrity() {
    std::vector<std::string> faults;
    auto pages = database_.query("PRAGMA integrity_check(20)");
    while (pages.next()) {
        if (auto text = pages.get<std::string>(0); text != "ok") faults.push_back(std::move(text));
    }
    auto references = database_.query("PRAGMA foreign_key_check");
    while (references.next()) {
        faults.push_back(fmt::format("row {} of {} refers to a row of {} that does not exist",
                                     references.get<std::int64_t>(1), references.get<std::string>(0),
                                     references.get<std::string>(2)));
    }
    // Of a million listens, checking each reference as it is written would cost a third of an import.
    const auto lost = database_.first<std::int64_t>(
        "SELECT count(*) FROM listens WHERE person_id NOT IN (SELECT id FROM persons) OR track_id NOT IN "
        "(SELECT id FROM tracks)");
    if (lost.value_or(0) > 0) faults.push_back(fmt::format("{} listens have no person or no track", *lost));
    if (const auto n = community_.n_lost(); n > 0)
        faults.push_back(fmt::format("{} plays of the community have no person, no artist or no track", n));
    return faults;
}

std::unique_ptr<Store> open_store(const std::filesystem::path& directory, bool create) {
    const auto file = directory / file_name;
    std::error_code ignored;
    const bool exists = std::filesystem::exists(file, ignored);
    if (!exists && !create) {
        fail(ErrorCode::not_found, "there is no library in {}; 'attune import' makes one",
             directory.string());
    }
    if (!exists) make_directory(directory);
    require_writable(directory);
    if (exists) require_writable(file);
    return std::make_unique<SqliteStore>(file, create);
}

}  // namespace attune::store
