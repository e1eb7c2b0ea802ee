#include "clustering/affinity_propagation.h"
#include "clustering/agglomerative.h"
#include "clustering/blobs.h"
#include "clustering/gaussian_mixture.h"
#include "clustering/neighbours.h"
#include "clustering/quality.h"
#include "clustering/spectral.h"
#include "core/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numbers>

namespace attune::clustering {
namespace {

using Method = std::function<Assignment(const Matrix& X, int clusters)>;

const std::map<std::string, Method>& methods() {
    static const std::map<std::string, Method> all{
        {"k_means", [](const Matrix& X, int k) { return k_means(X, {.clusters = k}).cluster_of; }},
        {"affinity_propagation",
         [](const Matrix& X, int k) {
             return affinity_propagation_with(X, static_cast<std::size_t>(k)).cluster_of;
         }},
        {"single", [](const Matrix& X,
                      int k) { return cut(agglomerate(X, Linkage::single), static_cast<std::size_t>(k)); }},
        {"complete",
         [](const Matrix& X, int k) {
             return cut(agglomerate(X, Linkage::complete), static_cast<std::size_t>(k));
         }},
        {"average", [](const Matrix& X,
                       int k) { return cut(agglomerate(X, Linkage::average), static_cast<std::size_t>(k)); }},
        {"ward", [](const Matrix& X,
                    int k) { return cut(agglomerate(X, Linkage::ward), static_cast<std::size_t>(k)); }},
        {"spectral", [](const Matrix& X, int k) { return spectral_clusters(X, {.clusters = k}); }},
        {"gaussian_mixture",
         [](const Matrix& X, int k) { return GaussianMixture::fit(X, {.components = k}).assign(X); }},
    };
    return all;
}

class Clusters : public testing::TestWithParam<std::string> {
  protected:
    Assignment clusters(const Matrix& X, int k) const { return methods().at(GetParam())(X, k); }
};

std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const auto& [name, method] : methods()) all.push_back(name);
    return all;
}

INSTANTIATE_TEST_SUITE_P(AllMethods, Clusters, testing::ValuesIn(names()),
                         [](const auto& info) { return info.param; });

TEST_P(Clusters, FindCloudsThatLieApart) {
    const auto table = blobs(120, 3, 12, 1);
    EXPECT_EQ(adjusted_rand(clusters(table.X, 3), table.labels), 1);
}

TEST_P(Clusters, AreTheSameTwice) {
    const auto table = blobs(60, 4, 3, 2);
    EXPECT_EQ(clusters(table.X, 4), clusters(table.X, 4));
}

TEST_P(Clusters, TakeRowsThatAreAllAlikeAndRefuseMissingValues) {
    const auto of_alike = clusters(Matrix(20, 2, 3), 2);
    ASSERT_EQ(of_alike.size(), 20);
    for (const auto cluster : of_alike) EXPECT_LT(cluster, 20);
    auto X = blobs(30, 2, 5, 3).X;
    X(4, 1) = missing;
    EXPECT_THROW(clusters(X, 2), Error);
    X(4, 1) = std::numeric_limits<float>::infinity();
    EXPECT_THROW(clusters(X, 2), Error);
}

TEST(NearestNeighbours, AgreeWithComparingAllPairs) {
    auto X = blobs(300, 2, 1, 4, 7).X;
    for (auto& x : X.values()) x += 1000;  // far from 0, where squares cancel
    for (const std::size_t threads : {1, 2}) {
        const auto found = nearest_neighbours(X, 5, threads);
        for (std::size_t row = 0; row < X.n_rows(); ++row) {
            std::vector<std::pair<double, std::size_t>> all;
            for (std::size_t other = 0; other < X.n_rows(); ++other) {
                if (other != row) all.emplace_back(squared_distance(X.row(row), X.row(other)), other);
            }
            std::ranges::sort(all);
            for (std::size_t i = 0; i < 5; ++i) ASSERT_EQ(found.rows_of(row)[i], all[i].second);
            ASSERT_NEAR(found.distances_of(row)[0], std::sqrt(all[0].first), 1e-5);
        }
    }
    const auto self = nearest_neighbours(X, X.rows(std::vector<std::size_t>{7, 3}), 1);
    EXPECT_EQ(self.rows, (std::vector<std::uint32_t>{7, 3}));
}

TEST(KMeans, IsAsGoodAsTheBestOfAllPartitionsOfFewRows) {
    const auto X = blobs(9, 3, 1, 5, 1).X;
    double best = std::numeric_limits<double>::infinity();
    for (int code = 0; code < 512; ++code) {  // each row left or right
        double inertia = 0;
        for (int side = 0; side < 2; ++side) {
            std::vector<double> values;
            for (int row = 0; row < 9; ++row) {
                if ((code >> row & 1) == side) values.push_back(X(static_cast<std::size_t>(row), 0));
            }
            double mean = 0;
            for (const double x : values) mean += x / static_cast<double>(values.size());
            for (const double x : values) inertia += (x - mean) * (x - mean);
        }
        best = std::min(best, inertia);
    }
    EXPECT_NEAR(k_means(X, {.clusters = 2, .starts = 20}).inertia, best, 1e-4);
}

TEST(KMeans, HasNoEmptyClusterAndRefusesMoreClustersThanRows) {
    const auto X = blobs(12, 2, 50, 6).X;
    const auto result = k_means(X, {.clusters = 11});
    std::vector<bool> used(11, false);
    for (const auto cluster : result.cluster_of) used[cluster] = true;
    EXPECT_TRUE(std::ranges::all_of(used, [](bool is_used) { return is_used; }));
    EXPECT_EQ(result.assign(X), result.cluster_of);
    EXPECT_THROW(k_means(X, {.clusters = 13}), Error);
}

TEST(AffinityPropagation, IsTheSameWithTwoThreadsAndMeetsAWishedNumber) {
    const auto table = blobs(150, 5, 6, 7);
    const auto one = affinity_propagation(table.X);
    const auto two = affinity_propagation(table.X, std::numeric_limits<double>::quiet_NaN(), {.threads = 2});
    EXPECT_EQ(one.exemplars, two.exemplars);
    EXPECT_TRUE(one.has_converged);
    for (std::size_t i = 0; i < one.exemplars.size(); ++i) EXPECT_EQ(one.cluster_of[one.exemplars[i]], i);
    EXPECT_EQ(affinity_propagation_with(table.X, 5).exemplars.size(), 5);
    EXPECT_GT(affinity_propagation(table.X, -1).exemplars.size(), one.exemplars.size());
}

TEST(Agglomerative, HasTheHeightsOfAHandCount) {
    Matrix X(4, 1);  // 0, 1, 4, 9
    for (std::size_t row = 0; row < 4; ++row) X(row, 0) = static_cast<float>(row * row);
    const auto heights = [&](Linkage linkage) {
        std::vector<double> all;
        for (const auto& merge : agglomerate(X, linkage)) all.push_back(merge.height);
        return all;
    };
    EXPECT_EQ(heights(Linkage::single), (std::vector<double>{1, 3, 5}));
    EXPECT_EQ(heights(Linkage::complete), (std::vector<double>{1, 4, 9}));
    EXPECT_NEAR(heights(Linkage::average)[1], 3.5, 1e-6);
    // {0, 1} and 4: sqrt(2 * 2 * 1 / 3 * 3.5^2).
    EXPECT_NEAR(heights(Linkage::ward)[1], std::sqrt(4.0 / 3) * 3.5, 1e-5);
    EXPECT_EQ(cut(agglomerate(X, Linkage::single), 2), (Assignment{0, 0, 0, 1}));
    EXPECT_TRUE(agglomerate(Matrix(1, 1), Linkage::ward).empty());
    EXPECT_THROW(cut(agglomerate(X, Linkage::ward), 5), Error);
}

TEST(Spectral, TellsRingsApart) {
    Matrix X(200, 2);
    std::vector<std::uint32_t> labels;
    Random random(8);
    for (std::size_t row = 0; row < 200; ++row) {
        const double angle = 2 * std::numbers::pi * random.uniform();
        const double radius = row % 2 == 0 ? 1 : 4;
        X(row, 0) = static_cast<float>(radius * std::cos(angle));
        X(row, 1) = static_cast<float>(radius * std::sin(angle));
        labels.push_back(static_cast<std::uint32_t>(row % 2));
    }
    EXPECT_EQ(adjusted_rand(spectral_clusters(X, {.clusters = 2, .neighbours = 8}), labels), 1);
}

TEST(GaussianMixture, RaisesItsLikelihoodAndChoosesByBic) {
    const auto table = blobs(300, 2, 5, 9);
    const auto two = GaussianMixture::fit(table.X, {.components = 2});
    for (std::size_t i = 1; i < two.history().size(); ++i)
        EXPECT_GE(two.history()[i], two.history()[i - 1] - 1e-6);
    EXPECT_LT(two.bic(table.X), GaussianMixture::fit(table.X, {.components = 1}).bic(table.X));
    EXPECT_LT(two.bic(table.X), GaussianMixture::fit(table.X, {.components = 5}).bic(table.X));
    const auto P = two.probabilities(table.X);
    for (std::size_t row = 0; row < P.n_rows(); ++row) EXPECT_NEAR(P(row, 0) + P(row, 1), 1, 1e-5);
}

TEST(GaussianMixture, OfOneComponentIsTheNormalDistribution) {
    const auto X = blobs(500, 1, 0, 10, 2).X;
    const auto one = GaussianMixture::fit(X, {.components = 1});
    // The mean log-density of a fitted normal: -d/2 (log 2 pi + 1) - log det / 2.
    const auto& component = one.components().front();
    EXPECT_NEAR(one.mean_log_likelihood(X),
                -(std::log(2 * std::numbers::pi) + 1) - component.log_determinant / 2, 1e-4);
}

}  // namespace
}  // namespace attune::clustering
