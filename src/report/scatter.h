#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attune::report {

/// Points by two numbers. Up to 1,500 of them are drawn each; more are counted in hexagons, the fuller the
/// more.
struct Scatter {
    enum class Guide : std::uint8_t {
        none,
        zero,      ///< a line at y = 0: residuals
        diagonal,  ///< where y = x: predictions
    };

    AxisText x{};
    AxisText y{};
    std::vector<double> xs;  ///< a point without a finite place is left out
    std::vector<double> ys;
    Guide guide = Guide::none;
};

/// The table says for parts of x of equal size (tenths where there are points enough) how y lies in each.
/// @throws Error{invalid_argument} if no point is finite, or there are not as many xs as ys
Svg draw(const Scatter& scatter, double width);
Table table_of(const Scatter& scatter);

}  // namespace attune::report
