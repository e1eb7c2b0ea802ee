#pragma once

#include "learning/judging/cross_validation.h"

#include <span>
#include <vector>

namespace attune::learning {

/// What several models predict for the same rows: one list a model, all of one length.
using Predictions = std::vector<std::vector<float>>;

// `weights` has one value >= 0 a model, not all 0; empty for equal weights. Both functions throw
// Error{invalid_argument} if there is no model or lengths differ.

/// The weighted mean of each row's ranks, on a scale from 0 (last of all models) to 1; for scores of which
/// only the order can be compared.
std::vector<float> rank_average(const Predictions& predictions, std::span<const double> weights = {});

/// The probability of the weighted mean of log-odds, for probabilities.
std::vector<float> logit_average(const Predictions& predictions, std::span<const double> weights = {});

/// The weighted mean itself, for values of one unit.
std::vector<float> average(const Predictions& predictions, std::span<const double> weights = {});

/// How to put predictions together; one of the three above.
using Blend = std::function<std::vector<float>(const Predictions&, std::span<const double> weights)>;

/// Weights, shape (n_models,), sum 1, by greedy selection: again and again the model is added (once more)
/// with which the blend is best, and the best blend on the way is kept.
///
/// @param predictions  made for rows that their models have not seen (cross_fit())
/// @param n_steps      the most additions, > 0
///
/// Source: R. Caruana et al., "Ensemble selection from libraries of models", ICML 2004.
std::vector<double> blend_weights(const Predictions& predictions, std::span<const float> y,
                                  const Metric& metric, const Blend& blend, std::size_t n_steps = 30);

}  // namespace attune::learning
