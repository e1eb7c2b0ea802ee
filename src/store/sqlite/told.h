#pragma once

#include "store/sqlite/database.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace attune::store {

// What imports write has `told_by`, the number of the first import that told it (0: none that is known, or no import),
// and where a later import puts another row in its place `replaced_by` (0: none does). While an import is under way it
// is import_state.pending. Each connection has temporary views with the names of the tables, which leave out what the
// pending import has told, and show what it has replaced: so no query can forget to. Who writes names the table, as
// main.tracks.

/// A table whose rows are told by imports.
struct ToldTable {
    std::string_view name;
    std::array<std::string_view, 6> keys;  ///< its primary key; the last ones may be empty
    bool has_versions = false;             ///< it has replaced_by

    std::span<const std::string_view> key_columns() const;
};

/// In an order in which rows may be deleted: what refers before what is referred to.
std::span<const ToldTable> told_tables();

/// The tables that say which imports told something again; the first column of each is import_id.
std::span<const ToldTable> telling_tables();

/// Has the names of tables mean what all may see, that is without the pending import.
void show_whole_imports(Database& database);

/// Has the names of tables mean what the import sees that is under way on this connection: all but what is replaced.
void show_everything(Database& database);

/// The import that is under way, or was when its program ended.
std::optional<std::int64_t> pending_import(Database& database);

/// Takes back what a pending import has written, a few thousand rows a transaction. Nobody else may import meanwhile.
/// @param in_transaction  runs what it is given as a transaction of its own
void clear_pending(Database& database, std::int64_t import,
                   const std::function<void(const std::function<void()>&)>& in_transaction);

/// Tracks that nobody has changed since the import did are as it found them.
void put_tracks_back(Database& database, std::int64_t import);

/// Where foreign keys are checked row by row, deleting many tracks takes their number squared. Outside of a transaction.
class ForeignKeysOff {
  public:
    explicit ForeignKeysOff(Database& database);
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;
    ~ForeignKeysOff();

  private:
    Database& database_;
};

}  // namespace attune::store
