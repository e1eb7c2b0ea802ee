#include "store/sqlite/database.h"

#include "store/sqlite/turn.h"
#include "store/store.h"

#include <algorithm>
#include <exception>
#include <sqlite3.h>
#include <thread>

namespace attune::store {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Between two looks whether the other program is done. Short: who writes again and again leaves little time between.
constexpr milliseconds longest_wait{10};

[[noreturn]] void throw_error(int code, std::string_view message) {
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            fail(ErrorCode::corrupt_data, "the library is damaged or is no library: {}", message);
        case SQLITE_BUSY:
        case SQLITE_LOCKED: throw Busy();
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            fail(
                ErrorCode::unavailable,
                "cannot write to the library ({}); make its folder writable or choose another with --library",
                message);
        case SQLITE_FULL:
            fail(ErrorCode::unavailable, "the disk with the library is full; make room and try again");
        case SQLITE_CONSTRAINT: fail(ErrorCode::conflict, "the library refuses a change: {}", message);
        default: fail(ErrorCode::unavailable, "the library cannot be read or written: {}", message);
    }
}

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK) throw_error(code, sqlite3_errmsg(database));
}

/// SQLite need not count its memory, under a lock, at every allocation. Before the first connection.
void leave_memory_uncounted() {
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

}  // namespace

/// How long to wait for another program that is writing.
struct Database::Patience {
    milliseconds longest = default_patience;
    Clock::time_point since;          ///< when the wait under way began
    std::function<void()> meanwhile;  ///< called instead of giving up
    std::exception_ptr stopped;       ///< what it threw: an exception must not pass through SQLite
    std::optional<FileLock> waiting;  ///< by which others see that this one waits

    /// SQLite asks again and again; 0 gives up.
    static int wait(void* patience, int n_waits) {
        auto& self = *static_cast<Patience*>(patience);
        self.announce();
        return self.has_more(n_waits) ? 1 : 0;
    }

    /// Sleeps a moment. False if it is time to give up.
    bool has_more(int n_waits) noexcept {
        if (n_waits == 0) since = Clock::now();
        if (Clock::now() - since >= longest && !goes_on()) return false;
        std::this_thread::sleep_for(std::min(milliseconds(1 << std::min(n_waits, 4)), longest_wait));
        return true;
    }

    void announce() noexcept {
        try {
            if (waiting) waiting->try_lock(FileLock::Kind::shared);
        } catch (const Error&) {
            // Then nobody gives way, and the wait is as long as it is.
        }
    }

    void wait_is_over() noexcept {
        if (waiting) waiting->unlock();
    }

    bool goes_on() noexcept {
        if (!meanwhile) return false;
        try {
            meanwhile();
        } catch (...) {
            stopped = std::current_exception();
            return false;
        }
        since = Clock::now();
        return true;
    }

    /// After a statement that found the database busy.
    void rethrow() {
        if (stopped) std::rethrow_exception(std::exchange(stopped, nullptr));
    }
};

Statement::Statement(sqlite3* database, Watch& watch, std::string_view sql)
    : database_(database), watch_(&watch) {
    watch.prepared = 0;
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                             &statement, nullptr));
    statement_.reset(statement);
    parts_ = watch.prepared;
}

void Statement::check(int code) const { store::check(code, database_); }

void Statement::bind(int parameter, std::nullptr_t) {
    check(sqlite3_bind_null(statement_.get(), parameter + 1));
}

void Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter + 1, value));
}

void Statement::bind(int parameter, std::string_view value) {
    // A null pointer would be NULL, not the empty text.
    const char* text = value.empty() ? "" : value.data();
    check(sqlite3_bind_text(statement_.get(), parameter + 1, text, static_cast<int>(value.size()),
                            SQLITE_STATIC));
}

void Statement::bind(int parameter, Blob value) {
    const char* bytes = value.bytes.empty() ? "" : value.bytes.data();
    check(sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes, value.bytes.size(), SQLITE_STATIC));
}

void Statement::bind_integer(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter + 1, value));
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        if (parts_ != 0 && sqlite3_changes64(database_) > 0) watch_->touched |= parts_;
        sqlite3_reset(statement_.get());
        return false;
    }
    const std::string message = sqlite3_errmsg(database_);
    sqlite3_reset(statement_.get());
    throw_error(code, message);
}

void Statement::reset() noexcept { sqlite3_reset(statement_.get()); }

int Statement::n_columns() const noexcept { return sqlite3_column_count(statement_.get()); }

std::string_view Statement::name(int column) const noexcept {
    return sqlite3_column_name(statement_.get(), column);
}

Statement::Type Statement::type(int column) const {
    switch (sqlite3_column_type(statement_.get(), column)) {
        case SQLITE_NULL: return Type::null;
        case SQLITE_INTEGER: return Type::integer;
        case SQLITE_FLOAT: return Type::real;
        case SQLITE_TEXT: return Type::text;
        default: fail(ErrorCode::corrupt_data, "column {} of the library is of bytes", name(column));
    }
}

bool Statement::is_null(int column) const noexcept {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const noexcept {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (text == nullptr) return {};
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::bytes(int column) const noexcept {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::integer(int column) const noexcept {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const noexcept { return sqlite3_column_double(statement_.get(), column); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

Database::Database(const std::filesystem::path& path, bool create) : patience_(std::make_unique<Patience>()) {
    leave_memory_uncounted();
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    database_.reset(database);
    check(code, database);
    sqlite3_busy_handler(database, Patience::wait, patience_.get());
}

Database::~Database() = default;

void Database::set_patience(milliseconds longest) { patience_->longest = longest; }

void Database::set_meanwhile(std::function<void()> meanwhile) { patience_->meanwhile = std::move(meanwhile); }

void Database::Close::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }

void Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    patience_->wait_is_over();
    if ((code & 0xFF) == SQLITE_BUSY) patience_->rethrow();
    check(code, database_.get());
}

void Database::announce_waiting(const std::filesystem::path& file) { patience_->waiting.emplace(file); }

void Database::wait_until(const std::function<bool()>& is_free) {
    for (int n_waits = 0; !is_free(); ++n_waits) {
        if (patience_->has_more(n_waits)) continue;
        patience_->rethrow();
        throw Busy();
    }
}

Statement& Database::prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    return statements_.try_emplace(std::string(sql), database_.get(), *watch_, sql).first->second;
}

std::int64_t Database::last_id() const noexcept { return sqlite3_last_insert_rowid(database_.get()); }

bool Database::in_transaction() const noexcept { return sqlite3_get_autocommit(database_.get()) == 0; }

std::int64_t Database::n_changed() const noexcept { return sqlite3_changes64(database_.get()); }

std::int64_t Database::n_changed_ever() const noexcept { return sqlite3_total_changes64(database_.get()); }

bool Database::begin_at_once() {
    sqlite3_busy_handler(database_.get(), nullptr, nullptr);
    const int code = sqlite3_exec(database_.get(), "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    sqlite3_busy_handler(database_.get(), Patience::wait, patience_.get());
    if ((code & 0xFF) == SQLITE_BUSY) return false;
    check(code, database_.get());
    return true;
}

void Database::define(const char* name, std::int64_t (*function)(std::string_view)) {
    using Function = std::int64_t (*)(std::string_view);
    const auto call = [](sqlite3_context* context, int /*n_values*/, sqlite3_value** values) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
        if (text == nullptr) return sqlite3_result_null(context);
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
        const auto& of = *static_cast<const Function*>(sqlite3_user_data(context));
        sqlite3_result_int64(context, of({text, size}));
    };
    const auto forget = [](void* kept) { delete static_cast<Function*>(kept); };
    auto kept = std::make_unique<Function>(function);  // SQLite deletes it, also if this fails
    check(sqlite3_create_function_v2(database_.get(), name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                     kept.release(), call, nullptr, nullptr, forget),
          database_.get());
}

void Database::watch(unsigned (*parts_of)(std::string_view table, std::string_view column)) {
    const auto note = [](void* watch, int action, const char* table, const char* column, const char*,
                         const char*) {
        auto& noted = *static_cast<Watch*>(watch);
        if (action == SQLITE_INSERT || action == SQLITE_DELETE) noted.prepared |= noted.parts_of(table, "");
        if (action == SQLITE_UPDATE) noted.prepared |= noted.parts_of(table, column);
        return SQLITE_OK;
    };
    watch_->parts_of = parts_of;
    check(sqlite3_set_authorizer(database_.get(), note, watch_.get()), database_.get());
}

}  // namespace attune::store
