#pragma once

#include "core/task.h"
#include "learning/choosing/search.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace attune::learning {

/// Settings to try: named values of options, of any model.
using Point = std::vector<std::pair<std::string, double>>;

/// "max_depth=4 lambda=0.5": the same text for the same point.
std::string to_string(const Point& point);

/// The options with the named values of a point in place of their own, kept within their ranges.
/// @throws Error{invalid_argument} if they have no option of a name
template <class Options>
Options with_point(Options options, const Point& point) {
    for (const auto& [name, value] : point) options = with_option(std::move(options), name, value);
    return options;
}

/// Scores a point; higher is better, none where undefined.
using PointScore = std::function<std::optional<double>(const Point& point)>;

struct PointSearch {
    Point best;
    std::optional<double> score;  ///< of the best, flattered by the choice; none if no point had one
};

/// Scores every point. Of equal points the first wins.
/// @throws Error{invalid_argument} without points; Error{interrupted}
PointSearch search_points(std::span<const Point> points, const PointScore& score, const Task& task = {});

}  // namespace attune::learning
