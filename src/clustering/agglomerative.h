#pragma once

#include "clustering/kmeans.h"
#include "core/matrix.h"
#include "core/task.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::clustering {

/// How far two clusters are apart.
enum class Linkage {
    single,    ///< their nearest rows: finds chains
    complete,  ///< their farthest rows
    average,   ///< the mean over all pairs
    ward,      ///< how much their union adds to the sum of squares: round clusters of one size
};

/// Two clusters become one. Clusters 0 .. n_rows - 1 are the rows; merge i makes cluster n_rows + i.
struct Merge {
    std::uint32_t first = 0;  ///< < second
    std::uint32_t second = 0;
    double height = 0;       ///< their distance, in the unit of the columns; never falls from merge to merge
    std::uint32_t size = 0;  ///< rows of the union
};

/// The whole tree, n_rows - 1 merges, by chains of nearest neighbours. Holds all n_rows^2 / 2 distances.
///
/// @param X  without missing values; columns count by their units
/// @throws Error{invalid_argument} for a value out of its range or more than 30,000 rows; Error{interrupted}
///
/// Source: F. Murtagh, "A survey of recent advances in hierarchical clustering algorithms", Computer Journal
/// 26, 1983; distances are updated by the formula of G. Lance, W. Williams, Computer Journal 9, 1967.
std::vector<Merge> agglomerate(const Matrix& X, Linkage linkage, const Task& task = {});

/// The clusters that are left after all but `n_clusters` - 1 merges, numbered by their first row.
/// @throws Error{invalid_argument} unless 1 <= n_clusters <= n_rows
Assignment cut(const std::vector<Merge>& merges, std::size_t n_clusters);

}  // namespace attune::clustering
