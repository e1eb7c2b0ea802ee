#include "learning/tables/quantile_map.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace attune::learning {
namespace {

TEST(QuantileMap, TakesOneDistributionToTheOther) {
    const QuantileMap map({3, 1, 2, 5}, {30, 10, 50, 20});
    EXPECT_EQ(map(1), 10);
    EXPECT_EQ(map(5), 50);
    EXPECT_EQ(map(1.5), 15);
    EXPECT_EQ(map(0), 10) << "beyond the ends";
    EXPECT_EQ(map(9), 50);
    EXPECT_TRUE(std::isnan(map(std::numeric_limits<float>::quiet_NaN())));
}

TEST(QuantileMap, GivesTiesTheMiddleOfTheirs) {
    const QuantileMap map({0, 0, 0, 1}, {1, 2, 3, 9});
    EXPECT_EQ(map(0), 2);
    EXPECT_EQ(map(1), 9);
}

TEST(QuantileMap, IsJudgedOnPairsThatItHasNotSeen) {
    Random random(1);
    std::vector<float> x;
    std::vector<float> squares;
    std::vector<float> unrelated;
    for (int i = 0; i < 300; ++i) {
        x.push_back(static_cast<float>(random.uniform()));
        squares.push_back(x.back() * x.back());
        unrelated.push_back(static_cast<float>(random.uniform()));
    }
    const auto bent = judge_quantile_map(x, squares);
    EXPECT_LT(bent.mapped, 0.01);
    EXPECT_NEAR(bent.as_is, 1.0 / 6, 0.02);
    const auto nothing = judge_quantile_map(x, unrelated);
    EXPECT_GT(nothing.mapped, nothing.constant) << "the same distribution is no agreement";
    EXPECT_THROW(judge_quantile_map(std::vector<float>(5), std::vector<float>(5)), Error);
}

}  // namespace
}  // namespace attune::learning
