#include "learning/judging/metrics.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::learning {
namespace {

using Values = std::vector<float>;

struct Scored {
    Values scores;
    Values labels;
};

/// Scores on a coarse grid, so that many are tied; labels that follow them loosely.
Scored tied_scores(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Scored scored;
    for (std::size_t i = 0; i < n; ++i) {
        scored.scores.push_back(static_cast<float>(random.below(12)) / 12);
        scored.labels.push_back(random.uniform() < scored.scores.back() ? 1.0F : 0.0F);
    }
    return scored;
}

double auc_by_counting(const Scored& scored) {
    double won = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < scored.scores.size(); ++i) {
        for (std::size_t j = 0; j < scored.scores.size(); ++j) {
            if (scored.labels[i] != 1 || scored.labels[j] != 0) continue;
            ++pairs;
            won += scored.scores[i] > scored.scores[j] ? 1 : scored.scores[i] == scored.scores[j] ? 0.5 : 0;
        }
    }
    return won / pairs;
}

TEST(Auc, EqualsTheCountOfOrderedPairs) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto scored = tied_scores(60, seed);
        EXPECT_NEAR(auc(scored.scores, scored.labels).value(), auc_by_counting(scored), 1e-12);
    }
}

TEST(Auc, IsNotDefinedForOneClass) {
    EXPECT_FALSE(auc(Values{1, 2}, Values{1, 1}));
    EXPECT_FALSE(auc(Values{1, 2}, Values{0, 0}));
    EXPECT_FALSE(auc(Values{}, Values{}));
}

TEST(Auc, OfAConstantScoreIsOneHalf) { EXPECT_EQ(auc(Values{3, 3, 3}, Values{0, 1, 1}), 0.5); }

TEST(Ranks, OfEqualValuesAreTheirMean) {
    EXPECT_EQ(ranks(Values{10, 20, 20, 5}), (std::vector<double>{2, 3.5, 3.5, 1}));
    EXPECT_TRUE(ranks(Values{}).empty());
}

TEST(LogLoss, OfACoinIsLogTwoAndStaysFiniteWhenSureAndWrong) {
    EXPECT_NEAR(log_loss(Values{0.5F, 0.5F}, Values{0, 1}).value(), std::log(2.0), 1e-12);
    EXPECT_NEAR(log_loss(Values{0}, Values{1}).value(), -std::log(1e-7), 1e-6);
}

TEST(Brier, IsTheMeanSquaredError) {
    EXPECT_NEAR(brier(Values{0.25F, 0.5F}, Values{1, 0}).value(), (0.5625 + 0.25) / 2, 1e-12);
}

TEST(Accuracy, CountsTheThresholdAsPositive) {
    EXPECT_EQ(accuracy(Values{0.5F, 0.4F, 0.6F, 0.1F}, Values{1, 0, 0, 1}), 0.5);
    EXPECT_FALSE(accuracy(Values{}, Values{}));
}

TEST(ExpectedCalibrationError, IsZeroForAnHonestForecast) {
    Values p(100, 0.25F);
    Values labels(100, 0.0F);
    std::fill_n(labels.begin(), 25, 1.0F);
    EXPECT_NEAR(expected_calibration_error(p, labels).value(), 0, 1e-9);
    std::fill(p.begin(), p.end(), 0.75F);
    EXPECT_NEAR(expected_calibration_error(p, labels).value(), 0.5, 1e-9);
    EXPECT_TRUE(expected_calibration_error(Values{1, 0}, Values{1, 0}));
}

TEST(Spearman, DoesNotChangeUnderARisingFunction) {
    const auto scored = tied_scores(50, 4);
    Values cubed;
    for (const float s : scored.scores) cubed.push_back(s * s * s + 2);
    EXPECT_NEAR(spearman(scored.scores, cubed).value(), 1, 1e-12);
    EXPECT_NEAR(spearman(cubed, scored.labels).value(), spearman(scored.scores, scored.labels).value(),
                1e-12);
}

TEST(Spearman, AgreesWithTheFormulaWithoutTies) {
    // 1 - 6 sum d^2 / (n (n^2 - 1)), d = (0, 1, -1, 0).
    EXPECT_NEAR(spearman(Values{1, 2, 3, 4}, Values{1, 3, 2, 4}).value(), 1 - 6.0 * 2 / 60, 1e-12);
}

TEST(R2, IsZeroForTheMeanAndOneForTheTruth) {
    EXPECT_NEAR(r2(Values{2, 2, 2}, Values{1, 2, 3}).value(), 0, 1e-12);
    EXPECT_EQ(r2(Values{1, 2, 3}, Values{1, 2, 3}), 1);
    EXPECT_FALSE(r2(Values{1, 2}, Values{3, 3}));
}

TEST(Mae, IsTheMeanDistance) { EXPECT_EQ(mae(Values{1, 5}, Values{2, 2}), 2); }

TEST(Metrics, RefuseListsOfDifferentLength) {
    EXPECT_THROW(auc(Values{1}, Values{1, 0}), Error);
    EXPECT_THROW(log_loss(Values{1}, Values{1, 0}), Error);
    EXPECT_THROW(spearman(Values{1}, Values{1, 0}), Error);
}

}  // namespace
}  // namespace attune::learning
