#pragma once

#include "core/options.h"
#include "core/task.h"
#include "learning/tables/design.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::learning {

struct ElasticNetOptions {
    double l1_share = 1;
    int n_penalties = 100;
    double least_penalty = 1e-3;
    double tolerance = 1e-9;
    int most_sweeps = 10000;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"l1_share", l1_share, 0, 1, "1 is the lasso, 0 ridge regression [l1_ratio]"});
        visit(Option<int>{"n_penalties", n_penalties, 1, 10000, "points of the path"});
        visit(Option<double>{"least_penalty", least_penalty, 1e-12, 1, "last point as a share of the first"});
        visit(
            Option<double>{"tolerance", tolerance, 1e-15, 1e-2,
                           "a sweep ends the point if no coefficient moved the fit by more than this share"});
        visit(Option<int>{"most_sweeps", most_sweeps, 1, 1000000, "passes over the columns for one point"});
    }
};

/// A linear model at one penalty.
struct ElasticNetPoint {
    double penalty = 0;
    double intercept = 0;
    std::vector<double> coefficients;  ///< in the units of the columns, shape (n_columns,)
    std::size_t n_nonzero = 0;
    double r2 = 0;  ///< on the training rows

    /// shape (n_rows,)
    std::vector<double> predict(const Design& design) const;
};

/// The models at falling penalties, by coordinate descent that starts each point where the last one ended; at
/// each, with columns z standardised on these rows,
///
///     minimise  sum_i w_i (y_i - a - z_i . c)^2 / (2 sum w)
///               + penalty (l1_share |c|_1 + (1 - l1_share) |c|_2^2 / 2)
///
/// A constant column has coefficient 0.
///
/// @param y          shape (n_rows,), finite
/// @param weights    shape (n_rows,), >= 0; empty for 1
/// @param penalties  falling, > 0; empty for a grid from the least penalty at which all coefficients are 0
/// (with
///                   l1_share below 0.001 as if it were 0.001)
/// @throws Error{invalid_argument} without rows, or if shapes differ or a value is missing or out of its
/// range
///
/// Source: J. Friedman, T. Hastie, R. Tibshirani, "Regularization paths for generalized linear models via
/// coordinate descent", Journal of Statistical Software 33, 2010.
std::vector<ElasticNetPoint> elastic_net_path(const Design& design, std::span<const double> y,
                                              std::span<const double> weights = {},
                                              const ElasticNetOptions& options = {},
                                              std::span<const double> penalties = {}, const Task& task = {});

/// Which point of the path predicts best rows it has not seen.
struct PenaltyChoice {
    ElasticNetPoint best;      ///< fitted on all rows at the penalty of least error
    ElasticNetPoint simplest;  ///< at the largest penalty within one standard error of it
    std::vector<double> penalties;
    std::vector<double> errors;      ///< mean squared error over the folds, one a penalty
    std::vector<double> error_stds;  ///< standard error of that mean
};

/// Every fold is predicted by paths of the other folds; standardisation too is theirs.
///
/// @param fold_of  shape (n_rows,)
PenaltyChoice choose_penalty(const Design& design, std::span<const double> y,
                             std::span<const std::size_t> fold_of, const ElasticNetOptions& options = {},
                             const Task& task = {});

/// The rows of a design with these indices, in this order.
Design design_rows(const Design& design, std::span<const std::size_t> indices);

}  // namespace attune::learning
