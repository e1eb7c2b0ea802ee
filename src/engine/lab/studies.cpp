#include "engine/lab/studies.h"

#include "core/error.h"
#include "core/json_text.h"
#include "engine/lab/cluster_places.h"
#include "engine/library/workspace.h"
#include "files/blobs.h"
#include "files/file.h"
#include "lab/classes/kept_model.h"
#include "library/sounding_features.h"
#include "pages/study_report.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <cstdint>
#include <system_error>

namespace attune::engine {
namespace {

/// What `study()` gives, errors with the name of the file.
template <class Study>
auto of_file(const std::filesystem::path& file, const Study& study) {
    try {
        return study();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) throw;
        throw error.within(file.string());
    }
}

/// Before anything is computed: a study takes minutes, and is lost where it cannot be written.
void make_folder(const std::filesystem::path& out) {
    if (out.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(out, error);
    if (error || !std::filesystem::is_directory(out))
        fail(ErrorCode::unavailable, "cannot make the folder {}; may you write there?", out.string());
}

void write_numbers(const LabRequest& request, const Json& numbers) {
    files::write_file(request.out / "report.json", json_text(numbers, 2) + "\n");
}

/// The page, its numbers and the model; the numbers then name the page.
template <class Study, class Shape>
void write_study(const LabRequest& request, std::uint64_t seed, const Study& study,
                 const lab::StudyModel& model, Shape& numbers) {
    const auto page = request.out / "report.html";
    files::write_file(
        page, report::to_html(pages::document_of(
                  study, {request.table.filename().string(), model.answer, request.columns.group, seed})));
    numbers.report = page.string();
    files::write_blobs(request.out / "model", model.save());
    write_numbers(request, shapes::to_json(numbers));
}

/// Leaves features out that say little about likeness, and says so.
void keep_sounding(tables::TrackTable& read) {
    std::erase_if(read.columns.features, [&](const std::string& feature) {
        const auto audio = read.columns.sounds.find(feature);
        const bool is_kept =
            audio == read.columns.sounds.end() ||
            std::ranges::find(library::sounding_features, static_cast<std::size_t>(audio->second)) !=
                library::sounding_features.end();
        if (is_kept) return false;
        const auto use = std::ranges::find(read.uses, feature, &lab::ColumnUse::name);
        if (use != read.uses.end())
            *use = {feature, "not used", "key, mode, metre and length say little about likeness"};
        return true;
    });
}

}  // namespace

shapes::GenreStudy study_genres(const LabRequest& request, const lab::GenreStudyOptions& options,
                                const Task& task) {
    make_folder(request.out);
    const auto read = tables::read_track_table(request.table, request.columns, task);
    auto study =
        of_file(request.table, [&] { return lab::study_genres(read.table, read.columns, options, task); });
    study.columns = read.uses;
    if (read.n_unreadable > 0) study.rows.dropped["unreadable"] = read.n_unreadable;
    auto numbers = shapes::shape_of(study);
    if (!request.out.empty())
        write_study(request, options.seed, study,
                    lab::train_on_all(study, read.table, read.columns, options, task), numbers);
    return numbers;
}

shapes::PopularityStudy study_popularity(const LabRequest& request,
                                         const lab::PopularityStudyOptions& options, const Task& task) {
    make_folder(request.out);
    const auto read = tables::read_track_table(request.table, request.columns, task);
    auto study = of_file(request.table,
                         [&] { return lab::study_popularity(read.table, read.columns, options, task); });
    study.columns = read.uses;
    if (read.n_unreadable > 0) study.dropped["unreadable"] = read.n_unreadable;
    auto numbers = shapes::shape_of(study);
    if (!request.out.empty()) write_study(request, options.seed, study, *study.trained, numbers);
    return numbers;
}

shapes::ClusterStudy study_clusters(const LabRequest& request, const lab::ClusterStudyOptions& options,
                                    const Task& task) {
    make_folder(request.out);
    auto read = tables::read_track_table(request.table, request.columns, task);
    if (request.columns.features.empty()) keep_sounding(read);
    auto study =
        of_file(request.table, [&] { return lab::study_clusters(read.table, read.columns, options, task); });
    study.columns = read.uses;
    if (read.n_unreadable > 0) study.dropped["unreadable"] = read.n_unreadable;
    auto numbers = shapes::shape_of(study);
    if (request.out.empty()) return numbers;
    const auto page = request.out / "report.html";
    files::write_file(page, report::to_html(pages::document_of(
                                study, {request.table.filename().string(), study.label, "", options.seed})));
    const auto places = request.out / "places.csv";
    write_cluster_places(study, places);
    files::write_file(request.out / "map.json", json_text(cluster_map_json(study)) + "\n");
    numbers.report = page.string();
    numbers.places = places.string();
    write_numbers(request, shapes::to_json(numbers));
    return numbers;
}

}  // namespace attune::engine
