#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/judging/cross_validation.h"

#include <span>
#include <vector>

namespace attune::learning {

// Everything here looks at y or at the rows' values, so it belongs inside of the training rows: choose
// columns on these alone, then apply the choice to the rows held out.

/// The columns, ascending, that differ from row to row (missing counts as a value) and from every column
/// before them.
std::vector<std::size_t> informative_columns(const Matrix& X);

/// The share of each column in the gain of boosters, one fitted without each fold, averaged: shape
/// (n_columns,), sum 1, or all 0 without splits.
std::vector<double> cross_fitted_gain(const Examples& examples, std::span<const std::size_t> fold_of,
                                      const BoosterOptions& options, const Task& task = {});

/// The columns of the k largest importances, ascending; of equals those that come first.
std::vector<std::size_t> top_columns(std::span<const double> importance, std::size_t k);

/// The k informative columns with the largest cross-fitted gain, ascending.
std::vector<std::size_t> select_columns(const Examples& examples, std::span<const std::size_t> fold_of,
                                        const BoosterOptions& options, std::size_t k, const Task& task = {});

}  // namespace attune::learning
