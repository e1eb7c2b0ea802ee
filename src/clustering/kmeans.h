#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::clustering {

/// The cluster of each row, in [0, n_clusters).
using Assignment = std::vector<std::uint32_t>;

struct KMeansOptions {
    int clusters = 8;
    int starts = 5;
    int iterations = 300;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"clusters", clusters, 1, 100000, "clusters wanted [k]"});
        visit(Option<int>{"starts", starts, 1, 1000, "starts, of which the best is kept"});
        visit(Option<int>{"iterations", iterations, 1, 100000, "most rounds of a start"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

struct KMeans {
    Matrix centres;         ///< shape (n_clusters, n_columns)
    Assignment cluster_of;  ///< shape (n_rows,)
    double inertia = 0;     ///< sum of squared distances to the centres

    /// The nearest centre of each row.
    Assignment assign(const Matrix& X) const;
};

/// Lloyd's algorithm from k-means++ starts. Columns count by their units: standardise first. A cluster that
/// runs empty is moved to the row farthest from its centre. The same with any number of threads.
///
/// @param X  without missing values, at least as many rows as clusters
/// @throws Error{invalid_argument} for a value out of its range; Error{interrupted}
///
/// Source: D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007.
KMeans k_means(const Matrix& X, const KMeansOptions& options, const Task& task = {});

}  // namespace attune::clustering
