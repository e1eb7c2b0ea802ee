#include "store/sqlite/sqlite_store.h"

#include "store/rules/name_key.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/revisions.h"
#include "store/sqlite/told.h"

#include <fcntl.h>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

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

class SqliteReading final : public Reading {
  public:
    /// @param store  whose state this holds; null inside of another reading or transaction
    explicit SqliteReading(SqliteStore* store) : store_(store) {}
    SqliteReading(const SqliteReading&) = delete;
    SqliteReading& operator=(const SqliteReading&) = delete;
    ~SqliteReading() override {
        if (store_ != nullptr) store_->end_reading();
    }

  private:
    SqliteStore* store_;
};

namespace {

constexpr std::string_view file_name = "library.db";
constexpr std::string_view intake_file = ".import.lock";
constexpr std::string_view intake_turn_file = ".import_turn.lock";
constexpr std::string_view turn_file = ".turn.lock";

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

void prepare(Database& database) {
    // Reading first tells a file that is no database from one that cannot be changed.
    database.first<std::int64_t>("PRAGMA schema_version");
    check_owner(database);
    database.execute(settings);
    migrate(database);
}

/// Where two open a library that one of them is just making, SQLite lets neither wait: each holds what the other needs.
void prepare_in_turn(Database& database) {
    constexpr std::chrono::milliseconds a_turn{10};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (true) {
        try {
            return prepare(database);
        } catch (const Busy&) {
            if (std::chrono::steady_clock::now() > end) throw;
        }
        if (database.in_transaction()) database.execute("ROLLBACK");
        std::this_thread::sleep_for(a_turn);
    }
}

}  // namespace

SqliteStore::SqliteStore(const std::filesystem::path& file, bool create)
    : intake_(file.parent_path() / intake_file),
      others_wait_(file.parent_path() / turn_file),
      others_wait_for_intake_(file.parent_path() / intake_turn_file),
      waits_for_intake_(file.parent_path() / intake_turn_file),
      database_(file, create) {
    prepare_in_turn(database_);
    database_.watch(parts_of);
    database_.define("attune_id_hash", id_hash);
    database_.announce_waiting(file.parent_path() / turn_file);
    show_whole_imports(database_);
    clear_what_died();
}

/// What an import has left whose program was killed.
void SqliteStore::clear_what_died() {
    if (!pending_import(database_) || !intake_.try_lock(FileLock::Kind::alone)) return;
    try {
        clear_rests();
    } catch (const Error&) {
        // Others are writing, or the disk is full: nobody sees it, and the next one tries again.
    }
    intake_.unlock();
}

std::unique_ptr<Transaction> SqliteStore::begin() {
    if ((database_.in_transaction() && !is_reading_) || import_ != 0)
        fail(ErrorCode::conflict, "a transaction is open already");
    if (!is_reading_) {
        wait_for_intake();
        intake_goes_with_transaction_ = true;
    }
    try {
        begin_writing();
    } catch (...) {
        end_intake();
        throw;
    }
    return std::make_unique<SqliteTransaction>(*this);
}

std::unique_ptr<Transaction> SqliteStore::begin_beside_imports() {
    if ((database_.in_transaction() && !is_reading_) || import_ != 0)
        fail(ErrorCode::conflict, "a transaction is open already");
    begin_writing();
    return std::make_unique<SqliteTransaction>(*this);
}

void SqliteStore::end_intake() noexcept {
    if (std::exchange(intake_goes_with_transaction_, false)) intake_.unlock();
}

std::unique_ptr<Reading> SqliteStore::read() {
    if (database_.in_transaction()) return std::make_unique<SqliteReading>(nullptr);
    begin_reading();
    return std::make_unique<SqliteReading>(this);
}

void SqliteStore::begin_writing() {
    // A state that is read cannot be changed: that of the library may be another by now.
    if (is_reading_) throw std::logic_error("the library is changed while one state of it is read");
    give_way();
    database_.execute("BEGIN IMMEDIATE");
    wrote_from_ = std::chrono::steady_clock::now();
    try {
        forget_if_changed();
    } catch (...) {
        roll_back();
        throw;
    }
}

void SqliteStore::give_way() const {
    // Nobody queues for the lock: who waits looks every 10 ms (Database) whether it is free.
    constexpr std::chrono::milliseconds a_turn{15};
    constexpr std::chrono::milliseconds long_enough{150};
    if (wrote_until_ - wrote_from_ < long_enough) return;
    std::this_thread::sleep_until(wrote_until_ + a_turn);
}

void SqliteStore::commit() {
    if (is_torn_) throw std::logic_error("a row that was refused has left something behind");
    community_.flush();
    count_changes(database_);
    database_.execute("COMMIT");
    wrote_until_ = std::chrono::steady_clock::now();
    database_.untouch();
    community_.end_import();
    catalogue_import_ = 0;
    end_intake();
}

void SqliteStore::roll_back() noexcept {
    // What was remembered may be of rows that are gone now.
    forget_memory();
    catalogue_import_ = 0;
    is_torn_ = false;
    database_.untouch();
    try {
        if (database_.in_transaction()) database_.execute("ROLLBACK");
    } catch (const Error&) {
        // The connection is beyond help; what it had written is taken back when the library is opened next.
    }
    end_intake();
}

void SqliteStore::begin_reading() {
    database_.execute("BEGIN");
    is_reading_ = true;
    try {
        forget_if_changed();  // reads, and so fixes the state
    } catch (...) {
        end_reading();
        throw;
    }
}

void SqliteStore::end_reading() noexcept {
    is_reading_ = false;
    try {
        if (database_.in_transaction()) database_.execute("ROLLBACK");
    } catch (const Error&) {
        // As in roll_back().
    }
    for (const auto& [name, key, bytes] : std::exchange(to_keep_, {})) keep_derived_at_once(name, key, bytes);
}

void SqliteStore::forget_if_changed() {
    const auto version = database_.first<std::int64_t>("PRAGMA data_version");
    if (version != data_version_) forget_memory();
    data_version_ = version;
}

void SqliteStore::forget_memory() {
    names_.clear();
    ranges_.clear();
    community_.forget_memory();
}

SqliteStore::Change::Change(SqliteStore& store, Kind kind)
    : store_(store), was_torn_(store.is_torn_), n_changed_before_(store.database_.n_changed_ever()) {
    const bool is_within = store_.database_.in_transaction() && !store_.is_reading_;
    if (!is_within && (store_.import_ == 0 || store_.is_reading_)) {
        store_.begin_writing();
        begun_ = Begun::transaction;
        return;
    }
    if (!is_within) store_.begin_slice();
    if (kind == Kind::whole) {
        store_.community_.flush();
        store_.database_.execute("SAVEPOINT change");
        begun_ = Begun::savepoint;
        n_changed_before_ = store_.database_.n_changed_ever();
    }
}

SqliteStore::Change::~Change() {
    if (is_done_) return;
    switch (begun_) {
        case Begun::transaction: store_.roll_back(); break;
        case Begun::savepoint: take_back_savepoint(); break;
        case Begun::nothing:
            if (store_.database_.n_changed_ever() != n_changed_before_) store_.is_torn_ = true;
            break;
    }
}

void SqliteStore::Change::take_back_savepoint() noexcept {
    store_.is_torn_ = true;
    try {
        store_.database_.execute("ROLLBACK TO change; RELEASE change");
        if (store_.database_.n_changed_ever() != n_changed_before_) store_.forget_memory();
        store_.is_torn_ = was_torn_;
    } catch (const Error&) {
        // The transaction stays torn.
    }
}

void SqliteStore::Change::commit() {
    if (begun_ == Begun::transaction) store_.commit();
    if (begun_ == Begun::savepoint) store_.database_.execute("RELEASE change");
    is_done_ = true;
}

Revisions SqliteStore::revisions() { return read_revisions(database_); }

void SqliteStore::note_music_changed() {
    Change change(*this);
    database_.touch(music_part);
    change.commit();
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
