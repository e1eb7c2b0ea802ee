#pragma once

#include "core/options.h"
#include "core/task.h"
#include "lab/clusters/grouping.h"
#include "lab/rows/figures.h"
#include "lab/rows/study_rows.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attune::lab {

struct ClusterStudyOptions {
    Grouping grouping = Grouping::kmeans;
    Drawing drawing = Drawing::umap;
    int clusters = 0;
    int most_clusters = 12;
    int most_rows = 4000;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{
            "clusters", clusters, 0, 1000,
            "groups wanted; 0: the number of the best silhouette (affinity: as many as it finds)"});
        visit(Option<int>{"most_clusters", most_clusters, 2, 100,
                          "largest number that is tried where none is wanted"});
        visit(Option<int>{
            "most_rows", most_rows, 10, 20000,
            "rows among which groups are sought; the others join the group of the nearest of them"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// How good a grouping is: by itself, and against the labels of the table where it has some.
struct GroupingQuality {
    std::string method;
    std::size_t n_clusters = 0;
    double silhouette = 0;         ///< in [-1, 1]
    double davies_bouldin = 0;     ///< >= 0, lower is better
    double calinski_harabasz = 0;  ///< higher is better
    std::optional<double> purity;  ///< the share of rows whose label is the most frequent of their group
    std::optional<double> adjusted_rand;
    std::optional<double> mutual_information;  ///< normalised, in [0, 1]
};

/// In what a group differs from all rows.
struct Trait {
    std::string feature;
    double mean = 0;        ///< of the group, in the unit of the feature
    double deviations = 0;  ///< from the mean of all, in standard deviations of all
};

struct Cluster {
    std::size_t rows = 0;
    std::vector<Trait> traits;        ///< of every feature, those that set it apart most first
    std::vector<TrackName> typical;   ///< the rows nearest to its middle, nearest first
    std::vector<std::size_t> labels;  ///< rows of each label of ClusterStudy::labels
};

/// A row and where it belongs.
struct PlacedRow {
    std::size_t row = 0;  ///< of the table
    TrackName name;
    std::uint32_t cluster = 0;
    double x = 0;
    double y = 0;
    bool is_sampled = true;  ///< false: it joined groups and map afterwards
};

/// A row that is like none, by four methods; the isolation forest orders them.
struct OddRow {
    TrackName name;
    std::size_t row = 0;
    double isolation = 0;      ///< in (0, 1), near 1 for an outlier
    double z = 0;              ///< the largest distance from a mean, in standard deviations
    double quartiles = 0;      ///< the largest distance outside of the quartiles, in quartile distances
    double mahalanobis_p = 1;  ///< how probable one as far is
    Trait farthest;            ///< the feature that is farthest from its mean
};

/// Groups of like tracks in a table, a map of them, and what is like nothing else.
struct ClusterStudy {
    std::size_t n_rows = 0;
    std::size_t n_sampled = 0;  ///< of them: those among which groups were sought
    std::map<std::string, std::size_t> dropped;
    std::vector<ColumnUse> columns;  ///< of the whole table; whoever read it says
    std::vector<std::string> features;
    std::string label;                ///< the column; empty for none
    std::vector<std::string> labels;  ///< most frequent first
    double majority = 0;              ///< the purity of one group of all rows
    GroupingQuality quality;
    std::vector<std::pair<std::size_t, double>>
        tried;                             ///< number of groups, silhouette; empty where one was wanted
    std::vector<GroupingQuality> methods;  ///< every grouping with the same number of groups
    std::vector<Cluster> clusters;         ///< largest first
    std::string drawing;
    double trustworthiness = 0;  ///< of the map, in [0, 1], of 15 neighbours
    std::vector<PlacedRow> rows;
    std::vector<OddRow> odd;  ///< most isolated first, at most 20
};

/// Seeks groups among the rows of a table by the features that are numbers, each standardised, missing values at the
/// mean. A row is left out as "no_features" or "duplicate" (its id stood above).
///
/// @throws Error{not_found} for an unknown column; Error{invalid_argument} if a feature is no number, none differs, or
/// there are fewer than 10 rows or not more rows than groups; Error{interrupted}
ClusterStudy study_clusters(const learning::Table& table, const StudyColumns& columns,
                            const ClusterStudyOptions& options = {}, const Task& task = {});

}  // namespace attune::lab
