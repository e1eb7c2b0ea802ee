#pragma once

#include "library/ids.h"
#include "store/rows.h"

#include <optional>
#include <string_view>
#include <vector>

namespace attune::store {

/// The people of a library, each with listens, playlists, labels and runs of their own.
class People {
  public:
    virtual ~People() = default;

    /// The person of this label, made if there is none.
    virtual library::PersonId ensure_person(std::string_view name) = 0;

    virtual std::optional<library::PersonId> find_person(std::string_view name) = 0;

    virtual std::vector<PersonRow> people() = 0;  ///< counts all their listens

    virtual bool has_people() = 0;

    /// @throws Error{not_found}, Error{conflict} if the new name is taken
    virtual void rename_person(std::string_view from, std::string_view to) = 0;

    /// Deletes the person with everything that is theirs, and all that was worked out from the library.
    /// @throws Error{not_found}
    virtual void delete_person(std::string_view name) = 0;

  protected:
    People() = default;
    People(const People&) = default;
    People& operator=(const People&) = default;
};

}  // namespace attune::store
