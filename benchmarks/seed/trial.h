#pragma once

#include "core/matrix.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::seed {

/// Learns from the rows `train` of a table and predicts the rows `test`. Whatever it centres, scales or selects, it
/// does by the training rows.
using Learner = std::function<std::vector<float>(std::span<const std::size_t> train, std::span<const float> y,
                                                 std::span<const std::size_t> test)>;

using Metric = std::function<std::optional<double>(std::span<const float>, std::span<const float>)>;

/// One way to cut the rows into folds.
using Folds = std::vector<std::size_t>;

/// Predicts each fold by a model that has not seen it; folds run side by side.
std::vector<float> predict_folds(const Learner& learner, std::span<const float> y, const Folds& folds,
                                 std::size_t threads);

/// The mean of the metric over the folds.
double mean_over_folds(const Metric& metric, std::span<const float> predicted, std::span<const float> y,
                       const Folds& folds);

/// Ranks within each fold, from 0 to 1, averaged over models: a blend of scores that are comparable only within a
/// fold.
std::vector<float> blend(std::span<const std::vector<float>> predictions, const Folds& folds);

/// "0.7371 (0.735-0.739)": the mean over seeds, the least and the largest.
std::string over_seeds(std::span<const double> values);

}  // namespace attune::seed
