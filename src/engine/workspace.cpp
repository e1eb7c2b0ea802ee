#include "engine/workspace.h"

#include "core/error.h"
#include "core/text.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace attune::engine {
namespace {

constexpr std::size_t longest_person_name = 64;

}  // namespace

std::string_view attune_version() noexcept { return ATTUNE_VERSION; }

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
        workspace->notice = trim(read_file(directory / notice_file));
    return workspace;
}

std::filesystem::path models_directory(const Workspace& workspace, library::RunId run) {
    return workspace.directory / "models" / std::to_string(run.value);
}

void rename_person(Workspace& workspace, std::string_view from, std::string_view to) {
    check_person_name(to);
    workspace.store->rename_person(from, to);
}

void delete_person(Workspace& workspace, std::string_view name) {
    std::vector<std::filesystem::path> models;
    if (const auto id = workspace.store->find_person(name)) {
        for (const auto& run : workspace.store->runs(*id)) models.push_back(models_directory(workspace, run.id));
    }
    workspace.store->delete_person(name);
    std::error_code ignored;
    for (const auto& directory : models) std::filesystem::remove_all(directory, ignored);
}

std::vector<store::PersonRow> people(Workspace& workspace) { return workspace.store->people(); }

void check_person_name(std::string_view name) {
    require(!name.empty() && name.size() <= longest_person_name,
            "the name of a person must have 1 to {} bytes, got {}", longest_person_name, name.size());
    require(is_valid_utf8(name) && trim(name) == name &&
                std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; }),
            "the name of a person must be plain text without spaces at its ends");
}

void write_file(const std::filesystem::path& path, std::string_view content) {
    std::error_code ignored;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
    std::filesystem::path beside = path;
    beside += ".part";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(beside, path, error);
    if (!out || error) {
        std::filesystem::remove(beside, ignored);
        fail(ErrorCode::unavailable, "cannot write {}; is there room, and may you write there?", path.string());
    }
}

std::string read_file(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) fail(ErrorCode::not_found, "there is no file {}", path.string());
    if (std::filesystem::is_directory(path))
        fail(ErrorCode::invalid_argument, "{} is a folder; name a file", path.string());
    std::ifstream in(path, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) fail(ErrorCode::unavailable, "cannot read {}; is it a file, and may you read it?", path.string());
    return content;
}

}  // namespace attune::engine
