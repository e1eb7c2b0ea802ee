#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <string>
#include <vector>

namespace attune::report {

/// What comes out as one input is moved: partial dependence.
struct Curve {
    std::string name;
    std::vector<double> x;            ///< ascending
    std::vector<double> y;            ///< shape of x
    std::vector<Interval> band = {};  ///< shape of x, or empty
    std::vector<double> seen = {};    ///< values of the input, say its tenths: marked below
};

/// Curves side by side, each over its own x and all over the same y, so that their heights compare.
struct Curves {
    AxisText y{};
    NumberFormat x_format{};
    std::vector<Curve> panels;
};

/// @throws Error{invalid_argument} without panels, or for one without points or with shapes that differ
Svg draw(const Curves& curves, double width);
Table table_of(const Curves& curves);

}  // namespace attune::report
