#include "learning/choosing/point_search.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/judging/folds.h"
#include "learning/trees/booster.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace attune::learning {
namespace {

/// Best at x = 3; the noise shrinks with the share of rows.
std::optional<double> hill(const Point& point, double share) {
    const double x = point[0].second;
    if (x < 0) return std::nullopt;
    return -(x - 3) * (x - 3) + (1 - share) * std::sin(100 * x);
}

TEST(GridPoints, AreAllCombinations) {
    const auto points = grid_points({{"max_depth", {2, 4}}, {"lambda", {0.5, 1, 2}}});
    ASSERT_EQ(points.size(), 6);
    EXPECT_EQ(to_string(points[1]), "max_depth=2 lambda=1");
    const auto options = with_point(BoosterOptions{}, points[5]);
    EXPECT_EQ(options.max_depth, 4);
    EXPECT_EQ(options.lambda, 2);
    EXPECT_THROW(with_point(BoosterOptions{}, {{"no_such", 1}}), Error);
    EXPECT_THROW(grid_points({{"a", {}}}), Error);
}

TEST(SearchPoints, FindsTheBestAndPassesOverWhatIsUndefined) {
    SearchLog log;
    const auto found = search_points(grid_points({{"x", {-5, 0, 1, 2, 3, 4}}}), hill, log);
    EXPECT_EQ(found.best[0].second, 3);
    EXPECT_EQ(found.score, 0);
    EXPECT_THROW(search_points({}, hill, log), Error);
}

TEST(SearchPoints, GoesOnWhereItWasInterrupted) {
    const auto points = random_points({{"x", 0, 6}}, 12, 5);
    SearchLog log;
    const auto whole = search_points(points, hill, log);

    SearchLog part;
    Json saved;
    int calls = 0;
    const auto breaks_off = [&](const Point& point, double share) {
        if (++calls > 5) throw Error(ErrorCode::interrupted, "stopped");
        return hill(point, share);
    };
    EXPECT_THROW(search_points(points, breaks_off, part, [&] { saved = part.save(); }), Error);
    auto resumed = SearchLog::load(Json::parse(saved.dump()));
    EXPECT_EQ(resumed.size(), 5);
    int again = 0;
    const auto rest = search_points(
        points,
        [&](const Point& point, double share) {
            ++again;
            return hill(point, share);
        },
        resumed);
    EXPECT_EQ(again, 7);
    EXPECT_EQ(rest.best, whole.best);
    EXPECT_THROW(SearchLog::load(Json::parse("{}")), Error);
}

TEST(HalvePoints, ScoresFewPointsOnAllRows) {
    const auto points = random_points({{"x", 0, 30}}, 27, 2);
    SearchLog log;
    std::vector<double> shares;
    const auto found = halve_points(points,
                                    [&](const Point& point, double share) {
                                        shares.push_back(share);
                                        return hill(point, share);
                                    },
                                    log, {.factor = 3, .least_share = 1.0 / 9});
    EXPECT_EQ(std::ranges::count(shares, 1.0), 3);
    EXPECT_EQ(shares.size(), 27 + 9 + 3);
    double best = -1e9;
    for (const auto& point : points) best = std::max(best, *hill(point, 1));
    EXPECT_NEAR(*found.score, best, 1);
}

TEST(NestedRecipe, ChoosesWithoutTheRowsThatAreJudged) {
    // y is 0 but for the rows of fold 0; "guess" is all that a point says. A search that saw fold 0 would
    // guess 10.
    std::vector<float> y(40, 0);
    std::vector<std::size_t> fold_of(40);
    for (std::size_t row = 0; row < 40; ++row) fold_of[row] = row % 4;
    for (std::size_t row = 0; row < 40; row += 4) y[row] = 30;
    NestedSearch search;
    search.points = grid_points({{"guess", {0, 10}}});
    search.recipe = [&](const Point& point) -> Recipe {
        return [&, guess = static_cast<float>(point[0].second)](std::span<const std::size_t> train,
                                                                const Task&) {
            return Fitted{
                [guess](std::span<const std::size_t> rows) { return Matrix(rows.size(), 1, guess); },
                {{"the guess", SeenRows(train)}}};
        };
    };
    search.folds = [](std::span<const std::size_t> rows) { return k_folds(rows.size(), 3, 1); };
    search.metric = [&](const Matrix& predicted, std::span<const std::size_t> rows) -> std::optional<double> {
        double error = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) error += std::abs(predicted(i, 0) - y[rows[i]]);
        return -error;
    };
    const auto P = judge_by_folds(fold_of, nested_recipe(search));
    for (std::size_t row = 0; row < 40; row += 4) EXPECT_EQ(P(row, 0), 0);
}

}  // namespace
}  // namespace attune::learning
