#pragma once

#include "report/rows.h"

#include <vector>

namespace attune::report {

/// Bars that lie, in rows with names, each with its number at its end; several series stand in groups. All
/// begin at 0: what is not to be compared with 0 belongs into Dots.
struct Bars {
    NamedRows rows;
    NumberFormat format{};
    std::vector<Reference> references = {};
};

/// @throws Error as check()
Svg draw(const Bars& bars, double width);
Table table_of(const Bars& bars);

}  // namespace attune::report
