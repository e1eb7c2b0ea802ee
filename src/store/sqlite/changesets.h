#pragma once

#include "store/sqlite/database.h"

namespace attune::store {

/// Migration 8: makes rows of correction_rows of what SQLite had recorded of each correction (a changeset).
void convert_changesets(Database& database);

}  // namespace attune::store
