#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "lab/classes/genre_study.h"
#include "lab/models/recipes.h"
#include "lab/rows/figures.h"
#include "learning/trees/booster.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::lab {

/// A model in numbers and rows that it has not seen.
struct HeldOut {
    const learning::Booster& model;
    Matrix X;                          ///< shape (n_rows, n_columns)
    std::vector<std::string> sources;  ///< the feature of each column, shape (n_columns,)
    /// How good predictions of a table like X are; higher is better.
    std::function<std::optional<double>(const Matrix& X)> score;
};

/// Of rows held out so many as tell how much a feature matters.
std::vector<std::size_t> rows_to_shuffle(std::span<const std::size_t> test, std::uint64_t seed);

/// How much each feature matters, most first by permutation: what the score loses when the columns of the
/// feature are shuffled together among the rows (the mean of three shufflings), and the mean |contribution|
/// of its columns over some rows, of several classes over these too.
///
/// Sources: L. Breiman, "Random forests", Machine Learning 45, 2001, section 10; S. Lundberg et al., "From
/// local explanations to global understanding with explainable AI for trees", Nature Machine Intelligence 2,
/// 2020.
std::vector<Driver> drivers_of(const HeldOut& held_out, std::uint64_t seed, const Task& task);

/// Which features tell the classes, by boosted trees that were fitted on all folds but the first.
std::vector<Driver> class_drivers(const StudyData& data, std::span<const std::size_t> fold_of,
                                  const GenreStudyOptions& options, const Task& task);

}  // namespace attune::lab
