#pragma once

#include "clustering/neighbours.h"
#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstdint>

namespace attune::projection {

struct UmapOptions {
    int neighbours = 15;
    int components = 2;
    double least_distance = 0.1;
    double spread = 1;
    int epochs = 0;
    int negatives = 5;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(
            Option<int>{"neighbours", neighbours, 2, 1000, "rows that a row is tied to, itself among them"});
        visit(Option<int>{"components", components, 1, 100, "axes of the map"});
        visit(Option<double>{"least_distance", least_distance, 0, 10,
                             "how near two points of the map may come [min_dist]"});
        visit(Option<double>{"spread", spread, 0.01, 10, "how far clusters spread"});
        visit(Option<int>{"epochs", epochs, 0, 100000,
                          "passes over the ties; 0 for 500, of more than 10,000 rows 200"});
        visit(Option<int>{"negatives", negatives, 0, 100, "random rows that a row is pushed from, a pull"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256,
                          "threads to find neighbours with; the map is drawn by one"});
    }
};

/// A map of rows on which near rows stay near, and clusters keep more of their places than in t-SNE: UMAP.
/// The same input and seed give the same map, on any number of threads.
///
/// Source: L. McInnes, J. Healy, J. Melville, "UMAP: uniform manifold approximation and projection for
/// dimension reduction", arXiv:1802.03426, 2018.
class Umap {
  public:
    /// @param X  shape (n_rows, n_columns), without missing values, at least 4 rows; neighbours is lowered to
    /// the
    ///           number of rows where there are few
    /// @throws Error{invalid_argument} for a value out of its range; Error{interrupted}
    static Umap fit(const Matrix& X, const UmapOptions& options = {}, const Task& task = {});

    /// shape (n_rows, components)
    const Matrix& coordinates() const noexcept { return coordinates_; }

    /// Where other rows go: drawn to their nearest rows of the map, which stay where they are. shape (n,
    /// components)
    Matrix place(const Matrix& X) const;

  private:
    Matrix rows_;
    Matrix coordinates_;
    UmapOptions options_;
    double a_ = 1;
    double b_ = 1;
};

}  // namespace attune::projection
