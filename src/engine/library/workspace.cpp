#include "engine/library/workspace.h"

#include "core/error.h"
#include "core/text.h"
#include "files/file.h"
#include "shapes/library.h"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace attune::engine {
namespace {

constexpr std::size_t longest_person_name = 64;

}  // namespace

library::PersonId Workspace::person_id() const {
    if (const auto found = store->find_person(person)) return *found;
    std::string known;
    for (const auto& row : store->people()) known += (known.empty() ? "" : ", ") + row.name;
    fail(ErrorCode::not_found, "no person '{}' in this library; there are: {}", person,
         known.empty() ? "none yet (import something first)" : known);
}

std::unique_ptr<Workspace> open_workspace(const std::filesystem::path& directory, bool create) {
    auto workspace = std::make_unique<Workspace>();
    workspace->directory = directory;
    workspace->store = store::open_store(directory, create);
    if (std::filesystem::exists(directory / notice_file))
        workspace->notice = trim(files::read_file(directory / notice_file));
    return workspace;
}

void wait_a_moment(const Task& task) {
    task.report("waiting: another program is writing", 0, 0);
    task.check();
}

void wait_for_others(Workspace& workspace) {
    constexpr std::chrono::milliseconds between_words{100};
    workspace.store->set_patience(between_words);
    workspace.store->wait_for_others([&task = workspace.task] { wait_a_moment(task); });
}

std::unique_ptr<store::Transaction> begin_when_free(store::Store& store, const Task& task) {
    return store::begin_when_free(store, [&] { wait_a_moment(task); });
}

std::filesystem::path models_directory(const Workspace& workspace, library::RunId run) {
    return workspace.directory / "models" / std::to_string(run.value);
}

LibraryState state_of(Workspace& workspace) {
    const auto reading = workspace.store->read();
    std::error_code missing;
    const auto at = std::filesystem::last_write_time(workspace.directory / "genres.txt", missing);
    return {workspace.store->revisions(), missing ? 0 : at.time_since_epoch().count()};
}

void rename_person(Workspace& workspace, std::string_view from, std::string_view to) {
    check_person_name(to);
    workspace.store->rename_person(from, to);
}

void delete_person(Workspace& workspace, std::string_view name) {
    std::vector<std::filesystem::path> models;
    if (const auto id = workspace.store->find_person(name)) {
        for (const auto& run : workspace.store->runs(*id))
            models.push_back(models_directory(workspace, run.id));
    }
    workspace.store->delete_person(name);
    std::error_code ignored;
    for (const auto& directory : models) std::filesystem::remove_all(directory, ignored);
}

shapes::People list_people(Workspace& workspace) {
    shapes::People people;
    for (const auto& row : workspace.store->people()) people.people.push_back({row.name, row.n_listens});
    return people;
}

void check_person_name(std::string_view name) {
    require(!name.empty() && name.size() <= longest_person_name,
            "the name of a person must have 1 to {} bytes, got {}", longest_person_name, name.size());
    require(is_valid_utf8(name) && trim(name) == name &&
                std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; }),
            "the name of a person must be plain text without spaces at its ends");
}

}  // namespace attune::engine
