#pragma once

#include "report/rows.h"

#include <vector>

namespace attune::report {

/// Rows with names and on each a dot for every series, with its interval as a line: for estimates that are
/// compared with each other and not with 0. The axis is as wide as what it shows.
struct Dots {
    NamedRows rows;
    AxisText axis{};
    std::vector<Reference> references = {};
};

/// @throws Error as check()
Svg draw(const Dots& dots, double width);
Table table_of(const Dots& dots);

}  // namespace attune::report
