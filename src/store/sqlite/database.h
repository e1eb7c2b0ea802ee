#pragma once

#include "core/error.h"
#include "core/time.h"
#include "library/ids.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace attune::store {

/// Bytes that are no text, for binding.
struct Blob {
    std::string_view bytes;
};

/// What a database tells of the rows that are written in it, by parts that its owner defines: a set of bits each.
struct Watch {
    /// The parts to which a column of a table belongs; the column is empty where whole rows come or go.
    unsigned (*parts_of)(std::string_view table, std::string_view column) = nullptr;
    unsigned prepared = 0;  ///< parts that the statement being prepared writes to
    unsigned touched = 0;   ///< parts that statements have changed
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// A prepared statement. Parameters and columns count from 0.
class Statement {
  public:
    Statement(sqlite3* database, Watch& watch, std::string_view sql);

    void bind(int parameter, std::nullptr_t);
    void bind(int parameter, double value);
    /// The text must live until the statement is reset.
    void bind(int parameter, std::string_view value);
    /// So must the bytes.
    void bind(int parameter, Blob value);
    template <std::integral T>
    void bind(int parameter, T value) {
        bind_integer(parameter, static_cast<std::int64_t>(value));
    }
    template <class T>
    requires std::is_enum_v<T>
    void bind(int parameter, T value) { bind_integer(parameter, static_cast<std::int64_t>(value)); }
    template <class Tag>
    void bind(int parameter, library::Id<Tag> id) {
        id ? bind_integer(parameter, id.value) : bind(parameter, nullptr);
    }
    void bind(int parameter, Timestamp time) { bind_integer(parameter, unix_seconds(time)); }
    template <class T>
    void bind(int parameter, const std::optional<T>& value) {
        value ? bind(parameter, *value) : bind(parameter, nullptr);
    }

    /// True if a row is there. After the last row the statement is reset.
    /// @throws Error by what went wrong: see the error table in database.cpp
    bool step();
    void reset() noexcept;

    enum class Type { null, integer, real, text };

    // Of the row that is there.
    int n_columns() const noexcept;
    std::string_view name(int column) const noexcept;
    /// @throws Error{corrupt_data} if it is of bytes
    Type type(int column) const;
    bool is_null(int column) const noexcept;
    template <class T>
    T get(int column) const {
        if constexpr (is_optional<T>) {
            return is_null(column) ? T() : T(get<typename T::value_type>(column));
        } else if constexpr (std::is_same_v<T, std::string>) {
            return std::string(text(column));
        } else if constexpr (std::is_floating_point_v<T>) {
            return static_cast<T>(real(column));
        } else if constexpr (std::is_same_v<T, bool>) {
            return integer(column) != 0;
        } else if constexpr (std::is_same_v<T, Timestamp>) {
            return timestamp_of(integer(column));
        } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
            return static_cast<T>(integer(column));
        } else {
            return T{integer(column)};  // an Id
        }
    }
    /// Valid until the next step or reset.
    std::string_view text(int column) const noexcept;
    std::string_view bytes(int column) const noexcept;  ///< of a blob, as long

  private:
    void bind_integer(int parameter, std::int64_t value);
    void check(int code) const;
    std::int64_t integer(int column) const noexcept;
    double real(int column) const noexcept;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    sqlite3* database_;
    Watch* watch_;
    unsigned parts_ = 0;  // that it writes to
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// The rows of a query that is under way; ends the query when it goes.
class Rows {
  public:
    explicit Rows(Statement& statement) : statement_(&statement) {}
    Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Rows& operator=(Rows&&) = delete;
    ~Rows() {
        if (statement_ != nullptr) statement_->reset();
    }

    bool next() { return statement_->step(); }
    template <class T>
    T get(int column) const {
        return statement_->get<T>(column);
    }
    bool is_null(int column) const noexcept { return statement_->is_null(column); }
    std::string_view bytes(int column) const noexcept { return statement_->bytes(column); }

  private:
    Statement* statement_;
};

/// A connection to one SQLite file. The only class that knows SQLite's functions.
class Database {
  public:
    /// Opens the file, making it if `create`. @throws Error{unavailable}, Error{corrupt_data}
    Database(const std::filesystem::path& path, bool create);
    ~Database();

    /// How long a statement waits for another program that is writing before it throws Busy.
    void set_patience(std::chrono::milliseconds longest);

    /// Called whenever that has passed, instead of throwing Busy; what it throws ends the wait of execute().
    void set_meanwhile(std::function<void()> meanwhile);

    /// From now on a lock on `file` is held while this one waits for another program that is writing.
    void announce_waiting(const std::filesystem::path& file);

    /// Waits as long as the patience says until something else than the database is free. @throws Busy
    void wait_until(const std::function<bool()>& is_free);

    /// Runs statements that give no rows and have no parameters, separated by ";".
    void execute(const std::string& sql);

    /// Runs one statement to its end; its preparation is kept. Returns the number of rows that it changed.
    template <class... Args>
    std::int64_t run(std::string_view sql, const Args&... args) {
        return run(prepared(sql), args...);
    }

    /// The same for a statement that is at hand.
    template <class... Args>
    std::int64_t run(Statement& statement, const Args&... args) {
        const Rows end(statement);
        bind_all(statement, args...);
        while (statement.step()) {
        }
        return n_changed();
    }

    /// Begins a query; its preparation is kept. Texts among `args` must live as long as the Rows.
    template <class... Args>
    Rows query(std::string_view sql, const Args&... args) {
        Statement& statement = prepared(sql);
        bind_all(statement, args...);
        return Rows(statement);
    }

    /// The first column of the first row, if there is one and it is not null.
    template <class T, class... Args>
    std::optional<T> first(std::string_view sql, const Args&... args) {
        auto rows = query(sql, args...);
        if (!rows.next() || rows.is_null(0)) return std::nullopt;
        return rows.template get<T>(0);
    }

    /// The first column of all rows.
    template <class T, class... Args>
    std::vector<T> query_all(std::string_view sql, const Args&... args) {
        std::vector<T> values;
        auto rows = query(sql, args...);
        while (rows.next()) values.push_back(rows.template get<T>(0));
        return values;
    }

    /// The kept preparation of a statement, for the few places that run it a million times.
    Statement& prepared(std::string_view sql);

    std::int64_t last_id() const noexcept;
    bool in_transaction() const noexcept;

    /// Begins a transaction that writes, unless another program is writing at this moment. True if it has begun.
    bool begin_at_once();

    /// Makes a function of texts known to SQL; of NULL it is NULL.
    void define(const char* name, std::int64_t (*function)(std::string_view));

    /// From now on statements tell which parts they change. Before the first one is prepared.
    void watch(unsigned (*parts_of)(std::string_view table, std::string_view column));
    /// The parts that were changed since the last untouch().
    unsigned touched() const noexcept { return watch_->touched; }
    void touch(unsigned parts) noexcept { watch_->touched |= parts; }
    void untouch() noexcept { watch_->touched = 0; }

    /// The rows changed by the last INSERT, UPDATE or DELETE.
    std::int64_t n_changed() const noexcept;

    /// The rows changed since the database was opened.
    std::int64_t n_changed_ever() const noexcept;

  private:
    template <class... Args>
    static void bind_all(Statement& statement, const Args&... args) {
        int parameter = 0;
        (statement.bind(parameter++, args), ...);
    }

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    struct Close {
        void operator()(sqlite3* database) const noexcept;
    };
    struct Patience;
    std::unique_ptr<Patience> patience_;  // SQLite points to it
    std::unique_ptr<sqlite3, Close> database_;
    std::unique_ptr<Watch> watch_ = std::make_unique<Watch>();  // statements point to it
    std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> statements_;
};

/// What `rows` holds of a row that another refers to. @throws Error{corrupt_data} if it is not there
template <class Map>
const typename Map::mapped_type& referred(const Map& rows, std::int64_t id) {
    const auto found = rows.find(id);
    if (found == rows.end())
        fail(ErrorCode::corrupt_data,
             "the library is damaged: it refers to a row that is not there, number {}", id);
    return found->second;
}

}  // namespace attune::store
