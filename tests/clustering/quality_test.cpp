#include "clustering/quality.h"

#include "clustering/blobs.h"
#include "clustering/isolation_forest.h"
#include "clustering/outliers.h"
#include "core/error.h"
#include "learning/judging/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace attune::clustering {
namespace {

Matrix line(std::initializer_list<float> values) {
    Matrix X(values.size(), 1);
    std::copy(values.begin(), values.end(), X.values().begin());
    return X;
}

TEST(Quality, CountsByHand) {
    const auto X = line({0, 2, 10, 12});
    const Assignment halves{0, 0, 1, 1};
    // Row 0: a = 2, b = 11; row 1: a = 2, b = 9.
    EXPECT_NEAR(*silhouette(X, halves), (9.0 / 11 + 7.0 / 9) / 2, 1e-12);
    EXPECT_NEAR(*davies_bouldin(X, halves), (1.0 + 1) / 10, 1e-12);
    // Between 4 * 25, within 4 * 1, (n - k) / (k - 1) = 2.
    EXPECT_NEAR(*calinski_harabasz(X, halves), 50, 1e-9);
    EXPECT_FALSE(silhouette(X, Assignment{0, 0, 0, 0}));
    EXPECT_FALSE(davies_bouldin(X, Assignment{0, 1, 2, 3}));
    EXPECT_EQ(silhouettes(X, Assignment{0, 0, 0, 1})[3], 0);
    EXPECT_THROW(silhouette(X, Assignment{0}), Error);
}

TEST(Quality, ComparesWithLabels) {
    const Assignment clusters{0, 0, 0, 1, 1, 1};
    const std::vector<std::uint32_t> labels{1, 1, 0, 0, 0, 0};
    EXPECT_NEAR(purity(clusters, labels), 5.0 / 6, 1e-12);
    // Pairs together: in both 1 + 0 + 3 = 4; clusters 6, labels 1 + 6 = 7; by chance 42 / 15.
    EXPECT_NEAR(adjusted_rand(clusters, labels), (4 - 2.8) / (6.5 - 2.8), 1e-12);
    EXPECT_EQ(adjusted_rand(clusters, std::vector<std::uint32_t>{5, 5, 5, 2, 2, 2}), 1);
    EXPECT_NEAR(normalized_mutual_information(clusters, std::vector<std::uint32_t>{5, 5, 5, 2, 2, 2}), 1,
                1e-12);
    EXPECT_NEAR(normalized_mutual_information({0, 0, 1, 1}, std::vector<std::uint32_t>{0, 1, 0, 1}), 0,
                1e-12);
}

/// 300 rows around 0 and 15 far ones.
Blobs with_outliers() {
    auto table = blobs(315, 1, 0, 1, 4);
    Random random(2);
    for (std::size_t row = 0; row < 315; ++row) table.labels[row] = row >= 300 ? 1 : 0;
    for (std::size_t row = 300; row < 315; ++row) {
        for (float& x : table.X.row(row)) x = static_cast<float>(6 * random.normal());
    }
    return table;
}

double auc_of(const std::vector<double>& scores, const std::vector<std::uint32_t>& labels) {
    return *learning::auc(std::vector<float>(scores.begin(), scores.end()),
                          std::vector<float>(labels.begin(), labels.end()));
}

TEST(IsolationForest, SetsOutliersApart) {
    const auto table = with_outliers();
    const auto forest = IsolationForest::fit(table.X);
    const auto scores = forest.score(table.X);
    EXPECT_GT(auc_of(scores, table.labels), 0.95);
    for (const double score : scores) {
        EXPECT_GT(score, 0);
        EXPECT_LT(score, 1);
    }
    EXPECT_EQ(IsolationForest::fit(table.X, {.threads = 2}).score(table.X), scores);
}

TEST(IsolationForest, DoesNotDependOnTheUnitOfAColumn) {
    auto table = with_outliers();
    const auto before = IsolationForest::fit(table.X).score(table.X);
    for (std::size_t row = 0; row < table.X.n_rows(); ++row) table.X(row, 2) *= 1024;
    const auto after = IsolationForest::fit(table.X).score(table.X);
    for (std::size_t row = 0; row < before.size(); ++row) EXPECT_NEAR(before[row], after[row], 1e-3);
}

TEST(IsolationForest, FindsNothingAmongRowsThatAreAlike) {
    const Matrix X(10, 2, 4);
    const auto scores = IsolationForest::fit(X).score(X);
    for (const double score : scores) EXPECT_EQ(score, scores[0]);
    EXPECT_THROW(IsolationForest::fit(Matrix(1, 1)), Error);
}

TEST(Outliers, AreFoundByEachSimpleWay) {
    const auto table = with_outliers();
    EXPECT_GT(auc_of(z_scores(table.X), table.labels), 0.95);
    EXPECT_GT(auc_of(quartile_scores(table.X), table.labels), 0.95);
    std::vector<double> squared;
    for (const auto& score : mahalanobis_scores(table.X)) squared.push_back(score.squared);
    EXPECT_GT(auc_of(squared, table.labels), 0.95);
}

TEST(Mahalanobis, SeesWhatBreaksACorrelationAndCountsAFollowingColumnOnce) {
    Matrix X(101, 3);
    Random random(3);
    for (std::size_t row = 0; row < 101; ++row) {
        const double x = random.normal();
        X(row, 0) = static_cast<float>(x);
        X(row, 1) = static_cast<float>(x + 0.1 * random.normal());
        X(row, 2) = 2 * X(row, 0);
    }
    X(100, 0) = 1;
    X(100, 1) = -1;
    X(100, 2) = 2;
    const auto scores = mahalanobis_scores(X);
    for (std::size_t row = 0; row < 100; ++row) EXPECT_LT(scores[row].squared, scores[100].squared);
    EXPECT_LT(scores[100].p, 1e-6);
    double sum = 0;
    for (const auto& score : scores) sum += score.squared;
    EXPECT_NEAR(sum / 101, 2, 1e-3);  // the mean is the number of independent columns
    EXPECT_THROW(mahalanobis_scores(Matrix(5, 2, 1)), Error);
}

TEST(QuartileScores, MeasureInQuartileDistances) {
    EXPECT_NEAR(quartile_scores(line({0, 1, 2, 3, 10}))[4], (10.0 - 3) / 2, 1e-9);
    EXPECT_EQ(quartile_scores(line({0, 1, 2, 3, missing}))[4], 0);
}

}  // namespace
}  // namespace attune::clustering
