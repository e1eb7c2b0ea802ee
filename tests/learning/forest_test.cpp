#include "learning/trees/forest.h"

#include "core/error.h"
#include "learning/judging/classification.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::learning {
namespace {

/// Three classes: rings around the origin by distance, and a column of noise.
struct Rings {
    Matrix X;
    std::vector<ClassIndex> labels;
};

Rings rings(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Rings table{Matrix(n, 3), {}};
    for (std::size_t row = 0; row < n; ++row) {
        const double x = 6 * random.uniform() - 3;
        const double y = 6 * random.uniform() - 3;
        table.X(row, 0) = static_cast<float>(x);
        table.X(row, 1) = static_cast<float>(y);
        table.X(row, 2) = static_cast<float>(random.normal());
        table.labels.push_back(static_cast<ClassIndex>(std::min(std::hypot(x, y), 2.9)));
    }
    return table;
}

constexpr ForestOptions small{.trees = 40};

TEST(ClassForest, LearnsWhatNoLineDivides) {
    const auto train = rings(1500, 1);
    const auto test = rings(500, 2);
    const auto forest = ClassForest::fit(train.X, train.labels, 3, {}, small);
    const auto P = forest.predict(test.X);
    EXPECT_GT(*accuracy(outcomes_of(P, test.labels)), 0.9);
    for (std::size_t row = 0; row < P.n_rows(); ++row)
        EXPECT_NEAR(std::accumulate(P.row(row).begin(), P.row(row).end(), 0.0), 1, 1e-4);
    const auto gains = forest.gain_importance();
    EXPECT_NEAR(gains[0] + gains[1] + gains[2], 1, 1e-9);
    EXPECT_GT(gains[0], 2 * gains[2]);
}

TEST(ClassForest, IsTheSameWithAnyNumberOfThreads) {
    const auto table = rings(300, 3);
    auto two = small;
    two.threads = 2;
    const auto a = ClassForest::fit(table.X, table.labels, 3, {}, small).predict(table.X);
    const auto b = ClassForest::fit(table.X, table.labels, 3, {}, two).predict(table.X);
    EXPECT_TRUE(std::ranges::equal(a.values(), b.values()));
}

TEST(ClassForest, FindsTheBestSplitOfOneColumn) {
    // One tree without depth to spare: the split must lie between 3 and 4, whatever the rows drawn.
    Matrix X(200, 1);
    std::vector<ClassIndex> labels;
    for (std::size_t row = 0; row < 200; ++row) {
        X(row, 0) = static_cast<float>(row % 8);
        labels.push_back(row % 8 < 4 ? 0 : 1);
    }
    const auto P = ClassForest::fit(X, labels, 2, {}, {.trees = 5, .max_depth = 1}).predict(X);
    for (std::size_t row = 0; row < 200; ++row) EXPECT_EQ(P(row, labels[row]), 1);
}

/// One question, of two columns: one tells step 0 from step 1, the other the few rows of step 9 from all others.
ClassForest one_question(const Matrix& X, std::span<const ClassIndex> labels, bool is_ordered) {
    return ClassForest::fit(X, labels, 10, {},
                            {.trees = 9, .max_depth = 1, .columns = 2, .is_ordered = is_ordered});
}

TEST(ClassForest, OfStepsAsksForWhatIsFarApart) {
    Matrix X(400, 2);
    std::vector<ClassIndex> labels;
    for (std::size_t row = 0; row < 400; ++row) {
        const bool is_far = row % 10 == 0;
        labels.push_back(is_far ? 9 : row % 2 == 0 ? 0 : 1);
        X(row, 0) = static_cast<float>(is_far ? row / 10 % 2 : row % 2);
        X(row, 1) = is_far ? 1.0F : 0.0F;
    }
    const auto ordered = one_question(X, labels, true).predict(X);
    const auto gini = one_question(X, labels, false).predict(X);
    for (std::size_t row = 0; row < 400; ++row) {
        EXPECT_EQ(ordered(row, 9), labels[row] == 9 ? 1 : 0);
        EXPECT_GT(gini(row, 9), 0.02);
        EXPECT_LT(gini(row, 9), 0.2);
    }
}

/// Trees of many rows and of few are grown in different ways, and must ask the same. Of few a draw leaves some
/// values out.
TEST(ClassForest, FindsTheSameSplitAmongManyRowsAndFew) {
    for (const std::size_t n : {20U, 60U, 200U, 3000U}) {
        Matrix X(n, 1);
        std::vector<ClassIndex> labels;
        for (std::size_t row = 0; row < n; ++row) {
            X(row, 0) = static_cast<float>(row % 20);
            labels.push_back(row % 20 < 7 ? 0 : row % 20 < 12 ? 1 : 2);
        }
        for (const bool is_ordered : {false, true}) {
            const auto P =
                ClassForest::fit(X, labels, 3, {}, {.trees = 30, .max_depth = 2, .is_ordered = is_ordered})
                    .predict(X);
            for (std::size_t row = 0; row < n; ++row)
                EXPECT_GT(P(row, labels[row]), n < 200 ? 0.5 : 0.95) << n << " rows, row " << row;
        }
    }
}

TEST(ClassForest, LearnsFromWhatIsMissing) {
    Matrix X(100, 1, missing);
    std::vector<ClassIndex> labels(100, 1);
    for (std::size_t row = 0; row < 50; ++row) {
        X(row, 0) = static_cast<float>(row) - 1e6F;
        labels[row] = 0;
    }
    const auto P = ClassForest::fit(X, labels, 2, {}, small).predict(X);
    EXPECT_EQ(accuracy(outcomes_of(P, labels)), 1);
}

TEST(ClassForest, GivesRowsOfWeightZeroNoSay) {
    auto table = rings(400, 4);
    std::vector<float> weights(400, 1);
    for (std::size_t row = 0; row < 200; ++row) {
        weights[row] = 0;
        table.labels[row] = 0;
    }
    const auto P = ClassForest::fit(table.X, table.labels, 3, weights, small).predict(table.X);
    const auto outcomes = outcomes_of(P, table.labels);
    EXPECT_GT(*accuracy(std::span(outcomes).last(200)), 0.98);
    EXPECT_LT(*accuracy(std::span(outcomes).first(200)), 0.5);
}

TEST(ClassForest, IsSensibleWithLittleAndRefusesNonsense) {
    Matrix X(2, 1);
    X(1, 0) = 1;
    const auto one_class = ClassForest::fit(X, std::vector<ClassIndex>{1, 1}, 2, {}, small).predict(X);
    EXPECT_NEAR(one_class(0, 1), 1, 1e-5);
    const auto constant =
        ClassForest::fit(Matrix(4, 2, 7), std::vector<ClassIndex>{0, 0, 0, 1}, 2, {}, small);
    EXPECT_NEAR(constant.predict(Matrix(1, 2, 7))(0, 0), 0.75, 0.2);
    EXPECT_THROW(ClassForest::fit(X, std::vector<ClassIndex>{0, 2}, 2), Error);
    EXPECT_THROW(ClassForest::fit(X, std::vector<ClassIndex>{0}, 2), Error);
    EXPECT_THROW(ClassForest::fit(Matrix(), {}, 2), Error);
    X(0, 0) = std::numeric_limits<float>::infinity();
    EXPECT_THROW(ClassForest::fit(X, std::vector<ClassIndex>{0, 1}, 2), Error);
}

TEST(ClassForest, SavesAndLoadsToTheLastBit) {
    const auto table = rings(200, 4);
    const auto forest = ClassForest::fit(table.X, table.labels, 3, {}, small);
    const auto loaded = ClassForest::load(forest.save());
    const auto a = forest.predict(table.X);
    const auto b = loaded.predict(table.X);
    EXPECT_TRUE(std::ranges::equal(a.values(), b.values()));
    EXPECT_EQ(forest.gain_importance(), loaded.gain_importance());
    EXPECT_EQ(loaded.n_columns(), 3U);
}

TEST(ClassForest, RefusesDamagedBytes) {
    const auto table = rings(60, 5);
    const auto bytes = ClassForest::fit(table.X, table.labels, 3, {}, {.trees = 2}).save();
    EXPECT_THROW(ClassForest::load(""), Error);
    EXPECT_THROW(ClassForest::load("attune forest 1\n"), Error);
    EXPECT_THROW(ClassForest::load(bytes.substr(0, bytes.size() - 1)), Error);
    for (std::size_t at = 0; at < bytes.size(); at += 37) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x20);
        EXPECT_THROW(ClassForest::load(damaged), Error) << at;
    }
}

}  // namespace
}  // namespace attune::learning
