#pragma once

#include "core/task.h"
#include "engine/lab_json.h"
#include "engine/track_table.h"
#include "lab/genre_study.h"
#include "lab/popularity_study.h"

#include <filesystem>

namespace attune::engine {

/// How well the features of a table tell the classes of its label. Needs no library.
/// @throws Error as read_track_table() and lab::study_genres()
lab::GenreStudy study_genres(const std::filesystem::path& file, const TableColumns& columns,
                             const lab::GenreStudyOptions& options, const Task& task);

/// What makes the target of a table large or small. Needs no library.
/// @throws Error as read_track_table() and lab::study_popularity()
lab::PopularityStudy study_popularity(const std::filesystem::path& file, const TableColumns& columns,
                                      const lab::PopularityStudyOptions& options, const Task& task);

}  // namespace attune::engine
