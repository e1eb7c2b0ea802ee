#include "learning/judging/calibration.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "learning/judging/metrics.h"
#include "learning/numerics/sigmoid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace attune::learning {
namespace {

using Values = std::vector<float>;

struct Scored {
    Values scores;
    Values labels;
};

/// Log-odds that are twice too sure and 1 too high.
Scored overconfident(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Scored scored;
    for (std::size_t i = 0; i < n; ++i) {
        const double truth = 2 * random.normal();
        scored.scores.push_back(static_cast<float>(2 * truth + 1));
        scored.labels.push_back(random.uniform() < sigmoid(truth) ? 1.0F : 0.0F);
    }
    return scored;
}

TEST(PlattScaling, UndoesAKnownDistortion) {
    const auto [scores, labels] = overconfident(20000, 1);
    const auto platt = PlattScaling::fit(scores, labels);
    EXPECT_NEAR(platt.slope(), 0.5, 0.02);
    EXPECT_NEAR(platt.offset(), -0.5, 0.05);
}

TEST(PlattScaling, CountsARowOfWeightTwoAsTwoRows) {
    auto [scores, labels] = overconfident(300, 2);
    const Values weights(300, 2.0F);
    const auto weighted = PlattScaling::fit(scores, labels, weights);
    scores.insert(scores.end(), scores.begin(), scores.begin() + 300);
    labels.insert(labels.end(), labels.begin(), labels.begin() + 300);
    EXPECT_NEAR(weighted.slope(), PlattScaling::fit(scores, labels).slope(), 1e-6);
}

TEST(PlattScaling, NeverFallsEvenWhereScoresPointTheWrongWay) {
    auto [scores, labels] = overconfident(500, 3);
    for (auto& score : scores) score = -score;
    const auto platt = PlattScaling::fit(scores, labels);
    EXPECT_EQ(platt.slope(), 0);
    const double share = static_cast<double>(std::count(labels.begin(), labels.end(), 1.0F)) / 500;
    EXPECT_NEAR(platt.calibrate(3.0), share, 0.01);
}

TEST(PlattScaling, OfOneClassOrOneScoreStaysInside) {
    for (const auto& [scores, labels] : {Scored{{1, 2, 3}, {1, 1, 1}}, Scored{{2, 2, 2}, {1, 0, 1}}}) {
        const auto platt = PlattScaling::fit(scores, labels);
        for (const double score : {-100.0, 0.0, 2.0, 100.0}) {
            EXPECT_GT(platt.calibrate(score), 0);
            EXPECT_LT(platt.calibrate(score), 1);
        }
    }
}

TEST(IsotonicRegression, OfRisingLabelsIsTheLabels) {
    const Values scores = {1, 2, 3, 4};
    const Values targets = {0, 0.25F, 0.5F, 1};
    EXPECT_EQ(IsotonicRegression::fit(scores, targets).calibrate(scores), targets);
}

TEST(IsotonicRegression, PoolsNeighboursThatFall) {
    const auto isotonic = IsotonicRegression::fit(Values{1, 2, 3, 4}, Values{0, 1, 0, 1});
    EXPECT_EQ(isotonic.calibrate(Values{1, 2, 2.5F, 3, 4}), (Values{0, 0.5F, 0.5F, 0.5F, 1}));
    EXPECT_EQ(isotonic.calibrate(-5.0), 0);
    EXPECT_EQ(isotonic.calibrate(50.0), 1);
    EXPECT_NEAR(isotonic.calibrate(3.5), 0.75, 1e-9);
}

double squared_error(const Values& fitted, const Values& targets, const Values& weights) {
    double sum = 0;
    for (std::size_t i = 0; i < fitted.size(); ++i) {
        sum += weights[i] * (fitted[i] - targets[i]) * (fitted[i] - targets[i]);
    }
    return sum;
}

/// The least squared error of all rising lists on a grid, by trying them all.
double best_on_grid(const Values& targets, const Values& weights, Values& chosen, double least) {
    if (chosen.size() == targets.size()) return squared_error(chosen, targets, weights);
    double best = std::numeric_limits<double>::infinity();
    for (int step = 0; step <= 10; ++step) {
        const auto value = static_cast<float>(step) / 10;
        if (value < least) continue;
        chosen.push_back(value);
        best = std::min(best, best_on_grid(targets, weights, chosen, value));
        chosen.pop_back();
    }
    return best;
}

TEST(IsotonicRegression, IsAsNearAsAnyRisingListOfAGrid) {
    Random random(5);
    for (int round = 0; round < 20; ++round) {
        const Values scores = {1, 2, 3, 4, 5};
        Values targets;
        Values weights;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            targets.push_back(static_cast<float>(random.below(11)) / 10);
            weights.push_back(static_cast<float>(1 + random.below(3)));
        }
        const auto fitted = IsotonicRegression::fit(scores, targets, weights).calibrate(scores);
        EXPECT_TRUE(std::ranges::is_sorted(fitted));
        Values chosen;
        EXPECT_LE(squared_error(fitted, targets, weights), best_on_grid(targets, weights, chosen, 0) + 1e-6);
    }
}

TEST(IsotonicRegression, GivesTiedScoresOneValueWhateverTheirOrder) {
    const auto a = IsotonicRegression::fit(Values{1, 1, 2}, Values{0, 1, 1});
    const auto b = IsotonicRegression::fit(Values{1, 2, 1}, Values{1, 1, 0});
    EXPECT_EQ(a.calibrate(1.0), 0.5);
    EXPECT_EQ(b.calibrate(1.0), 0.5);
}

TEST(IsotonicRegression, CalibratesAndNeverFalls) {
    const auto [scores, labels] = overconfident(5000, 6);
    const auto isotonic = IsotonicRegression::fit(scores, labels);
    const auto unseen = overconfident(5000, 7);
    EXPECT_LT(expected_calibration_error(isotonic.calibrate(unseen.scores), unseen.labels).value(), 0.03);
    double before = 0;
    for (double score = -10; score < 10; score += 0.01) {
        EXPECT_LE(before, isotonic.calibrate(score));
        before = isotonic.calibrate(score);
    }
}

TEST(Calibrations, SayTheSameAfterSaveAndLoad) {
    const auto [scores, labels] = overconfident(300, 8);
    const auto platt = PlattScaling::fit(scores, labels);
    const auto isotonic = IsotonicRegression::fit(scores, labels);
    EXPECT_EQ(PlattScaling::load(Json::parse(platt.save().dump())).calibrate(scores),
              platt.calibrate(scores));
    EXPECT_EQ(IsotonicRegression::load(Json::parse(isotonic.save().dump())).calibrate(scores),
              isotonic.calibrate(scores));
    EXPECT_EQ(IsotonicRegression().calibrate(3.0), 0.5);
}

TEST(Calibrations, RefuseJunkAndEmptyInput) {
    EXPECT_THROW(PlattScaling::fit(Values{}, Values{}), Error);
    EXPECT_THROW(PlattScaling::fit(Values{1}, Values{1, 0}), Error);
    EXPECT_THROW(IsotonicRegression::fit(Values{1, 2}, Values{1, 0}, Values{0, 0}), Error);
    auto saved = IsotonicRegression::fit(Values{1, 2}, Values{0, 1}).save();
    EXPECT_THROW(PlattScaling::load(saved), Error);
    saved["values"] = {1.0, 0.0};
    EXPECT_THROW(IsotonicRegression::load(saved), Error);
}

}  // namespace
}  // namespace attune::learning
