#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::report {

/// Predictions of about one probability, and how often they came true.
struct CalibrationBin {
    double predicted = 0;  ///< mean probability, in [0, 1]
    double observed = 0;   ///< share that came true, in [0, 1]
    std::size_t count = 0;
    Interval interval{};  ///< of `observed`; both NaN if not known
};

struct CalibrationCurve {
    std::string name;
    std::vector<CalibrationBin> bins;  ///< by rising probability
};

/// What was promised against what came true: on the diagonal a model means what it says; the larger a mark,
/// the more predictions it stands for.
struct Calibration {
    std::vector<CalibrationCurve> curves;  ///< 1 to 8
};

/// @throws Error{invalid_argument} without curves, or for one without bins
Svg draw(const Calibration& calibration, double width);
Table table_of(const Calibration& calibration);

}  // namespace attune::report
