#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attune::report {

/// How often numbers fall between edges.
struct Histogram {
    std::string name;
    std::vector<double> edges;        ///< ascending, shape (counts + 1,)
    std::vector<std::size_t> counts;  ///< the last bin has its upper edge too
    double median = 0;                ///< is marked; NaN is not
};

/// Counts the finite values in bins with round edges, about `bins` of them.
/// @return a histogram of one empty bin, and NaN as its median, if no value is finite
Histogram histogram_of(std::string name, std::span<const double> values, int bins = 24);

/// Histograms side by side, each with its own axes.
struct Histograms {
    std::vector<Histogram> panels;
    NumberFormat format{};
    std::string counted = "rows";
};

/// @throws Error{invalid_argument} without panels, or if edges do not fit counts
Svg draw(const Histograms& histograms, double width);
Table table_of(const Histograms& histograms);

}  // namespace attune::report
