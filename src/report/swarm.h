#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <string>
#include <vector>

namespace attune::report {

/// What one input did to predictions.
struct SwarmRow {
    std::string name;
    std::vector<double> pushes;  ///< what it added to each prediction, any unit
    std::vector<double> values;  ///< the input's own value in each, shape of pushes; NaN if missing
};

/// A row of dots for each input, one a case: to the right where the input raised the prediction, blue where
/// its value was low and orange where it was high; dots in one place are stacked.
///
/// Source: S. M. Lundberg et al., "From local explanations to global understanding with explainable AI for
/// trees", Nature Machine Intelligence 2, 2020, fig. 4.
struct Swarm {
    std::string pushed;  ///< what is pushed and its unit: "points of popularity"
    std::vector<SwarmRow> rows;
    NumberFormat format{};
};

/// @throws Error{invalid_argument} without rows, or for one without pushes or with another number of values
Svg draw(const Swarm& swarm, double width);
Table table_of(const Swarm& swarm);

}  // namespace attune::report
