#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::report {

/// Two parts that become one. Parts 0 .. leaves - 1 are the leaves; merge i makes part leaves + i.
struct TreeMerge {
    std::size_t left = 0;
    std::size_t right = 0;
    double height = 0;  ///< how unlike the two are, >= 0
};

/// A dendrogram: leaves with names below each other, joined to the right where they are alike.
struct Tree {
    std::string leaves_are;  ///< "genre"
    std::vector<std::string> leaves;
    std::vector<TreeMerge> merges;  ///< leaves - 1 of them
    AxisText height{};
};

/// @throws Error{invalid_argument} with fewer than 2 leaves, or if the merges do not make one tree of them
Svg draw(const Tree& tree, double width);
Table table_of(const Tree& tree);

}  // namespace attune::report
