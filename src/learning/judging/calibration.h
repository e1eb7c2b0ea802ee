#pragma once

#include "core/json_fwd.h"

#include <span>
#include <vector>

namespace attune::learning {

// Both calibrations turn a score into the probability that it stands for. They are fitted on rows that the
// model did not learn from. Neither ever puts a higher score below a lower one.
//
// fit(): scores are finite; labels are positive if > 0.5; weights are >= 0, or empty for 1 everywhere. Throws
// Error{invalid_argument} if there are no rows or shapes differ.

/// Platt scaling, p = sigmoid(slope * score + offset) with slope >= 0: two numbers, for few rows. Log-odds
/// suit it best (Booster::margins, logit()); labels are smoothed, so that no p is 0 or 1.
///
/// Source: J. Platt, "Probabilistic outputs for support vector machines", 1999; H.-T. Lin, C.-J. Lin,
/// R. C. Weng, "A note on Platt's probabilistic outputs", Machine Learning 68, 2007.
class PlattScaling {
  public:
    PlattScaling() = default;
    static PlattScaling fit(std::span<const float> scores, std::span<const float> labels,
                            std::span<const float> weights = {});

    /// The probability of a score, in (0, 1).
    double calibrate(double score) const;
    std::vector<float> calibrate(std::span<const float> scores) const;

    double slope() const noexcept { return slope_; }
    double offset() const noexcept { return offset_; }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a PlattScaling
    static PlattScaling load(const Json& saved);

  private:
    double slope_ = 1;
    double offset_ = 0;
};

/// Isotonic regression: the rising step function nearest to the labels in squared error, made continuous by
/// straight lines between the steps and constant outside of what was seen. For some hundred rows and more.
///
/// Source: B. Zadrozny, C. Elkan, "Transforming classifier scores into accurate multiclass probability
/// estimates", KDD 2002; pool adjacent violators: M. Ayer et al., Annals of Mathematical Statistics 26, 1955.
class IsotonicRegression {
  public:
    /// Before fit(): 0.5 for every score.
    IsotonicRegression() = default;

    /// @param targets  shape of scores, any finite numbers; for a calibration 0/1 labels
    static IsotonicRegression fit(std::span<const float> scores, std::span<const float> targets,
                                  std::span<const float> weights = {});

    /// The value for a score, between the least and the largest target.
    double calibrate(double score) const;
    std::vector<float> calibrate(std::span<const float> scores) const;

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by an IsotonicRegression
    static IsotonicRegression load(const Json& saved);

  private:
    std::vector<double> scores_;  // ascending: where each step begins and ends
    std::vector<double> values_;  // never falling
};

}  // namespace attune::learning
