#pragma once

#include "core/task.h"
#include "lab/classes/genre_study.h"
#include "lab/clusters/cluster_study.h"
#include "lab/numbers/popularity_study.h"
#include "shapes/studies.h"
#include "tables/track_table.h"

#include <filesystem>

namespace attune::engine {

/// A study of a table that needs no library, and where to put what came out.
struct LabRequest {
    std::filesystem::path table;
    tables::TableColumns columns;
    /// A folder for report.json, the model (in `model`) and the report; empty to write nothing.
    std::filesystem::path out = {};
};

/// How well the features of a table tell the classes of its label.
/// @return all numbers; "report" names the report if one was written
/// @throws Error as tables::read_track_table() and lab::study_genres(); Error{unavailable} if it cannot write
shapes::GenreStudy study_genres(const LabRequest& request, const lab::GenreStudyOptions& options,
                                const Task& task);

/// What makes the target of a table large or small.
/// @throws Error as tables::read_track_table() and lab::study_popularity(); Error{unavailable} if it cannot write
shapes::PopularityStudy study_popularity(const LabRequest& request,
                                         const lab::PopularityStudyOptions& options, const Task& task);

/// Groups of like tracks in a table, a map of them, and what is like nothing else. Without features of its own choice
/// it goes by those audio features that say how a track sounds (library::sounding_features). `out` also gets
/// places.csv: every row with its group and its place on the map.
/// @throws Error as tables::read_track_table() and lab::study_clusters(); Error{unavailable} if it cannot write
shapes::ClusterStudy study_clusters(const LabRequest& request, const lab::ClusterStudyOptions& options,
                                    const Task& task);

}  // namespace attune::engine
