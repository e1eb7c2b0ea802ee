#include "learning/judging/cross_validation.h"

#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::learning {
namespace {

TEST(CrossFit, NeverShowsALearnerTheRowsItPredicts) {
    // Column 0 is the number of the row: the learner can tell which rows it has seen.
    Sample table{Matrix(30, 1), std::vector<float>(30)};
    for (std::size_t row = 0; row < 30; ++row) table.X(row, 0) = table.y[row] = static_cast<float>(row);
    const std::vector<float> weights(table.y);
    const auto learner = [](const Examples& train, const Matrix& X_test) {
        for (const float row : X_test.values()) EXPECT_EQ(std::ranges::count(train.X.values(), row), 0);
        EXPECT_TRUE(std::ranges::equal(train.X.values(), train.y));
        EXPECT_TRUE(std::ranges::equal(train.y, train.weights));
        EXPECT_EQ(train.y.size() + X_test.n_rows(), 30U);
        return std::vector<float>(X_test.values().begin(), X_test.values().end());
    };
    EXPECT_EQ(cross_fit({table.X, table.y, weights}, k_folds(30, 4, 1), learner), table.y);
}

TEST(CrossFit, OfPureNoiseFindsNothing) {
    auto table = classification(400, 1);
    Random random(2);
    for (auto& y : table.y) y = random.uniform() < 0.5 ? 1.0F : 0.0F;
    BoosterOptions options;
    options.rounds = 30;
    const auto predicted = cross_fit({table.X, table.y, {}}, k_folds(400, 5, 1), booster_learner(options));
    EXPECT_NEAR(auc(predicted, table.y).value(), 0.5, 0.1);
}

TEST(CrossValidate, IsTheMeanOverFoldsWhereTheMetricIsDefined) {
    const Sample table{Matrix(6, 1), {0, 1, 0, 1, 1, 1}};
    const std::vector<std::size_t> fold_of = {0, 0, 1, 1, 2, 2};
    const auto constant = [](const Examples&, const Matrix& X) { return std::vector<float>(X.n_rows()); };
    EXPECT_EQ(cross_validate({table.X, table.y, {}}, fold_of, constant, auc), 0.5);
    const auto undefined = [](auto, auto) { return std::optional<double>(); };
    EXPECT_FALSE(cross_validate({table.X, table.y, {}}, fold_of, constant, undefined));
}

TEST(CrossFit, RefusesWhatMakesNoSense) {
    const Sample table{Matrix(4, 1), std::vector<float>(4)};
    const auto constant = [](const Examples&, const Matrix& X) { return std::vector<float>(X.n_rows()); };
    const auto wrong = [](const Examples&, const Matrix&) { return std::vector<float>(); };
    const std::vector<std::size_t> folds = {0, 0, 1, 1};
    EXPECT_THROW(cross_fit({table.X, table.y, {}}, std::vector<std::size_t>{0, 1}, constant), Error);
    EXPECT_THROW(cross_fit({table.X, table.y, {}}, std::vector<std::size_t>(4), constant), Error);
    EXPECT_THROW(cross_fit({table.X, table.y, std::vector<float>(1)}, folds, constant), Error);
    EXPECT_THROW(cross_fit({table.X, table.y, {}}, folds, wrong), Error);
}

}  // namespace
}  // namespace attune::learning
