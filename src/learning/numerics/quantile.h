#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace attune::learning {

/// The value below which a share q, in [0, 1], of the ascending values lies, linear between neighbours; of at
/// least one value.
inline double quantile(std::span<const double> ascending, double q) {
    const double position = q * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    const auto above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], position - std::floor(position));
}

}  // namespace attune::learning
