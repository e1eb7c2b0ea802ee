#pragma once

#include <span>

namespace attune::learning {

/// How a column is put on a common scale.
enum class Scaling {
    none,
    standard,  ///< mean 0, standard deviation 1
    min_max,   ///< least 0, most 1
    robust,    ///< median 0, distance of the quartiles 1
};

/// scaled = (x - centre) / spread
struct Scale {
    double centre = 0;
    double spread = 1;

    double operator()(double x) const noexcept { return (x - centre) / spread; }
    double undo(double scaled) const noexcept { return scaled * spread + centre; }
};

/// The scale of the values that are known (NaN is left out). Where they are all equal the spread is 1; where
/// none is known, nothing is changed. A robust spread of 0 (half of the values are one) falls back to that of
/// `standard`.
Scale scale_of(std::span<const double> values, Scaling scaling);

}  // namespace attune::learning
