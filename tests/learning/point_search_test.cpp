#include "learning/choosing/point_search.h"

#include "core/error.h"
#include "learning/trees/booster.h"

#include <gtest/gtest.h>

namespace attune::learning {
namespace {

/// Best at x = 3, undefined below 0.
std::optional<double> hill(const Point& point) {
    const double x = point[0].second;
    if (x < 0) return std::nullopt;
    return -(x - 3) * (x - 3);
}

TEST(Point, NamesAndReplacesOptions) {
    const Point point{{"max_depth", 4}, {"lambda", 0.5}};
    EXPECT_EQ(to_string(point), "max_depth=4 lambda=0.5");
    const auto options = with_point(BoosterOptions{}, point);
    EXPECT_EQ(options.max_depth, 4);
    EXPECT_EQ(options.lambda, 0.5F);
    EXPECT_THROW(with_point(BoosterOptions{}, {{"no_such", 1}}), Error);
}

TEST(SearchPoints, FindsTheBestAndPassesOverWhatIsUndefined) {
    const std::vector<Point> points{{{"x", -5}}, {{"x", 1}}, {{"x", 3}}, {{"x", 4}}};
    const auto found = search_points(points, hill);
    EXPECT_EQ(found.best[0].second, 3);
    EXPECT_EQ(found.score, 0);
}

TEST(SearchPoints, TakesTheFirstOfEqualsAndWhereNoneIsDefined) {
    const std::vector<Point> equals{{{"x", 2}}, {{"x", 4}}};
    EXPECT_EQ(search_points(equals, hill).best[0].second, 2);
    const std::vector<Point> undefined{{{"x", -2}}, {{"x", -1}}};
    EXPECT_EQ(search_points(undefined, hill).best[0].second, -2);
    EXPECT_FALSE(search_points(undefined, hill).score);
    EXPECT_THROW(search_points({}, hill), Error);
}

}  // namespace
}  // namespace attune::learning
