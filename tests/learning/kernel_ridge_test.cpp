#include "learning/unused/kernel_ridge.h"

#include "core/error.h"
#include "learning/judging/metrics.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::learning {
namespace {

Matrix as_column(const std::vector<float>& y) {
    Matrix Y(y.size(), 1);
    for (std::size_t i = 0; i < y.size(); ++i) Y(i, 0) = y[i];
    return Y;
}

std::vector<float> column(const Matrix& Y, std::size_t c) {
    std::vector<float> y;
    for (std::size_t i = 0; i < Y.n_rows(); ++i) y.push_back(Y(i, c));
    return y;
}

KernelRidgeOptions one_block(std::vector<std::size_t> columns, bool standardize = true) {
    KernelRidgeOptions options;
    options.blocks = {{std::move(columns), 0.5F, standardize}};
    options.terms = {{1, {0}}};
    return options;
}

TEST(KernelRidge, LearnsACurve) {
    const auto table = regression(600, 1);
    const auto unseen = regression(200, 2);
    auto options = one_block({0, 1, 2, 3});
    options.ridge = 0.01F;
    const auto model = KernelRidge::fit(table.X, as_column(table.y), options);
    EXPECT_GT(r2(column(model.predict(unseen.X), 0), unseen.y).value(), 0.85);
}

TEST(KernelRidge, OfTwoRowsFollowsTheFormula) {
    // The rows differ in three 0/1 columns: k = exp(-sqrt(3) / 2); y - mean = -1 and 1, so with c = 1 / (1 + ridge
    // - k) a row says mean +- c (1 - k).
    Matrix X(2, 4);
    X(1, 0) = X(1, 1) = X(1, 3) = 1;
    const auto model = KernelRidge::fit(X, as_column({4, 6}), one_block({0, 1, 2, 3}, false));
    const double k = std::exp(-std::sqrt(3.0) / 2);
    EXPECT_NEAR(model.predict(X)(0, 0), 5 - (1 - k) / (3 - k), 1e-5);
    EXPECT_NEAR(model.predict(X)(1, 0), 5 + (1 - k) / (3 - k), 1e-5);
}

TEST(KernelRidge, ATermOverTwoBlocksIsTheBlockOfBothOnOneAxis) {
    // exp(-s |a - b|) of one column twice is one column with twice the steepness.
    const auto table = regression(40, 3);
    auto twice = one_block({0});
    twice.terms = {{1, {0, 0}}};
    auto steep = one_block({0});
    steep.blocks[0].steepness = 1;
    const auto a = KernelRidge::fit(table.X, as_column(table.y), twice).predict(table.X);
    const auto b = KernelRidge::fit(table.X, as_column(table.y), steep).predict(table.X);
    for (std::size_t i = 0; i < 40; ++i) EXPECT_NEAR(a(i, 0), b(i, 0), 1e-4);
}

TEST(KernelRidge, SeveralTargetsAreAsEachAlone) {
    const auto table = regression(60, 4);
    Matrix Y(60, 2);
    for (std::size_t i = 0; i < 60; ++i) {
        Y(i, 0) = table.y[i];
        Y(i, 1) = 7 - table.X(i, 2);
    }
    const auto both = KernelRidge::fit(table.X, Y, one_block({0, 1, 2})).predict(table.X);
    for (const std::size_t target : {0UL, 1UL}) {
        const auto alone =
            KernelRidge::fit(table.X, as_column(column(Y, target)), one_block({0, 1, 2})).predict(table.X);
        for (std::size_t i = 0; i < 60; ++i) EXPECT_NEAR(both(i, target), alone(i, 0), 1e-5);
    }
}

TEST(KernelRidge, FarFromItsRowsSaysTheMean) {
    const auto table = regression(50, 5);
    const auto model = KernelRidge::fit(table.X, as_column(table.y), one_block({0, 1, 2, 3}));
    double mean = 0;
    for (const float y : table.y) mean += y / 50;
    EXPECT_NEAR(model.predict(Matrix(1, 4, 1e4F))(0, 0), mean, 1e-4);
}

TEST(KernelRidge, PutsMissingValuesAtTheMean) {
    const auto table = classification(100, 6);
    const auto model = KernelRidge::fit(table.X, as_column(table.y), one_block({0, 1}));
    EXPECT_GT(auc(column(model.predict(table.X), 0), table.y).value(), 0.7);
    EXPECT_THROW(KernelRidge::fit(table.X, as_column(table.y), one_block({0, 1}, false)), Error);
}

TEST(KernelRidge, RefusesWhatMakesNoSense) {
    const auto table = regression(10, 7);
    const auto Y = as_column(table.y);
    EXPECT_THROW(KernelRidge::fit(Matrix(), Matrix(), one_block({0})), Error);
    EXPECT_THROW(KernelRidge::fit(table.X, Matrix(9, 1), one_block({0})), Error);
    EXPECT_THROW(KernelRidge::fit(table.X, Y, one_block({4})), Error);
    EXPECT_THROW(KernelRidge::fit(table.X, Y, {}), Error);
    auto options = one_block({0});
    options.ridge = 0;
    EXPECT_THROW(KernelRidge::fit(table.X, Y, options), Error);
    EXPECT_THROW(KernelRidge::fit(table.X, Y, one_block({0})).predict(Matrix(1, 3)), Error);
}

}  // namespace
}  // namespace attune::learning
