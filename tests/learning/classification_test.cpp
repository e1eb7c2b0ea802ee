#include "learning/judging/classification.h"

#include "core/error.h"
#include "learning/judging/baselines.h"
#include "learning/judging/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

Matrix rows_of(std::initializer_list<std::initializer_list<float>> rows) {
    Matrix P;
    for (const auto& row : rows) P.add_row(std::vector<float>(row));
    return P;
}

const Matrix P = rows_of({{0.7F, 0.2F, 0.1F}, {0.4F, 0.5F, 0.1F}, {0.1F, 0.3F, 0.6F}, {0.2F, 0.6F, 0.2F}});
const std::vector<ClassIndex> labels{0, 0, 2, 2};

TEST(Classification, CountsByHand) {
    const auto outcomes = outcomes_of(P, labels);
    EXPECT_EQ(accuracy(outcomes), 0.5);            // rows 0 and 2
    EXPECT_EQ(top_k_accuracy(outcomes, 2), 0.75);  // row 3: classes 0 and 2 tie, and 0 comes first
    EXPECT_EQ(balanced_accuracy(outcomes), 0.5);   // 1/2 of class 0, 1/2 of class 2
    EXPECT_NEAR(*macro_f1(outcomes), (2.0 / 3 + 0 + 2.0 / 3) / 3, 1e-12);
    EXPECT_NEAR(*log_loss(outcomes), -(std::log(0.7) + std::log(0.4) + std::log(0.6) + std::log(0.2)) / 4,
                1e-6);
    EXPECT_NEAR(*brier(outcomes), (0.14 + 0.62 + 0.26 + 1.04) / 4, 1e-6);
    EXPECT_EQ(confusion_matrix(outcomes, 3), (std::vector<std::size_t>{1, 1, 0, 0, 0, 0, 0, 1, 1}));
    const auto scores = scores_by_class(outcomes, 3);
    EXPECT_EQ(scores[0].precision, 1);
    EXPECT_EQ(scores[0].recall, 0.5);
    EXPECT_EQ(scores[1].rows, 0);
    EXPECT_EQ(scores[1].f1, 0);
}

TEST(Classification, IsCalibratedWhereConfidenceIsTheShareThatIsRight) {
    // Confidence 0.75 and three of four right; then all right.
    const auto P4 = rows_of({{0.75F, 0.25F}, {0.75F, 0.25F}, {0.75F, 0.25F}, {0.75F, 0.25F}});
    EXPECT_NEAR(*expected_calibration_error(outcomes_of(P4, std::vector<ClassIndex>{0, 0, 0, 1})), 0, 1e-7);
    EXPECT_NEAR(*expected_calibration_error(outcomes_of(P4, std::vector<ClassIndex>{0, 0, 0, 0})), 0.25,
                1e-7);
}

TEST(Classification, HasNoFiguresWithoutRowsAndRefusesNonsense) {
    EXPECT_FALSE(accuracy({}));
    EXPECT_FALSE(macro_f1({}));
    EXPECT_THROW(outcomes_of(P, std::vector<ClassIndex>{0, 0, 2, 3}), Error);
    EXPECT_THROW(outcomes_of(P, std::vector<ClassIndex>{0}), Error);
    EXPECT_THROW(outcomes_of(rows_of({{missing, 0}}), std::vector<ClassIndex>{0}), Error);
}

TEST(Classes, AreNumberedByNameAndRefusedWhereTheyAreIds) {
    const auto classes = index_classes(std::vector<std::string>{"rock", "pop", "rock"});
    EXPECT_EQ(classes.names, (std::vector<std::string>{"pop", "rock"}));
    EXPECT_EQ(classes.of_row, (std::vector<ClassIndex>{1, 0, 1}));
    std::vector<std::string> ids;
    for (int i = 0; i < 2000; ++i) ids.push_back(std::to_string(i));
    EXPECT_THROW(index_classes(ids), Error);
    EXPECT_THROW(index_classes(std::vector<std::string>{"rock", "rock"}), Error);
    EXPECT_THROW(index_classes(std::vector<std::string>{"rock", ""}), Error);
}

TEST(Baselines, SayWhatTheTrainingRowsHold) {
    const std::vector<ClassIndex> train{0, 1, 1, 1};
    EXPECT_EQ(accuracy(outcomes_of(majority_baseline(train, 2, 2), std::vector<ClassIndex>{1, 1})), 1);
    EXPECT_NEAR(*log_loss(outcomes_of(majority_baseline(train, 2, 1), std::vector<ClassIndex>{0})),
                std::log(4), 1e-6);
    const auto drawn = stratified_baseline(train, 2, 4000, 7);
    double ones = 0;
    for (std::size_t row = 0; row < 4000; ++row) ones += drawn(row, 1);
    EXPECT_NEAR(ones / 4000, 0.75, 0.03);
    const std::vector<float> y{1, 2, 10, 20};
    const std::vector<std::uint64_t> groups{5, 5, 6, 6};
    EXPECT_EQ(median_baseline(y, 2), (std::vector<float>{6, 6}));
    EXPECT_EQ(group_median_baseline(groups, y, std::vector<std::uint64_t>{6, 7}),
              (std::vector<float>{15, 6}));
    EXPECT_THROW(median_baseline({}, 2), Error);
}

TEST(QuantilesOfSteps, LieWhereTheShareIsReached) {
    const auto steps = rows_of({{0.5F, 0.5F, 0}, {0, 0.25F, 0.75F}, {1, 0, 0}});
    EXPECT_EQ(quantiles_of_steps(steps, 10, 2, 0.5)[0], 12);  // where the first step ends
    EXPECT_NEAR(quantiles_of_steps(steps, 10, 2, 0.5)[1], 14 + 2.0 / 3, 1e-5);
    EXPECT_EQ(quantiles_of_steps(steps, 10, 2, 0.5)[2], 11);
    EXPECT_EQ(quantiles_of_steps(steps, 10, 2, 1)[1], 16);
    EXPECT_THROW(quantiles_of_steps(steps, 0, 1, 2), Error);
}

}  // namespace
}  // namespace attune::learning
