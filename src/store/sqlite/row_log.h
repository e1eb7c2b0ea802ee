#pragma once

#include "core/json_fwd.h"
#include "store/sqlite/database.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::store {

/// What happens to rows under a correction, so that it can be taken back: each row before and after, as JSON objects of
/// its columns, in the table correction_rows. Any database can keep and replay that.
class RowLog {
  public:
    /// @param correction  of whose log this is the end
    RowLog(Database& database, std::int64_t correction) : database_(database), correction_(correction) {}

    // Rows are chosen by the values of some columns.

    /// Sets columns of rows. Where another row has the key that a row would get, the row is deleted.
    void change(std::string_view table, const Json& chosen, const Json& columns);
    void remove(std::string_view table, const Json& chosen);
    /// Notes that rows were added just now.
    void note_added(std::string_view table, const Json& chosen);

    /// Adds an entry as it is; an object, or null where there was or is no such row.
    void add(std::string_view table, const Json& before, const Json& after);

  private:
    void change_row(std::string_view table, const Json& before, const Json& columns);

    Database& database_;
    std::int64_t correction_;
};

/// Takes back what a log holds, from its end on, and deletes it. A value that was changed since stays as it is, and so
/// does a row that was added in the place of a deleted one; a row that was moved goes back also if it was changed.
/// @throws Error{conflict} if a reference to a row that is gone would come back
void take_back(Database& database, std::int64_t correction);

}  // namespace attune::store
