#pragma once

#include "store/sqlite/database.h"

namespace attune::store {

/// Brings the schema up to the newest version, one transaction a migration.
/// @throws Error{conflict} if the schema is newer than this program, Error{corrupt_data} if the file belongs to
///         another program
void migrate(Database& database);

}  // namespace attune::store
