#include "learning/unused/ensemble.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/judging/metrics.h"

#include <gtest/gtest.h>

#include <numeric>

namespace attune::learning {
namespace {

TEST(RankAverage, DoesNotDependOnTheScaleOfAModel) {
    const auto a = rank_average({{1, 2, 3}, {3, 1, 2}});
    EXPECT_EQ(a, rank_average({{10, 200, 3000}, {3, 1, 2}}));
    EXPECT_EQ(rank_average({{5, 7, 9}}), (std::vector<float>{0, 0.5F, 1}));
    EXPECT_EQ(rank_average({{5}}), (std::vector<float>{0.5F}));
}

TEST(LogitAverage, OfOneModelIsItselfAndOfOppositesIsOneHalf) {
    EXPECT_NEAR(logit_average({{0.2F}}).at(0), 0.2, 1e-6);
    EXPECT_NEAR(logit_average({{0.2F}, {0.8F}}).at(0), 0.5, 1e-6);
    EXPECT_NEAR(logit_average({{0.0F}, {1.0F}}, std::vector<double>{0, 1}).at(0), 1, 1e-5);
}

TEST(Average, IsWeighted) { EXPECT_NEAR(average({{1}, {4}}, std::vector<double>{1, 2}).at(0), 3, 1e-6); }

struct Models {
    Predictions predictions;
    std::vector<float> y;
};

/// Two models with independent errors, and one that guesses.
Models two_good_one_bad() {
    Random random(1);
    Models models{Predictions(3), {}};
    for (int row = 0; row < 500; ++row) {
        const double truth = random.normal();
        models.y.push_back(static_cast<float>(truth));
        models.predictions[0].push_back(static_cast<float>(truth + 0.7 * random.normal()));
        models.predictions[1].push_back(static_cast<float>(truth + 0.7 * random.normal()));
        models.predictions[2].push_back(static_cast<float>(random.normal()));
    }
    return models;
}

TEST(BlendWeights, FavourTheGoodAndBeatEachAlone) {
    const auto [predictions, y] = two_good_one_bad();
    const auto weights = blend_weights(predictions, y, r2, average);
    EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 1, 1e-9);
    EXPECT_GT(weights[0], 0.25);
    EXPECT_GT(weights[1], 0.25);
    const auto blended = r2(average(predictions, weights), y).value();
    for (const auto& alone : predictions) EXPECT_GT(blended, r2(alone, y).value());
}

TEST(BlendWeights, AreEqualWhereTheMetricIsUndefined) {
    const std::vector<float> y = {1, 1};
    EXPECT_EQ(blend_weights({{1, 2}, {2, 1}}, y, auc, average), (std::vector<double>{0.5, 0.5}));
}

TEST(Blends, RefuseWhatMakesNoSense) {
    EXPECT_THROW(average({}), Error);
    EXPECT_THROW(average({{1}, {1, 2}}), Error);
    EXPECT_THROW(average({{1}, {2}}, std::vector<double>{1}), Error);
    EXPECT_THROW(average({{1}, {2}}, std::vector<double>{0, 0}), Error);
    EXPECT_THROW(average({{1}, {2}}, std::vector<double>{2, -1}), Error);
}

}  // namespace
}  // namespace attune::learning
