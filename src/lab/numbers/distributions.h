#pragma once

#include "learning/tables/table.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace attune::lab {

/// How the values of a column of numbers lie.
struct Distribution {
    std::string name;
    std::size_t known = 0;
    std::size_t missing = 0;
    // NaN where nothing is known.
    double mean = 0;
    double deviation = 0;
    double least = 0;
    double lower_quartile = 0;
    double median = 0;
    double upper_quartile = 0;
    double most = 0;
    /// Rows in bars of equal width from `least` to `most`; the last bar holds `most`. One bar for a constant.
    std::vector<std::size_t> bars;
};

Distribution distribution_of(std::string name, const learning::Numbers& numbers, std::size_t n_bars = 30);

/// A text column: its values by falling count, of equals by name.
struct LevelCounts {
    std::string name;
    std::size_t missing = 0;
    std::size_t n_levels = 0;                                 ///< all of them
    std::vector<std::pair<std::string, std::size_t>> levels;  ///< at most `most` of the largest
};

/// A row with several members counts for each.
LevelCounts levels_of(std::string name, const learning::TextLists& lists, std::size_t most = 40);

/// Rank correlations of columns of numbers.
struct Correlations {
    std::vector<std::string> names;
    /// Spearman's, shape (n, n), over the rows that know both; NaN where it is not defined.
    std::vector<double> values;

    double operator()(std::size_t a, std::size_t b) const { return values[a * names.size() + b]; }
};

Correlations correlations_of(const std::vector<std::pair<std::string, const learning::Numbers*>>& columns);

}  // namespace attune::lab
