#pragma once

#include <numeric>
#include <span>

namespace attune::learning {

/// Of two vectors of one length, added in order.
inline double dot(std::span<const double> a, std::span<const double> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace attune::learning
