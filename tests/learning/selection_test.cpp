#include "learning/choosing/selection.h"

#include "learning/judging/folds.h"
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
