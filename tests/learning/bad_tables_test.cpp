#include "core/error.h"
#include "core/random.h"
#include "learning/linear/multinomial.h"
#include "learning/neural/neural_net.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <string>

namespace attune::learning {
namespace {

/// Learns from (X, labels) of 3 classes and predicts X_test.
using Classifier =
    std::function<Matrix(const Matrix& X, const std::vector<ClassIndex>& labels, const Matrix& X_test)>;

const std::map<std::string, Classifier>& classifiers() {
    static const std::map<std::string, Classifier> all{
        {"booster",
         [](const Matrix& X, const std::vector<ClassIndex>& labels, const Matrix& X_test) {
             const std::vector<float> y(labels.begin(), labels.end());
             return Booster::fit(X, y, {}, {.objective = Objective::softmax, .classes = 3, .rounds = 5})
                 .probabilities(X_test);
         }},
        {"forest",
         [](const Matrix& X, const std::vector<ClassIndex>& labels, const Matrix& X_test) {
             return ClassForest::fit(X, labels, 3, {}, {.trees = 10}).predict(X_test);
         }},
        {"multinomial",
         [](const Matrix& X, const std::vector<ClassIndex>& labels, const Matrix& X_test) {
             return MultinomialLogistic::fit(X, labels, 3).predict(X_test);
         }},
        {"neural_net", [](const Matrix& X, const std::vector<ClassIndex>& labels, const Matrix& X_test) {
             return NeuralNet::fit(X, labels, 3, {}, {.first_layer = 8, .second_layer = 8, .epochs = 5})
                 .predict(X_test);
         }}};
    return all;
}

class BadTables : public testing::TestWithParam<std::string> {
  protected:
    /// Fits and expects a probability for each class of each row.
    void expect_sense(const Matrix& X, const std::vector<ClassIndex>& labels) const {
        const auto P = classifiers().at(GetParam())(X, labels, X);
        ASSERT_EQ(P.n_rows(), X.n_rows());
        ASSERT_EQ(P.n_columns(), 3);
        for (std::size_t row = 0; row < P.n_rows(); ++row) {
            const auto p = P.row(row);
            for (const float x : p) EXPECT_TRUE(x >= 0 && x <= 1.00001F) << x;
            EXPECT_NEAR(std::accumulate(p.begin(), p.end(), 0.0), 1, 1e-4);
        }
    }
    void expect_error(const Matrix& X, const std::vector<ClassIndex>& labels) const {
        EXPECT_THROW(classifiers().at(GetParam())(X, labels, X), Error);
    }
};

INSTANTIATE_TEST_SUITE_P(AllClassifiers, BadTables,
                         testing::Values("booster", "forest", "multinomial", "neural_net"),
                         [](const auto& info) { return info.param; });

Matrix normal(std::size_t n_rows, std::size_t n_columns) {
    Random random(1);
    Matrix X(n_rows, n_columns);
    for (auto& x : X.values()) x = static_cast<float>(random.normal());
    return X;
}

TEST_P(BadTables, OfOneClassOrTwoRowsGiveSense) {
    expect_sense(normal(20, 2), std::vector<ClassIndex>(20, 1));
    expect_sense(normal(2, 2), {0, 2});
    expect_sense(normal(1, 1), {2});
}

TEST_P(BadTables, WithConstantUnknownOrHugeColumnsGiveSense) {
    auto X = normal(30, 4);
    std::vector<ClassIndex> labels;
    for (std::size_t row = 0; row < 30; ++row) {
        labels.push_back(static_cast<ClassIndex>(row % 3));
        X(row, 0) = 7;
        X(row, 1) = missing;
        X(row, 2) *= 1e30F;
    }
    expect_sense(X, labels);
    expect_sense(Matrix(30, 2, missing), labels);
}

TEST_P(BadTables, WithInfiniteValuesOrWrongLabelsAreRefused) {
    auto X = normal(10, 2);
    expect_error(X, std::vector<ClassIndex>(9, 0));
    expect_error(X, std::vector<ClassIndex>(10, 3));
    expect_error(Matrix(), {});
    X(3, 1) = -std::numeric_limits<float>::infinity();
    expect_error(X, std::vector<ClassIndex>(10, 0));
}

}  // namespace
}  // namespace attune::learning
