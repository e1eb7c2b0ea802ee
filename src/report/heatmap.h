#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attune::report {

/// A field of cells, the fuller the colour the larger the number, with the number in each where there is
/// room: confusion matrices and correlations.
struct Heatmap {
    enum class Range : std::uint8_t {
        from_zero,    ///< one colour, from 0 to the largest
        around_zero,  ///< one colour for below 0 and one for above, as far as the largest of both
    };

    std::string rows_are;     ///< "true genre"
    std::string columns_are;  ///< "predicted genre"
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    std::vector<double> values;  ///< row-major, shape (rows, columns); NaN leaves a cell empty
    Range range = Range::from_zero;
    NumberFormat format{};
};

/// @throws Error{invalid_argument} without cells, or if there are not rows * columns values
Svg draw(const Heatmap& heatmap, double width);
Table table_of(const Heatmap& heatmap);

}  // namespace attune::report
