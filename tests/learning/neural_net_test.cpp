#include "learning/neural/neural_net.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "learning/judging/classification.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

struct Circles {
    Matrix X;
    std::vector<ClassIndex> labels;
};

/// Inside of a circle, around it, far away.
Circles circles(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Circles table{Matrix(n, 2), {}};
    for (std::size_t row = 0; row < n; ++row) {
        const double x = 6 * random.uniform() - 3;
        const double y = 6 * random.uniform() - 3;
        table.X(row, 0) = static_cast<float>(x + 100);
        table.X(row, 1) = static_cast<float>(1000 * y);
        table.labels.push_back(static_cast<ClassIndex>(std::min(std::hypot(x, y), 2.9)));
    }
    return table;
}

constexpr NeuralNetOptions small{
    .first_layer = 24, .second_layer = 12, .epochs = 60, .batch = 32, .learning_rate = 0.01F};

TEST(NeuralNet, LearnsWhatNoLineDivides) {
    const auto train = circles(800, 1);
    const auto test = circles(300, 2);
    const auto net = NeuralNet::fit(train.X, train.labels, 3, {}, small);
    const auto P = net.predict(test.X);
    EXPECT_GT(*accuracy(outcomes_of(P, test.labels)), 0.9);
    for (std::size_t row = 0; row < P.n_rows(); ++row)
        EXPECT_NEAR(std::accumulate(P.row(row).begin(), P.row(row).end(), 0.0), 1, 1e-4);
}

TEST(NeuralNet, IsTheSameForTheSameSeedAndAfterLoading) {
    const auto table = circles(200, 3);
    auto options = small;
    options.epochs = 3;
    options.dropout = 0.2F;
    const auto net = NeuralNet::fit(table.X, table.labels, 3, {}, options);
    const auto P = net.predict(table.X);
    const auto again = NeuralNet::fit(table.X, table.labels, 3, {}, options).predict(table.X);
    EXPECT_TRUE(std::ranges::equal(P.values(), again.values()));
    options.seed = 2;
    const auto other = NeuralNet::fit(table.X, table.labels, 3, {}, options).predict(table.X);
    EXPECT_FALSE(std::ranges::equal(P.values(), other.values()));
    const auto loaded = NeuralNet::load(Json::parse(net.save().dump())).predict(table.X);
    EXPECT_TRUE(std::ranges::equal(P.values(), loaded.values()));
}

TEST(NeuralNet, StopsWhenTheRowsHeldBackNoLongerGain) {
    // Labels at random: nothing can be learnt, and what is learnt by heart costs on the rows held back.
    auto table = circles(400, 4);
    Random random(5);
    for (auto& label : table.labels) label = static_cast<ClassIndex>(random.below(3));
    auto options = small;
    options.patience = 3;
    const auto net = NeuralNet::fit(table.X, table.labels, 3, {}, options);
    EXPECT_LT(net.validation_losses().size(), 30);
    const auto& losses = net.validation_losses();
    EXPECT_LE(std::ranges::min_element(losses) - losses.begin() + 4,
              static_cast<std::ptrdiff_t>(losses.size()));
}

TEST(NeuralNet, TakesMissingAndConstantColumnsAndRefusesNonsense) {
    Matrix X(8, 2, missing);
    std::vector<ClassIndex> labels(8, 1);
    for (std::size_t row = 0; row < 4; ++row) labels[row] = 0;
    const auto P = NeuralNet::fit(X, labels, 2, {}, small).predict(X);
    for (const float p : P.values()) EXPECT_NEAR(p, 0.5, 0.1);
    EXPECT_THROW(NeuralNet::fit(X, labels, 1), Error);
    EXPECT_THROW(NeuralNet::fit(X, std::vector<ClassIndex>(8, 2), 2), Error);
    EXPECT_THROW(NeuralNet::fit(Matrix(), {}, 2), Error);
    auto saved = NeuralNet::fit(X, labels, 2, {}, small).save();
    saved["layers"].erase(1);
    EXPECT_THROW(NeuralNet::load(saved), Error);
}

}  // namespace
}  // namespace attune::learning
