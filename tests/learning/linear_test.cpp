#include "learning/linear/linear.h"

#include "core/json.h"
#include "learning/judging/metrics.h"
#include "learning/numerics/sigmoid.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace attune::learning {
namespace {

Matrix column(std::initializer_list<float> values) {
    Matrix X(values.size(), 1);
    std::copy(values.begin(), values.end(), X.values().begin());
    return X;
}

double row_sum(const Matrix& M, std::size_t row) {
    const auto values = M.row(row);
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(RidgeRegression, FindsALineExactlyWithoutPenalty) {
    const auto X = column({1, 2, 3, 4});
    const auto model = RidgeRegression::fit(X, std::vector<float>{5, 7, 9, 11}, {}, {.l2 = 0});
    const auto p = model.predict(column({0, 10}));
    EXPECT_NEAR(p[0], 3, 1e-4);
    EXPECT_NEAR(p[1], 23, 1e-4);
}

TEST(RidgeRegression, ShrinksByTheFormulaOfOneColumn) {
    // z = (-1, 1), y = (-1, 1) + 10: c = sum z y / (sum z^2 + l2) = 2 / (2 + 2).
    const auto model = RidgeRegression::fit(column({3, 7}), std::vector<float>{9, 11}, {}, {.l2 = 2});
    EXPECT_NEAR(model.coefficients().at(0), 0.5, 1e-6);
    EXPECT_NEAR(model.intercept(), 10, 1e-6);
}

TEST(RidgeRegression, CountsARowOfWeightTwoAsTwoRows) {
    const auto table = regression(30, 1);
    auto doubled = table;
    std::vector<float> weights(30, 1.0F);
    for (std::size_t row = 0; row < 10; ++row) {
        weights[row] = 2;
        doubled.X.add_row(table.X.row(row));
        doubled.y.push_back(table.y[row]);
    }
    const auto weighted = RidgeRegression::fit(table.X, table.y, weights).predict(table.X);
    const auto repeated = RidgeRegression::fit(doubled.X, doubled.y, {}).predict(table.X);
    EXPECT_LT(mae(weighted, repeated).value(), 1e-4);
}

TEST(RidgeRegression, DoesNotDependOnTheUnitOfAColumn) {
    auto table = regression(100, 2);
    const auto before = RidgeRegression::fit(table.X, table.y, {}).predict(table.X);
    for (std::size_t row = 0; row < 100; ++row) table.X(row, 0) = table.X(row, 0) * 1024 + 5000;
    const auto after = RidgeRegression::fit(table.X, table.y, {}).predict(table.X);
    EXPECT_LT(mae(before, after).value(), 1e-3);
}

TEST(RidgeRegression, GivesAConstantOrUnknownColumnNoSay) {
    Matrix X(4, 3, 5);
    for (std::size_t row = 0; row < 4; ++row) {
        X(row, 1) = static_cast<float>(row);
        X(row, 2) = missing;
    }
    const auto model = RidgeRegression::fit(X, std::vector<float>{0, 1, 2, 3}, {});
    EXPECT_EQ(model.coefficients()[0], 0);
    EXPECT_GT(model.coefficients()[1], 0);
    EXPECT_EQ(model.coefficients()[2], 0);
}

TEST(RidgeRegression, ReadsAMissingValueAsTheMean) {
    const auto model = RidgeRegression::fit(column({1, 2, 3, 4}), std::vector<float>{5, 7, 9, 11}, {});
    EXPECT_EQ(model.predict(column({missing})), model.predict(column({2.5F})));
}

TEST(LogisticRegression, IsFlatWhereTheGradientVanishes) {
    // At the optimum sum_i w_i (y_i - p_i) z_i = l2 c and sum_i w_i (y_i - p_i) = 0.
    const auto table = classification(400, 3);
    std::vector<float> weights(400);
    for (std::size_t row = 0; row < 400; ++row) weights[row] = 0.5F + static_cast<float>(row % 3);
    const auto model = LogisticRegression::fit(table.X, table.y, weights, {.l2 = 3});
    const auto Z = Standardizer::fit(table.X, weights).transform(table.X);
    const auto margins = model.margins(table.X);
    std::vector<double> gradient(Z.n_columns() + 1);
    for (std::size_t row = 0; row < 400; ++row) {
        const double residual = weights[row] * (table.y[row] - sigmoid(margins[row]));
        gradient.back() += residual;
        for (std::size_t c = 0; c < Z.n_columns(); ++c) gradient[c] += residual * Z(row, c);
    }
    EXPECT_NEAR(gradient.back(), 0, 1e-3);
    for (std::size_t c = 0; c < Z.n_columns(); ++c)
        EXPECT_NEAR(gradient[c], 3 * model.coefficients()[c], 1e-3);
}

TEST(LogisticRegression, AgreesWithAHandSolution) {
    // Two values of x, 3 of 4 and 1 of 4 positive: without penalty the odds of each side are its own.
    Matrix X(8, 1);
    for (std::size_t row = 4; row < 8; ++row) X(row, 0) = 1;
    const auto model = LogisticRegression::fit(X, std::vector<float>{1, 0, 0, 0, 1, 1, 1, 0}, {}, {.l2 = 0});
    const auto p = model.predict(column({0, 1}));
    EXPECT_NEAR(p[0], 0.25, 1e-5);
    EXPECT_NEAR(p[1], 0.75, 1e-5);
}

TEST(LogisticRegression, StaysFiniteWhenClassesSeparateOrOneIsAbsent) {
    const auto separated =
        LogisticRegression::fit(column({1, 2, 3, 4}), std::vector<float>{0, 0, 1, 1}, {}, {.l2 = 0});
    EXPECT_EQ(accuracy(separated.predict(column({1, 2, 3, 4})), std::vector<float>{0, 0, 1, 1}), 1);
    const auto alone = LogisticRegression::fit(column({1, 2}), std::vector<float>{1, 1}, {});
    for (const float p : alone.predict(column({1, 2, 100}))) EXPECT_GT(p, 0.99F);
}

TEST(LogisticRegression, ContributionsSumToTheMargin) {
    const auto table = classification(100, 4);
    const auto model = LogisticRegression::fit(table.X, table.y, {});
    const auto parts = model.contributions(table.X);
    const auto margins = model.margins(table.X);
    for (std::size_t row = 0; row < 100; ++row) EXPECT_NEAR(row_sum(parts, row), margins[row], 1e-4);
    EXPECT_FLOAT_EQ(parts(0, parts.n_columns() - 1), static_cast<float>(model.intercept()));
}

TEST(LinearModels, PredictTheSameAfterSaveAndLoad) {
    const auto table = classification(100, 5);
    const auto logistic = LogisticRegression::fit(table.X, table.y, {});
    const auto text = logistic.save().dump();
    EXPECT_EQ(LogisticRegression::load(Json::parse(text)).predict(table.X), logistic.predict(table.X));
    const auto ridge = RidgeRegression::fit(table.X, table.y, {});
    EXPECT_EQ(RidgeRegression::load(Json::parse(ridge.save().dump())).predict(table.X),
              ridge.predict(table.X));
}

TEST(LinearModels, RefuseToLoadJunk) {
    const auto table = classification(50, 6);
    const auto saved = RidgeRegression::fit(table.X, table.y, {}).save();
    EXPECT_THROW(LogisticRegression::load(saved), Error);
    EXPECT_THROW(RidgeRegression::load(Json::parse("[]")), Error);
    EXPECT_THROW(RidgeRegression::load(Json::parse(R"({"model": "ridge_regression"})")), Error);
    auto shorter = saved;
    shorter["coefficients"].erase(0);
    EXPECT_THROW(RidgeRegression::load(shorter), Error);
    auto text = saved;
    text["intercept"] = "much";
    EXPECT_THROW(RidgeRegression::load(text), Error);
}

TEST(LinearModels, RefuseWhatMakesNoSense) {
    const auto X = column({1, 2});
    EXPECT_THROW(RidgeRegression::fit(Matrix(), {}, {}), Error);
    EXPECT_THROW(RidgeRegression::fit(X, std::vector<float>{1}, {}), Error);
    EXPECT_THROW(RidgeRegression::fit(X, std::vector<float>{1, missing}, {}), Error);
    EXPECT_THROW(RidgeRegression::fit(X, std::vector<float>{1, 2}, std::vector<float>{0, 0}), Error);
    EXPECT_THROW(LogisticRegression::fit(X, std::vector<float>{1, 2}, {}), Error);
    EXPECT_THROW(RidgeRegression::fit(X, std::vector<float>{1, 2}, {}).predict(Matrix(1, 2)), Error);
    EXPECT_THROW(RidgeRegression::fit(column({1, std::numeric_limits<float>::infinity()}),
                                      std::vector<float>{1, 2}, {}),
                 Error);
}

}  // namespace
}  // namespace attune::learning
