#pragma once

#include "core/matrix.h"
#include "learning/tables/classes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace attune::learning {

/// What was said of one row whose class is known.
struct Outcome {
    ClassIndex truth = 0;
    ClassIndex said = 0;      ///< the most probable class; of equals the first
    std::uint32_t rank = 0;   ///< how many classes came before the true one
    float probability = 0;    ///< of the true class
    float confidence = 0;     ///< of the class said
    float squared_error = 0;  ///< sum over the classes of (p - [is it])^2, in [0, 2]
};

/// @param P  probabilities, shape (n_rows, n_classes), finite
/// @throws Error{invalid_argument} if shapes differ, a label is no class, or a probability is not finite
std::vector<Outcome> outcomes_of(const Matrix& P, std::span<const ClassIndex> labels);

// None (nullopt) of any metric: no rows.

/// The share of rows whose class was said.
std::optional<double> accuracy(std::span<const Outcome> outcomes);

/// The share of rows whose class is among the k most probable.
std::optional<double> top_k_accuracy(std::span<const Outcome> outcomes, std::size_t k);

/// The mean over the classes that have rows of the share of their rows found (recall).
std::optional<double> balanced_accuracy(std::span<const Outcome> outcomes);

/// The mean of F1 over the classes that have rows or were said.
std::optional<double> macro_f1(std::span<const Outcome> outcomes);

/// Mean negative log-likelihood in nats; probabilities are kept 1e-7 away from 0.
std::optional<double> log_loss(std::span<const Outcome> outcomes);

/// Mean squared error of the probabilities, summed over the classes, in [0, 2] (Brier 1950).
std::optional<double> brier(std::span<const Outcome> outcomes);

/// Mean distance of confidence and accuracy over bins of equal width, weighted by their rows, in [0, 1].
///
/// Source: C. Guo et al., "On calibration of modern neural networks", ICML 2017.
std::optional<double> expected_calibration_error(std::span<const Outcome> outcomes, std::size_t n_bins = 15);

/// counts[truth * n_classes + said], shape (n_classes, n_classes).
std::vector<std::size_t> confusion_matrix(std::span<const Outcome> outcomes, std::size_t n_classes);

/// Where the classes are neighbouring steps of a number (popularity by tens), the number below which a share
/// q of the probability lies: q of 0.5 is what costs least absolute error, and two of them are an interval.
///
/// @param P      probabilities, shape (n_rows, n_classes)
/// @param first  where the first step begins
/// @param width  of a step, > 0
/// @return shape (n_rows,), even within a step
/// @throws Error{invalid_argument} if q is not in [0, 1] or width is not > 0
///
/// Source: N. Meinshausen, "Quantile regression forests", JMLR 7, 2006.
std::vector<float> quantiles_of_steps(const Matrix& P, double first, double width, double q);

struct ClassScores {
    std::size_t rows = 0;
    double precision = 0;  ///< of those said to be it, the share that are; 0 if none was said
    double recall = 0;     ///< of those that are it, the share said to be; 0 without rows
    double f1 = 0;         ///< their harmonic mean
};

/// shape (n_classes,)
std::vector<ClassScores> scores_by_class(std::span<const Outcome> outcomes, std::size_t n_classes);

}  // namespace attune::learning
