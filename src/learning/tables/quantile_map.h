#pragma once

#include <span>
#include <vector>

namespace attune::learning {

/// A rising map from one scale to another: the value that a share q of the one lies below becomes the value that the
/// same share of the other lies below. It brings two distributions together; whether single values then agree has to be
/// measured.
class QuantileMap {
  public:
    QuantileMap() = default;

    /// @param from, to  values of the same things on the two scales, shape (n,), in any order, finite
    /// @throws Error{invalid_argument} if they are not equally many, or none
    QuantileMap(std::vector<float> from, std::vector<float> to);

    /// The value on the other scale; beyond the ends of what was seen, that of the end. NaN stays NaN.
    float operator()(float value) const;

  private:
    std::vector<float> from_;  // rising
    std::vector<float> to_;    // rising
};

/// How well a map from x to y does on pairs that it was not fitted on, as mean absolute errors over folds.
struct MapErrors {
    double as_is = 0;     ///< |x - y|
    double mapped = 0;    ///< |map(x) - y|
    double constant = 0;  ///< |median of y - y|: what knowing nothing of x gives
};

/// @param x, y  shape (n,), n >= n_folds; the pair i is of fold i mod n_folds
/// @throws Error{invalid_argument} for fewer pairs than folds
MapErrors judge_quantile_map(std::span<const float> x, std::span<const float> y, std::size_t n_folds = 10);

}  // namespace attune::learning
