#include "store/sqlite/revisions.h"
#include "store/sqlite/sqlite_store.h"
#include "store/sqlite/told.h"

#include <chrono>
#include <stdexcept>
#include <thread>
#include <utility>

namespace attune::store {

class SqliteImport final : public Import {
  public:
    SqliteImport(SqliteStore& store, const Slices& slices, std::function<void()> meanwhile)
        : store_(store), slices_(slices) {
        store_.meanwhile_ = std::move(meanwhile);
    }
    SqliteImport(const SqliteImport&) = delete;
    SqliteImport& operator=(const SqliteImport&) = delete;
    ~SqliteImport() override {
        if (is_open_) store_.abandon_import();
    }

    void rest() override {
        if (!store_.database_.in_transaction()) return;
        if (++n_rows_ < slices_.rows && std::chrono::steady_clock::now() - store_.wrote_from_ < slices_.time)
            return;
        store_.end_slice();
        n_rows_ = 0;
    }

    void commit(const std::optional<ImportRow>& row) override {
        store_.commit_import(row);
        is_open_ = false;
    }

  private:
    SqliteStore& store_;
    Slices slices_;
    std::size_t n_rows_ = 0;  ///< in the slice
    bool is_open_ = true;
};

std::unique_ptr<Import> SqliteStore::begin_import(const Slices& slices,
                                                  const std::function<void()>& meanwhile) {
    if (database_.in_transaction() || import_ != 0)
        fail(ErrorCode::conflict, "an import cannot begin within a transaction or another import");
    patiently(meanwhile, [&] { wait_for_intake(); });
    try {
        patiently(meanwhile, [&] { begin_writing(); });
        import_ = 1 + database_.first<std::int64_t>("SELECT last FROM import_state").value_or(0);
        database_.run("INSERT INTO main.imports (id, name, kind, at, report) VALUES (?, '', '', 0, '')",
                      import_);
        database_.run("UPDATE import_state SET pending = ?", import_);
        end_slice();
        names_.clear();  // what it knows was told by others
        show_everything(database_);
        n_changed_before_import_ = database_.n_changed_ever();
        return std::make_unique<SqliteImport>(*this, slices, meanwhile);
    } catch (...) {
        abandon_import();
        throw;
    }
}

void SqliteStore::patiently(const std::function<void()>& meanwhile, const std::function<void()>& action) {
    while (true) {
        try {
            return action();
        } catch (const Busy&) {
            if (meanwhile) meanwhile();
        }
    }
}

/// When the first row of a slice is about to be written: while none comes nobody has to wait.
void SqliteStore::begin_slice() {
    let_pass(others_wait_);
    patiently(meanwhile_, [&] { database_.execute("BEGIN IMMEDIATE"); });
    wrote_from_ = std::chrono::steady_clock::now();
    // Nobody else adds tracks, artists or listens while this import is under way: what is remembered of them is true.
    data_version_ = database_.first<std::int64_t>("PRAGMA data_version");
}

/// Nobody queues for the lock, but who waits for it says so by a lock of its own.
void SqliteStore::let_pass(FileLock& others_wait) {
    constexpr int most_looks = 60;
    for (int look = 0; look < most_looks; ++look) {
        if (others_wait.try_lock(FileLock::Kind::alone)) return others_wait.unlock();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void SqliteStore::end_slice() {
    if (is_torn_) throw std::logic_error("a row that was refused has left something behind");
    database_.execute("COMMIT");
}

void SqliteStore::commit_import(const std::optional<ImportRow>& row) {
    if (!database_.in_transaction()) begin_slice();
    if (is_torn_) throw std::logic_error("a row that was refused has left something behind");
    const bool is_untouched = database_.n_changed_ever() == n_changed_before_import_;
    if (row) {
        database_.run(
            "UPDATE main.imports SET person_id = ?, name = ?, kind = ?, at = ?, report = ? WHERE id = ?",
            row->person, row->name, row->kind, row->at, row->report, import_);
    } else {
        database_.run("DELETE FROM main.imports WHERE id = ?", import_);
    }
    // Of a file that told nothing no trace is left.
    const bool is_empty = !row && is_untouched;
    database_.run("UPDATE import_state SET pending = -1, last = CASE WHEN ?1 THEN last ELSE ?2 END", is_empty,
                  import_);
    if (!is_empty) count_changes(database_);
    database_.execute("COMMIT");
    wrote_until_ = wrote_from_ = std::chrono::steady_clock::now();
    end_import();
}

void SqliteStore::end_import() {
    import_ = 0;
    catalogue_import_ = 0;
    names_.clear();
    database_.untouch();
    show_whole_imports(database_);
    intake_.unlock();
}

void SqliteStore::abandon_import() noexcept {
    roll_back();
    import_ = 0;
    try {
        show_whole_imports(database_);
        clear_rests();
    } catch (const Error&) {
        // Nobody sees the rests; they are cleared when the library is opened next.
    }
    intake_.unlock();
}

void SqliteStore::clear_rests() {
    const auto pending = pending_import(database_);
    if (!pending) return;
    clear_pending(database_, *pending, [&](const std::function<void()>& action) {
        let_pass(others_wait_);
        database_.execute("BEGIN IMMEDIATE");
        try {
            action();
            database_.execute("COMMIT");
        } catch (...) {
            database_.execute("ROLLBACK");
            throw;
        }
    });
    database_.untouch();
}

void SqliteStore::wait_for_intake() {
    let_pass(others_wait_for_intake_);
    try {
        database_.wait_until([&] {
            if (intake_.try_lock(FileLock::Kind::alone)) return true;
            waits_for_intake_.try_lock(FileLock::Kind::shared);
            return false;
        });
    } catch (...) {
        waits_for_intake_.unlock();
        throw;
    }
    waits_for_intake_.unlock();
    try {
        clear_rests();
    } catch (...) {
        intake_.unlock();
        throw;
    }
}

SqliteStore::IntakeTurn::IntakeTurn(SqliteStore& store) : store_(store) {
    if (store_.intake_.is_locked()) return;
    if (!store_.database_.in_transaction() || store_.is_reading_) {
        if (store_.is_reading_) return;  // begin_writing() says what is wrong
        store_.wait_for_intake();
        is_mine_ = true;
        return;
    }
    // Whoever imports may be waiting for this transaction to end.
    if (!store_.intake_.try_lock(FileLock::Kind::alone)) throw Busy();
    if (pending_import(store_.database_)) {
        store_.intake_.unlock();
        throw Busy();
    }
    store_.intake_goes_with_transaction_ = true;
}

SqliteStore::IntakeTurn::~IntakeTurn() {
    if (is_mine_) store_.intake_.unlock();
}

void SqliteStore::add_import(const ImportRow& row) {
    const IntakeTurn turn(*this);
    Change change(*this);
    database_.run("UPDATE import_state SET last = last + 1");
    database_.run(
        "INSERT INTO main.imports (id, person_id, name, kind, at, report) SELECT last, ?, ?, ?, ?, ? FROM "
        "import_state",
        row.person, row.name, row.kind, row.at, row.report);
    change.commit();
}

std::vector<ImportRow> SqliteStore::imports() {
    std::vector<ImportRow> imports;
    auto rows = database_.query("SELECT id, person_id, name, kind, at, report FROM imports ORDER BY id");
    while (rows.next()) {
        imports.push_back({rows.get<std::int64_t>(0), rows.get<library::PersonId>(1),
                           rows.get<std::string>(2), rows.get<std::string>(3), rows.get<Timestamp>(4),
                           rows.get<std::string>(5)});
    }
    return imports;
}

}  // namespace attune::store
