#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace attune::learning {

// All metrics take two lists of one length (Error{invalid_argument} otherwise). A label is positive if > 0.5.
// "None" (nullopt) means that the metric is not defined for this input, never that it is bad.

/// Ranks from 1 (the smallest value) to n; equal values share the mean of their ranks.
std::vector<double> ranks(std::span<const float> values);

/// Area under the ROC curve: how probable it is that a random positive scores above a random negative, a tie
/// counted as half. In [0, 1], 0.5 by chance; none if there is only one class.
std::optional<double> auc(std::span<const float> scores, std::span<const float> labels);

/// Mean negative log-likelihood in nats, >= 0; probabilities are kept 1e-7 away from 0 and 1. None if empty.
std::optional<double> log_loss(std::span<const float> probabilities, std::span<const float> labels);

/// Mean squared error of a probability, in [0, 1]; none if empty.
///
/// Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review
/// 78, 1950.
std::optional<double> brier(std::span<const float> probabilities, std::span<const float> labels);

/// The share of rows on the right side of `threshold` (a positive is predicted at or above it); none if
/// empty.
std::optional<double> accuracy(std::span<const float> scores, std::span<const float> labels,
                               float threshold = 0.5F);

/// Mean distance between the probability said and the share of positives, over `n_bins` bins of equal width,
/// weighted by their rows. In [0, 1]; none if empty.
///
/// Source: M. P. Naeini, G. Cooper, M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
/// binning", AAAI 2015.
std::optional<double> expected_calibration_error(std::span<const float> probabilities,
                                                 std::span<const float> labels, std::size_t n_bins = 10);

/// Spearman's rank correlation, in [-1, 1], ties by mean rank; none for fewer than 2 rows or if either list is
/// constant.
std::optional<double> spearman(std::span<const float> a, std::span<const float> b);

/// Coefficient of determination 1 - SS_residual / SS_total, <= 1, 0 for the mean; none if `truth` is
/// constant.
std::optional<double> r2(std::span<const float> predicted, std::span<const float> truth);

/// Mean absolute error, in the unit of the values; none if empty.
std::optional<double> mae(std::span<const float> predicted, std::span<const float> truth);

}  // namespace attune::learning
