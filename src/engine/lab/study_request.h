#pragma once

#include "lab/classes/genre_study.h"
#include "lab/clusters/cluster_study.h"
#include "lab/numbers/popularity_study.h"
#include "tables/track_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace attune::engine {

/// A study that may be made: the columns that it reads, and how it works.
struct CheckedStudy {
    tables::TableColumns columns;
    std::variant<lab::GenreStudyOptions, lab::PopularityStudyOptions, lab::ClusterStudyOptions> options;
};

/// A study as somebody asks for it, in words.
struct StudyRequest {
    std::string study;  ///< "genre", "popularity" or "clusters"
    std::string
        label;  ///< of genre: the column that says it; of clusters: to hold them against, may be empty
    std::string target;  ///< of popularity: the column of numbers to explain
    std::string group;   ///< judge also on groups never met: a column; empty for none, and for clusters
    std::vector<std::string> features;  ///< empty: as tables::TableColumns
    std::vector<std::string> models;    ///< of genre, see lab::learners_called(); empty for the usual ones
    std::string method = "kmeans";      ///< of clusters, see lab::find_grouping()
    std::string map = "umap";           ///< of clusters, see lab::find_drawing()
    int clusters = 0;                   ///< how many; 0 for the number of the best silhouette
    std::uint64_t seed = 1;
    std::size_t threads = 1;

    /// @throws Error{invalid_argument} that says what a study of this kind needs, or what it has no use for
    CheckedStudy checked() const;
};

}  // namespace attune::engine
