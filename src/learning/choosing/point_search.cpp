#include "learning/choosing/point_search.h"

#include "core/error.h"

namespace attune::learning {

std::string to_string(const Point& point) {
    std::string text;
    for (const auto& [name, value] : point)
        text += fmt::format("{}{}={}", text.empty() ? "" : " ", name, value);
    return text;
}

PointSearch search_points(std::span<const Point> points, const PointScore& score, const Task& task) {
    require(!points.empty(), "a search needs points to try");
    PointSearch found{points.front(), std::nullopt};
    for (std::size_t i = 0; i < points.size(); ++i) {
        task.report("searching for settings", i, points.size());
        const auto value = score(points[i]);
        if (value && (!found.score || *value > *found.score)) found = {points[i], value};
    }
    return found;
}

}  // namespace attune::learning
