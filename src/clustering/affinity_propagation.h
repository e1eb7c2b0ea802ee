#pragma once

#include "clustering/kmeans.h"
#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace attune::clustering {

struct AffinityOptions {
    double damping = 0.5;
    int iterations = 200;
    int steady = 15;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"damping", damping, 0.5, 0.99,
                             "share of a message that is kept from the round before"});
        visit(Option<int>{"iterations", iterations, 1, 100000, "most rounds"});
        visit(Option<int>{"steady", steady, 1, 10000,
                          "rounds without another choice of exemplars that end it"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

struct AffinityClusters {
    std::vector<std::size_t> exemplars;  ///< rows that stand for their cluster, ascending
    Assignment cluster_of;               ///< shape (n_rows,): index into exemplars
    double preference = 0;
    int iterations = 0;
    bool has_converged = false;  ///< false: the last choice after all rounds, to be read with care
};

/// Affinity propagation on negative squared distances: rows send messages until some of them stand for all.
/// The number of clusters follows from `preference`, how willing a row is to stand for others; NaN for the
/// median of the similarities. No noise is added to break ties. Three matrices of n_rows^2 float32 values are
/// held.
///
/// @param X  without missing values; columns count by their units
/// @throws Error{invalid_argument} for values out of their range or more than 30,000 rows; Error{interrupted}
///
/// Source: B. J. Frey, D. Dueck, "Clustering by passing messages between data points", Science 315, 2007.
AffinityClusters affinity_propagation(const Matrix& X,
                                      double preference = std::numeric_limits<double>::quiet_NaN(),
                                      const AffinityOptions& options = {}, const Task& task = {});

/// The clusters at a preference, found by halving, at which there are `wanted` of them, or the nearest number
/// that was met in `most_runs`.
AffinityClusters affinity_propagation_with(const Matrix& X, std::size_t wanted,
                                           const AffinityOptions& options = {}, int most_runs = 20,
                                           const Task& task = {});

}  // namespace attune::clustering
