#include "engine/lab.h"

#include "core/error.h"
#include "core/json.h"

namespace attune::engine {
lab::GenreStudy study_genres(const std::filesystem::path& file, const TableColumns& columns,
                             const lab::GenreStudyOptions& options, const Task& task) {
    const auto read = read_track_table(file, columns, task);
    try {
        auto study = lab::study_genres(read.table, read.columns, options, task);
        study.columns = read.uses;
        if (read.n_unreadable > 0) study.rows.dropped["unreadable"] = read.n_unreadable;
        return study;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) throw;
        throw error.within(file.string());
    }
}

}  // namespace attune::engine
