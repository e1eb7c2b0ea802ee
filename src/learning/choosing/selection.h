#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/judging/cross_validation.h"

#include <cstdint>
#include <functional>
#include <optional>
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

/// How much the metric falls on rows held out when one column is shuffled among them, averaged over the
/// folds: shape (n_columns,), near or below 0 for a column of no use. Costs n_columns predictions a fold.
///
/// Source: L. Breiman, "Random forests", Machine Learning 45, 2001, section 10.
std::vector<double> permutation_importance(const Examples& examples, std::span<const std::size_t> fold_of,
                                           const BoosterOptions& options, const Metric& metric,
                                           const Task& task = {});

/// The same for any model that is fitted: how much its score falls when one column of rows held out is
/// shuffled, the mean of `repeats` shufflings. The same for the same seed.
///
/// @param score  judges the model on a table like X, whose rows keep their order; higher is better
/// @return shape (n_columns,); all 0 where the score is undefined
std::vector<double> permutation_importance(const Matrix& X,
                                           const std::function<std::optional<double>(const Matrix& X)>& score,
                                           std::size_t repeats, std::uint64_t seed, const Task& task = {});

/// The columns of the k largest importances, ascending; of equals those that come first.
std::vector<std::size_t> top_columns(std::span<const double> importance, std::size_t k);

/// The k informative columns with the largest cross-fitted gain, ascending.
std::vector<std::size_t> select_columns(const Examples& examples, std::span<const std::size_t> fold_of,
                                        const BoosterOptions& options, std::size_t k, const Task& task = {});

}  // namespace attune::learning
