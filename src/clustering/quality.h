#pragma once

#include "clustering/kmeans.h"
#include "core/matrix.h"
#include "core/task.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace attune::clustering {

// How good clusters are. All throw Error{invalid_argument} if there is not one cluster a row; none (nullopt)
// means that there are fewer than 2 clusters, or as many as rows.

/// (b - a) / max(a, b) for each row, with a its mean distance to its own cluster and b that to the nearest
/// other one; 0 for a row alone in its cluster. In [-1, 1]. Compares all pairs.
///
/// Source: P. Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987.
std::vector<double> silhouettes(const Matrix& X, const Assignment& cluster_of, std::size_t threads = 1,
                                const Task& task = {});

/// The mean of the silhouettes.
std::optional<double> silhouette(const Matrix& X, const Assignment& cluster_of, std::size_t threads = 1,
                                 const Task& task = {});

/// Mean over the clusters of the worst ratio of widths to the distance of centres; >= 0, lower is better.
///
/// Source: D. Davies, D. Bouldin, IEEE Transactions on Pattern Analysis and Machine Intelligence 1, 1979.
std::optional<double> davies_bouldin(const Matrix& X, const Assignment& cluster_of);

/// Variance between clusters to that within; higher is better.
///
/// Source: T. Calinski, J. Harabasz, Communications in Statistics 3, 1974.
std::optional<double> calinski_harabasz(const Matrix& X, const Assignment& cluster_of);

// Against labels that are known (genres).

/// counts[cluster][label]
std::vector<std::vector<std::size_t>> cross_table(const Assignment& cluster_of,
                                                  std::span<const std::uint32_t> labels);

/// The share of rows whose label is the most frequent one of their cluster, in (0, 1]; 1 for clusters of one
/// row.
double purity(const Assignment& cluster_of, std::span<const std::uint32_t> labels);

/// Adjusted Rand index: pairs that both groupings put together or apart, 0 by chance, 1 where they are the
/// same.
///
/// Source: L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification 2, 1985.
double adjusted_rand(const Assignment& cluster_of, std::span<const std::uint32_t> labels);

/// Mutual information over the mean of both entropies, in [0, 1].
double normalized_mutual_information(const Assignment& cluster_of, std::span<const std::uint32_t> labels);

}  // namespace attune::clustering
