#pragma once

#include <algorithm>
#include <cmath>

namespace attune::learning {

/// The probability of these log-odds, in [0, 1].
inline double sigmoid(double log_odds) noexcept {
    // exp() only of what is <= 0: it cannot overflow.
    const double small = std::exp(-std::abs(log_odds));
    return (log_odds >= 0 ? 1 : small) / (1 + small);
}

/// The log-odds of a probability, which is kept 1e-6 away from 0 and 1.
inline double logit(double probability) noexcept {
    const double p = std::clamp(probability, 1e-6, 1 - 1e-6);
    return std::log(p / (1 - p));
}

/// log(1 + exp(x)) without overflow: the loss of a positive with log-odds -x.
inline double softplus(double x) noexcept { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

}  // namespace attune::learning
