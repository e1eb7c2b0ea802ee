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

template <class Options>
Options options_of(const KeptStudyRequest& request) {
    Options options;
    options.seed = request.seed;
    options.threads = static_cast<int>(request.threads);
    return options;
}

/// What the list of studies says of one that was made: rows, and the best of it.
std::pair<std::size_t, Json> study(const KeptStudyRequest& request, const fs::path& out, const Task& task) {
    require(request.study == "genre" || request.study == "popularity" || request.study == "clusters",
            "the lab can study genre, popularity and clusters, got '{}'", request.study);
    LabRequest lab{request.table, {}, out};
    lab.columns.features = request.features;
    require(request.study == "genre" || request.models.empty(),
            "'models' is for studies of genre, got one of {}", request.study);
    const bool tells = request.study != "popularity";
    (tells ? lab.columns.label : lab.columns.target) = request.answer;
    if (request.study == "clusters") {
        require(request.group.empty(), "'group' is for studies that tell something");
        const auto made = study_clusters(lab, options_of<lab::ClusterStudyOptions>(request), task);
        return {made.head.rows, shapes::to_json(made.quality)};
    }
    require(!request.answer.empty(), "name the column that the study is about");
    lab.columns.group = request.group;
    if (!tells) {
        const auto made = study_popularity(lab, options_of<lab::PopularityStudyOptions>(request), task);
        return {made.head.rows, shapes::to_json(made.best)};
    }
    auto options = options_of<lab::GenreStudyOptions>(request);
    if (!request.models.empty()) options.models = lab::learners_called(request.models);
    const auto made = study_genres(lab, options, task);
    return {made.head.rows, shapes::to_json(made.best)};
}

}  // namespace

shapes::KeptStudy StudyShelf::make(const KeptStudyRequest& request, const Task& task) const {
    files::AtomicFolder kept(folder_ / "study");
    const auto [rows, best] = study(request, kept.beside(), task);
    Json about{{"study", request.study},
               {"table_name", request.table_name},
               {"answer", request.answer},
               {"group", request.group},
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
