#pragma once

#include "store/sqlite/database.h"
#include "store/store.h"

#include <string_view>

namespace attune::store {

/// The parts of a library whose changes are counted, as bits: see Revisions.
enum Part : unsigned {
    no_part = 0,
    music_part = 1,
    community_part = 2,
    people_part = 4,
    listens_part = 8,
    playlists_part = 16,
    labels_part = 32,
    runs_part = 64,
    all_parts = 127,
};

/// To which part a column of a table belongs; the column is empty for whole rows. A table that is not known here
/// belongs to all: better to count too often.
unsigned parts_of(std::string_view table, std::string_view column);

Revisions read_revisions(Database& database);

/// Counts one more change of what the database was touched in. Inside a transaction, as its last statement.
void count_changes(Database& database);

}  // namespace attune::store
