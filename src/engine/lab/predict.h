#pragma once

#include "core/task.h"
#include "engine/library/workspace.h"
#include "lab/models/study_model.h"
#include "lab/rows/figures.h"
#include "shapes/lab.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

/// What a study's model says of tracks.
struct Predictions {
    std::string study;
    std::string answer;                ///< the column that it learned to tell
    std::vector<std::string> classes;  ///< of a study of genres
    std::vector<lab::TrackName> tracks;
    std::vector<lab::SaidClass> said_classes;   ///< of a study of genres, one a track
    std::vector<lab::SaidNumber> said_numbers;  ///< of a study of popularity, one a track
    std::size_t n_unreadable = 0;               ///< rows of the table that could not be read
};

/// The model that a study left in the folder `model` of its --out, or that folder itself.
/// @throws Error{not_found}; Error{corrupt_data} if it is no model
lab::StudyModel load_study_model(const std::filesystem::path& folder);

/// Each row of a CSV, by its columns of the model's names.
/// @throws Error{invalid_argument} if a column that the model needs is not there (which), or is of another kind;
/// as tables::read_track_table()
Predictions predict_table(const lab::StudyModel& model, const std::filesystem::path& table, const Task& task);

/// One track, by what the library's catalogues say of it.
/// @throws Error as find_track(); Error{not_found} if no catalogue knows its sound; Error{invalid_argument} if the
/// model needs a column that a library has not
Predictions predict_track(const lab::StudyModel& model, Workspace& workspace, std::string_view track);

shapes::Predictions shape_of(const Predictions& predictions);

}  // namespace attune::engine
