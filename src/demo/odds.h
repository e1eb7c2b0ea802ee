#pragma once

#include <algorithm>
#include <cmath>

namespace attune::demo {

/// The probability of these log-odds.
inline double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

/// The log-odds of a share, which is kept `margin` away from 0 and 1.
inline double logit(double share, double margin) {
    const double inside = std::clamp(share, margin, 1 - margin);
    return std::log(inside / (1 - inside));
}

}  // namespace attune::demo
