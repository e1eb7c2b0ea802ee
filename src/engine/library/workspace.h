#pragma once

#include "core/task.h"
#include "core/time.h"
#include "engine/library/parts.h"
#include "engine/library/state.h"
#include "store/store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace attune::shapes {
struct People;
}

namespace attune::engine {

/// A file in a library's folder whose text every output shows: that its listener is simulated.
inline constexpr std::string_view notice_file = "NOTICE.txt";

/// What every use case works with: a library, a person in it, and how to work.
struct Workspace {
    std::filesystem::path directory;  ///< of the library
    std::unique_ptr<store::Store> store;
    std::string person = "me";  ///< a label that the user chose
    std::string notice;         ///< what every output must say of this library; mostly empty
    Timestamp now;              ///< the moment that counts as the present
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    Task task;
    /// Whether a text that means a track may be the path of a file. Not where a request brings it: the answer would tell
    /// strangers which files there are.
    bool may_name_files = true;
    std::shared_ptr<Parts> parts = std::make_shared<Parts>();  ///< shared by workspaces of one library

    /// The person's id, made if there is none.
    library::PersonId ensure_person() { return store->ensure_person(person); }

    /// The person's id. @throws Error{not_found} with the people there are
    library::PersonId person_id() const;
};

/// Opens the library in `directory`; `create`: makes it if there is none.
/// @throws as store::open_store()
std::unique_ptr<Workspace> open_workspace(const std::filesystem::path& directory, bool create);

/// Says that another program is writing. @throws Error{interrupted} if the task is stopped
void wait_a_moment(const Task& task);

/// Has every change wait until no other program writes: it says so as progress, and ends when the task is stopped.
void wait_for_others(Workspace& workspace);

/// The same for one transaction, where changes otherwise give up: work that took long, or that nobody waits for.
std::unique_ptr<store::Transaction> begin_when_free(store::Store& store, const Task& task);

/// As it is now, by whomever it was changed.
LibraryState state_of(Workspace& workspace);

/// Renames a person. @throws Error{invalid_argument}, Error{not_found}, Error{conflict}
void rename_person(Workspace& workspace, std::string_view from, std::string_view to);

/// Deletes a person with all that is theirs: listens, playlists, labels, runs and their models.
/// @throws Error{not_found}
void delete_person(Workspace& workspace, std::string_view name);

/// The people of the library and how many listens each has.
shapes::People list_people(Workspace& workspace);

/// Where the models of a run are kept.
std::filesystem::path models_directory(const Workspace& workspace, library::RunId run);

/// Checks a label for a person: 1 to 64 bytes of UTF-8, no control characters, no space at either end.
/// @throws Error{invalid_argument}
void check_person_name(std::string_view name);

}  // namespace attune::engine
