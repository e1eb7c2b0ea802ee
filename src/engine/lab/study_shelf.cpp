#include "engine/lab/study_shelf.h"

#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "core/parse_all.h"
#include "engine/lab/studies.h"
#include "engine/library/workspace.h"
#include "files/atomic.h"
#include "files/file.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <optional>
#include <system_error>

namespace attune::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view about_file = "about.json";

/// The number of "s12"; nothing for all else.
std::optional<int> number_of(std::string_view id) {
    if (!id.starts_with('s')) return std::nullopt;
    const auto number = parse_all<int>(id.substr(1));
    return number && *number > 0 ? number : std::nullopt;
}

std::string id_of(int number) { return fmt::format("s{}", number); }

/// Newest first.
std::vector<int> numbers_in(const fs::path& folder) {
    std::vector<int> numbers;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto number = number_of(entry.path().filename().string());
        if (number && fs::exists(entry.path() / about_file)) numbers.push_back(*number);
    }
    std::ranges::sort(numbers, std::greater());
    return numbers;
}

Json read_json(const fs::path& file) {
    Json json = Json::parse(files::read_file(file), nullptr, false);
    if (!json.is_object()) fail(ErrorCode::corrupt_data, "{} is damaged", file.string());
    return json;
}

/// What the list of studies says of one that was made: rows, and the best of it.
using Made = std::pair<std::size_t, Json>;

Made study(const LabRequest& request, const lab::GenreStudyOptions& options, const Task& task) {
    const auto made = study_genres(request, options, task);
    return {made.head.rows, shapes::to_json(made.best)};
}

Made study(const LabRequest& request, const lab::PopularityStudyOptions& options, const Task& task) {
    const auto made = study_popularity(request, options, task);
    return {made.head.rows, shapes::to_json(made.best)};
}

Made study(const LabRequest& request, const lab::ClusterStudyOptions& options, const Task& task) {
    const auto made = study_clusters(request, options, task);
    return {made.head.rows, shapes::to_json(made.quality)};
}

}  // namespace

shapes::KeptStudy StudyShelf::make(const KeptStudyRequest& request, const Task& task) const {
    const auto [columns, options] = request.what.checked();
    files::AtomicFolder kept(folder_ / "study");
    const LabRequest lab{request.table, columns, kept.beside()};
    const auto [rows, best] =
        std::visit([&](const auto& of_kind) { return study(lab, of_kind, task); }, options);
    Json about{{"study", request.what.study},
               {"table_name", request.table_name},
               {"answer", request.what.target.empty() ? request.what.label : request.what.target},
               {"group", request.what.group},
               {"at", format_timestamp(request.at)},
               {"rows", rows},
               {"best", best}};
    kept.write(std::string(about_file), json_text(about, 2) + "\n");
    const auto known = numbers_in(folder_);
    int number = known.empty() ? 1 : known.front() + 1;
    while (!kept.commit_if_free(id_of(number))) ++number;  // another study may have come meanwhile
    return show(id_of(number));
}

shapes::StudyList StudyShelf::list() const {
    shapes::StudyList list;
    for (const int number : numbers_in(folder_)) {
        const auto id = id_of(number);
        const Json about = read_json(folder_ / id / about_file);
        shapes::StudyEntry entry{about.value("study", ""),
                                 about.value("table_name", ""),
                                 about.value("answer", ""),
                                 about.value("group", ""),
                                 about.value("at", ""),
                                 about.value("rows", std::size_t{0}),
                                 {},
                                 id};
        entry.best = decltype(entry.best)(about.value("best", Json(nullptr)));
        list.studies.push_back(std::move(entry));
    }
    return list;
}

fs::path StudyShelf::folder(std::string_view id) const {
    // Only a number makes a path: whatever else is asked for names no study.
    const auto number = number_of(id);
    const auto folder = folder_ / id_of(number.value_or(0));
    if (!number || !fs::exists(folder / about_file)) fail(ErrorCode::not_found, "there is no study '{}'", id);
    return folder;
}

shapes::KeptStudy StudyShelf::show(std::string_view id) const {
    const auto at = folder(id);
    Json numbers = read_json(at / "report.json");
    if (const auto map = at / "map.json"; fs::exists(map))
        numbers["map"]["points"] = Json::parse(files::read_file(map), nullptr, false);
    const Json about = read_json(at / about_file);
    for (const auto* name : {"table_name", "answer", "group", "at"}) numbers[name] = about.value(name, "");
    numbers["id"] = at.filename().string();
    numbers["report"] = nullptr;
    return shapes::KeptStudy(std::move(numbers));
}

void StudyShelf::forget(std::string_view id) const {
    std::error_code error;
    fs::remove_all(folder(id), error);
    if (error) fail(ErrorCode::unavailable, "cannot delete the study '{}': {}", id, error.message());
}

}  // namespace attune::engine
