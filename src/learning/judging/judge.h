#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/tables/leakage.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace attune::learning {

/// What a recipe made of training rows: something that predicts any rows of the table, shape (n, n_outputs)
/// with one column for a number or one a class, and all that was fitted on the way with the rows it saw.
struct Fitted {
    std::function<Matrix(std::span<const std::size_t> rows)> predict;
    std::vector<std::pair<std::string, SeenRows>> parts;  ///< "scales", "made-up rows", "artist means", ...
};

/// A whole way from rows of a table to a model: encode, balance, choose settings, fit.
using Recipe = std::function<Fitted(std::span<const std::size_t> train_rows, const Task& task)>;

/// Predicts every row by what the recipe makes of the other folds. Before a fold is predicted every part is
/// asked whether it saw a row of it.
///
/// @param fold_of  the fold of each row of the table, shape (n_rows,)
/// @return shape (n_rows, n_outputs)
/// @throws Error{invalid_argument} if a part saw a row that is judged, if there are fewer than 2 folds, one
/// is
///         empty, or predictions differ in shape; Error{interrupted}
Matrix judge_by_folds(std::span<const std::size_t> fold_of, const Recipe& recipe, const Task& task = {});

/// The same for some rows of the table: each by what the recipe makes of the others in other folds.
///
/// @param fold_of  the fold of each of `rows`, shape of rows
/// @return shape (rows, n_outputs), in the order of rows
Matrix judge_rows(std::span<const std::size_t> rows, std::span<const std::size_t> fold_of,
                  const Recipe& recipe, const Task& task = {});

}  // namespace attune::learning
