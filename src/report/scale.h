#pragma once

#include "report/numbers.h"

#include <span>
#include <vector>

namespace attune::report {

/// A closed stretch of numbers, low <= high.
struct Extent {
    double low = 0;
    double high = 0;

    double width() const noexcept { return high - low; }
};

/// The least and the largest of the finite values; {0, 0} if there is none.
Extent extent_of(std::span<const double> values);

/// The smallest extent that holds both.
Extent united(Extent a, Extent b) noexcept;

/// The format for numbers of an extent: all between 1000 and 2999 are read as years and get no comma.
NumberFormat format_within(Extent extent, NumberFormat format) noexcept;

/// Round places of an axis, ascending: multiples of 1, 2, 2.5 or 5 times a power of ten.
struct Ticks {
    std::vector<double> values;
    double step = 1;

    /// Writes a tick with as many digits as the step needs, and no more.
    std::string text(double value, NumberFormat format = {}) const;
};

/// Ticks inside of an extent, about `wanted` of them, at least 2 (an extent without width is made wider).
/// Source: J. Talbot, S. Lin, P. Hanrahan, "An extension of Wilkinson's algorithm for positioning tick labels
/// on axes", IEEE TVCG 16, 2010; here with simplicity and density alone.
Ticks ticks_in(Extent extent, int wanted);

/// The extent made wider to the ticks around it, so that an axis begins and ends on one.
Extent to_ticks(Extent extent, int wanted);

/// Numbers to places on paper, in a straight line.
class Scale {
  public:
    /// @param to  where extent.low and extent.high lie; may run backwards
    Scale(Extent extent, double to_low, double to_high) noexcept;

    double operator()(double value) const noexcept;
    Extent extent() const noexcept { return extent_; }

  private:
    Extent extent_;
    double low_;
    double high_;
};

}  // namespace attune::report
