#pragma once

#include "clustering/kmeans.h"
#include "clustering/neighbours.h"
#include "core/matrix.h"
#include "core/task.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::clustering {

/// A symmetric graph of weights in compressed rows.
struct Graph {
    std::vector<std::size_t> starts;  ///< shape (n_rows + 1,)
    std::vector<std::uint32_t> ends;  ///< the rows at the other end, ascending
    std::vector<float> weights;

    std::size_t n_rows() const noexcept { return starts.size() - 1; }
};

/// Each row tied to its neighbours: weight 1 where both have each other among them, 1/2 where one has.
Graph neighbour_graph(const Neighbours& neighbours);

/// The `count` smoothest vectors on a graph, one a column: the eigenvectors of D^-1/2 W D^-1/2 of largest
/// eigenvalues, by subspace iteration with a Chebyshev filter. Shape (n_rows, count), columns orthonormal,
/// smoothest first; a graph of several parts has as many constant ones.
///
/// Source: Y. Zhou et al., "Self-consistent-field calculations using Chebyshev-filtered subspace iteration",
/// Journal of Computational Physics 219, 2006.
Matrix smooth_vectors(const Graph& graph, std::size_t count, std::uint64_t seed, double tolerance = 1e-9,
                      const Task& task = {});

struct SpectralOptions {
    int clusters = 8;
    int neighbours = 10;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"clusters", clusters, 1, 1000, "clusters wanted"});
        visit(Option<int>{"neighbours", neighbours, 1, 1000, "rows that a row is tied to"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// Clusters of any shape: k-means on the smoothest vectors of the graph of neighbours, each row scaled to
/// length 1.
///
/// @param X  without missing values, more rows than neighbours and clusters
/// @throws Error{invalid_argument} for a value out of its range; Error{interrupted}
///
/// Source: A. Ng, M. Jordan, Y. Weiss, "On spectral clustering: analysis and an algorithm", NIPS 2001.
Assignment spectral_clusters(const Matrix& X, const SpectralOptions& options, const Task& task = {});

}  // namespace attune::clustering
