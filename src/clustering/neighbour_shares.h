#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/classes.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::clustering {

/// What the nearest training rows are, as columns for a learner: the share of each class among them, weighted
/// by nearness, and how far the nearest one is. A tree that asks about one column at a time cannot see that
/// two rows are nearly the same in all.
///
/// Columns are compared by rank among the training rows, so that their units and tails do not matter; a
/// missing value has the middle rank.
///
/// Source: the idea is stacking: D. Wolpert, "Stacked generalization", Neural Networks 5, 1992.
class NeighbourShares {
  public:
    /// @param X       the training rows, shape (n_rows, n_columns)
    /// @param labels  shape (n_rows,), in [0, n_classes)
    /// @param k       neighbours, in [1, n_rows - 1]
    /// @throws Error{invalid_argument} if shapes differ or a value is out of its range; Error{interrupted}
    static NeighbourShares fit(const Matrix& X, std::span<const learning::ClassIndex> labels,
                               std::size_t n_classes, std::size_t k = 20, std::size_t threads = 1,
                               const Task& task = {});

    /// The columns of the training rows themselves, each without itself: shape (n_rows, n_classes + 1).
    const Matrix& of_training() const noexcept { return of_training_; }

    /// The columns of other rows, shape (n, n_classes + 1).
    Matrix encode(const Matrix& X, const Task& task = {}) const;

  private:
    Matrix to_ranks(const Matrix& X) const;

    std::vector<std::vector<float>> sorted_;  // the known values of each column
    Matrix ranks_;
    std::vector<learning::ClassIndex> labels_;
    std::size_t n_classes_ = 0;
    std::size_t k_ = 1;
    std::size_t threads_ = 1;
    Matrix of_training_;
};

}  // namespace attune::clustering
