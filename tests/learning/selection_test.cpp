#include "learning/choosing/selection.h"

#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace attune::learning {
namespace {

BoosterOptions quick() {
    BoosterOptions options;
    options.rounds = 30;
    options.max_depth = 3;
    options.learning_rate = 0.2F;
    return options;
}

TEST(InformativeColumns, LeavesOutConstantsAndCopies) {
    Matrix X(4, 6, 3);  // 0 and 5 constant
    for (std::size_t row = 0; row < 4; ++row) {
        X(row, 1) = static_cast<float>(row);
        X(row, 2) = row == 1 ? missing : 0.0F;
        X(row, 3) = static_cast<float>(row);
        X(row, 4) = row == 1 ? missing : -0.0F;
        X(row, 5) = missing;
    }
    EXPECT_EQ(informative_columns(X), (std::vector<std::size_t>{1, 2}));
    EXPECT_TRUE(informative_columns(Matrix()).empty());
}

TEST(CrossFittedGain, IsAShareAndFindsTheColumnsThatCount) {
    const auto table = classification(600, 1, 10);
    const auto gain = cross_fitted_gain({table.X, table.y, {}}, k_folds(600, 3, 1), quick());
    EXPECT_NEAR(std::accumulate(gain.begin(), gain.end(), 0.0), 1, 1e-6);
    EXPECT_EQ(top_columns(gain, 2), (std::vector<std::size_t>{0, 1}));
}

TEST(PermutationImportance, IsLargeForWhatCountsAndNearZeroForNoise) {
    const auto table = classification(600, 2, 6);
    const auto fall = permutation_importance({table.X, table.y, {}}, k_folds(600, 3, 1), quick(), auc);
    EXPECT_GT(fall[0], 0.1);
    EXPECT_GT(fall[1], 0.05);
    for (std::size_t column = 2; column < 6; ++column) EXPECT_LT(std::abs(fall[column]), 0.03);
}

TEST(PermutationImportance, IsThatOfAnyModel) {
    // The model says column 0; the others cannot matter, whatever they hold.
    const auto table = classification(300, 3, 3);
    const auto score = [&](const Matrix& X) {
        std::vector<float> said;
        for (std::size_t row = 0; row < X.n_rows(); ++row) said.push_back(X(row, 0));
        return auc(said, table.y);
    };
    const auto fall = permutation_importance(table.X, score, 3, 1);
    EXPECT_GT(fall[0], 0.2);
    EXPECT_EQ(fall[1], 0);
    EXPECT_EQ(fall[2], 0);
    EXPECT_EQ(permutation_importance(table.X, score, 3, 1), fall);
    const auto undefined = [](const Matrix&) { return std::optional<double>(); };
    EXPECT_EQ(permutation_importance(table.X, undefined, 1, 1), (std::vector<double>{0, 0, 0}));
}

TEST(TopColumns, TakesTheFirstOfEquals) {
    EXPECT_EQ(top_columns(std::vector<double>{1, 3, 1, 3, 1}, 3), (std::vector<std::size_t>{0, 1, 3}));
    EXPECT_EQ(top_columns(std::vector<double>{1, 3}, 9).size(), 2U);
}

TEST(SelectColumns, NamesColumnsOfTheWholeTable) {
    auto table = classification(600, 3, 8);
    // What counts moves to columns 6 and 7; 0 is constant and 1 a copy of 2.
    for (std::size_t row = 0; row < 600; ++row) {
        std::swap(table.X(row, 0), table.X(row, 6));
        std::swap(table.X(row, 1), table.X(row, 7));
        table.X(row, 0) = 1;
        table.X(row, 1) = table.X(row, 2);
    }
    const Examples examples{table.X, table.y, {}};
    EXPECT_EQ(select_columns(examples, k_folds(600, 3, 1), quick(), 2), (std::vector<std::size_t>{6, 7}));
    EXPECT_EQ(select_columns(examples, k_folds(600, 3, 1), quick(), 50).size(), 6U);
}

}  // namespace
}  // namespace attune::learning
