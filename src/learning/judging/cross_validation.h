#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/trees/booster.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace attune::learning {

/// A table to learn from; it only looks at what others own.
struct Examples {
    const Matrix& X;                 ///< shape (n_rows, n_columns), NaN missing
    std::span<const float> y;        ///< shape (n_rows,)
    std::span<const float> weights;  ///< shape (n_rows,), or empty for 1 everywhere
};

/// Learns from `train` and gives one prediction for each row of `X_test`, shape (n_test_rows,).
using Learner = std::function<std::vector<float>(const Examples& train, const Matrix& X_test)>;

/// How good predictions are; higher is better, none where undefined. auc, r2 and others of metrics.h fit.
using Metric =
    std::function<std::optional<double>(std::span<const float> predicted, std::span<const float> y)>;

/// Boosted trees with these options.
Learner booster_learner(const BoosterOptions& options, Task task = {});

/// Predicts every row by a model that has not seen its fold.
///
/// @param fold_of  the fold of each row (folds.h), shape (n_rows,)
/// @return shape (n_rows,)
/// @throws Error{invalid_argument} if shapes differ or there are fewer than 2 folds; Error{interrupted}
std::vector<float> cross_fit(const Examples& examples, std::span<const std::size_t> fold_of,
                             const Learner& learner, const Task& task = {});

/// The mean of a metric over the folds, each judged by a model that has not seen it; folds where it is
/// undefined are left out, and it is none if that is all.
std::optional<double> cross_validate(const Examples& examples, std::span<const std::size_t> fold_of,
                                     const Learner& learner, const Metric& metric, const Task& task = {});

}  // namespace attune::learning
