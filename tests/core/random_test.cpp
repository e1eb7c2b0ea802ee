#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace attune {
namespace {

TEST(Random, GivesTheSameNumbersForTheSameSeed) {
    Random one(7);
    Random other(7);
    Random another(8);
    bool differs = false;
    for (int i = 0; i < 100; ++i) {
        const auto value = one();
        EXPECT_EQ(value, other());
        differs = differs || value != another();
    }
    EXPECT_TRUE(differs);
}

TEST(Random, IsUniformBetweenZeroAndOne) {
    Random random(1);
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0);
        ASSERT_LT(value, 1);
        sum += value;
    }
    EXPECT_NEAR(sum / 100'000, 0.5, 0.005);
}

TEST(Random, ReachesEachNumberBelowABoundEquallyOften) {
    Random random(1);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) ++counts.at(random.below(7));
    for (const int count : counts) EXPECT_NEAR(count, 10'000, 400);
    EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, IsNormalWithUnitVariance) {
    Random random(1);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double value = random.normal();
        ASSERT_TRUE(std::isfinite(value));
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / 100'000, 0, 0.02);
    EXPECT_NEAR(squares / 100'000, 1, 0.02);
}

TEST(Random, DrawsByWeight) {
    Random random(1);
    const std::array<double, 3> weights{1, 0, 3};
    std::array<int, 3> counts{};
    for (int i = 0; i < 40'000; ++i) ++counts.at(random.weighted(weights));
    EXPECT_NEAR(counts[0], 10'000, 400);
    EXPECT_EQ(counts[1], 0);
}

TEST(Random, ShufflesWithoutLoss) {
    Random random(1);
    std::vector<int> values(100);
    std::iota(values.begin(), values.end(), 0);
    auto shuffled = values;
    random.shuffle(shuffled);
    EXPECT_NE(shuffled, values);
    std::ranges::sort(shuffled);
    EXPECT_EQ(shuffled, values);
}

}  // namespace
}  // namespace attune
