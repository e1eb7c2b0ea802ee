#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <string>
#include <vector>

namespace attune::report {

/// y over x, with a band around it where its uncertainty is known (drawn of up to three lines).
struct LineSeries {
    std::string name;
    std::vector<double> x;            ///< ascending
    std::vector<double> y;            ///< shape of x; NaN parts the line
    std::vector<Interval> band = {};  ///< shape of x, or empty
};

/// Lines that are named at their right end.
struct Lines {
    AxisText x{};
    AxisText y{};
    std::vector<LineSeries> series;          ///< 1 to 8
    std::vector<Reference> references = {};  ///< across, at a value of y
    bool from_zero = false;                  ///< the y axis begins at 0
};

/// @throws Error{invalid_argument} without series, or for one without points or with shapes that differ
Svg draw(const Lines& lines, double width);
Table table_of(const Lines& lines);

}  // namespace attune::report
