#include "engine/lab.h"

#include "core/error.h"
#include "core/json.h"

namespace attune::engine {
namespace {

/// What `study(table)` says, errors with the name of the file.
template <class Study>
auto of_file(const std::filesystem::path& file, const Study& study) {
    try {
        return study();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) throw;
        throw error.within(file.string());
    }
}

}  // namespace

lab::GenreStudy study_genres(const std::filesystem::path& file, const TableColumns& columns,
                             const lab::GenreStudyOptions& options, const Task& task) {
    const auto read = read_track_table(file, columns, task);
    auto study = of_file(file, [&] { return lab::study_genres(read.table, read.columns, options, task); });
    study.columns = read.uses;
    if (read.n_unreadable > 0) study.rows.dropped["unreadable"] = read.n_unreadable;
    return study;
}

lab::PopularityStudy study_popularity(const std::filesystem::path& file, const TableColumns& columns,
                                      const lab::PopularityStudyOptions& options, const Task& task) {
    const auto read = read_track_table(file, columns, task);
    auto study =
        of_file(file, [&] { return lab::study_popularity(read.table, read.columns, options, task); });
    study.columns = read.uses;
    if (read.n_unreadable > 0) study.dropped["unreadable"] = read.n_unreadable;
    return study;
}

}  // namespace attune::engine
