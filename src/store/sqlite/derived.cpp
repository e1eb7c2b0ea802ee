#include "store/sqlite/sqlite_store.h"

namespace attune::store {

std::optional<std::string> SqliteStore::derived(std::string_view name, std::string_view key) {
    auto rows = database_.query("SELECT bytes FROM derived WHERE name = ? AND key = ?", name, key);
    if (!rows.next()) return std::nullopt;
    return std::string(rows.bytes(0));
}

void SqliteStore::keep_derived(std::string_view name, std::string_view key, std::string_view bytes) {
    if (is_reading_) {
        to_keep_.push_back({std::string(name), std::string(key), std::string(bytes)});
    } else if (database_.in_transaction()) {
        write_derived(name, key, bytes);
    } else {
        keep_derived_at_once(name, key, bytes);
    }
}

void SqliteStore::write_derived(std::string_view name, std::string_view key, std::string_view bytes) {
    database_.run("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", name, key, Blob{bytes});
}

void SqliteStore::keep_derived_at_once(std::string_view name, std::string_view key,
                                       std::string_view bytes) noexcept {
    try {
        if (!database_.begin_at_once()) return;
        write_derived(name, key, bytes);
        database_.execute("COMMIT");
    } catch (const Error&) {
        roll_back();
    }
}

}  // namespace attune::store
