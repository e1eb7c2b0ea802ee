#pragma once

#include "store/sqlite/database.h"

namespace attune::store {

/// @throws Error{conflict} if the schema is newer than this program, Error{corrupt_data} if the file belongs to
///         another program
void check_owner(Database& database);

/// Brings the schema up to the newest version, one transaction a migration. After check_owner().
void migrate(Database& database);

}  // namespace attune::store
