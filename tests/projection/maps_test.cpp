#include "clustering/blobs.h"
#include "clustering/quality.h"
#include "core/error.h"
#include "projection/pca.h"
#include "projection/repulsion.h"
#include "projection/trustworthiness.h"
#include "projection/tsne.h"
#include "projection/umap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>

namespace attune::projection {
namespace {

using clustering::blobs;

TEST(Pca, FindsTheDirectionsOfALinearTable) {
    // Rows on the line (1, 2) t with a little of (2, -1).
    Matrix X(50, 2);
    for (std::size_t row = 0; row < 50; ++row) {
        const auto t = static_cast<float>(row);
        const float other = row % 2 == 0 ? 0.5F : -0.5F;
        X(row, 0) = 7 + t + 2 * other;
        X(row, 1) = 3 + 2 * t - other;
    }
    const auto pca = Pca::fit(X, 2);
    const auto along = pca.transform(X);
    for (std::size_t row = 1; row < 50; ++row) {
        // A step of (1, 2), and none of the rest of the table's spread.
        EXPECT_NEAR(along(row, 0) - along(row - 1, 0), std::sqrt(5.0), 0.05);
        EXPECT_LT(std::abs(along(row, 1)), 2);
    }
    const auto back = pca.undo(along);
    for (std::size_t i = 0; i < X.values().size(); ++i) EXPECT_NEAR(back.values()[i], X.values()[i], 1e-3);
    EXPECT_THROW(Pca::fit(X, 3), Error);
    EXPECT_EQ(Pca::fit(Matrix(3, 2, 1), 1).transform(Matrix(1, 2, 1))(0, 0), 0);
}

TEST(Repulsion, AgreesWithTheSumOverAllPairs) {
    for (const float scale : {0.01F, 1.0F, 12.0F}) {
        Random random(3);
        const std::size_t n = 400;
        std::vector<float> y(2 * n);
        for (auto& x : y) x = scale * static_cast<float>(random.normal());
        std::vector<float> forces(2 * n);
        const double total = Repulsion(2, 0).compute(y, forces);
        double exact_total = 0;
        double error = 0;
        double size = 0;
        for (std::size_t i = 0; i < n; ++i) {
            double fx = 0;
            double fy = 0;
            for (std::size_t j = 0; j < n; ++j) {
                const double dx = y[2 * i] - y[2 * j];
                const double dy = y[2 * i + 1] - y[2 * j + 1];
                const double kernel = 1 / (1 + dx * dx + dy * dy);
                exact_total += j == i ? 0 : kernel;
                fx += kernel * kernel * dx;
                fy += kernel * kernel * dy;
            }
            error += std::hypot(forces[2 * i] - fx, forces[2 * i + 1] - fy);
            size += std::hypot(fx, fy);
        }
        EXPECT_NEAR(total / exact_total, 1, 0.01) << scale;
        EXPECT_LT(error / size, 0.05) << scale;
    }
}

struct Method {
    std::function<std::pair<Matrix, Matrix>(const Matrix& X, const Matrix& later, int threads)>
        draw_and_place;
};

const std::map<std::string, Method>& methods() {
    static const std::map<std::string, Method> all{
        {"tsne", {[](const Matrix& X, const Matrix& later, int threads) {
             const auto tsne = Tsne::fit(
                 X, {.perplexity = 10, .early_iterations = 100, .iterations = 150, .threads = threads});
             return std::pair(tsne.coordinates(), tsne.place(later));
         }}},
        {"umap", {[](const Matrix& X, const Matrix& later, int threads) {
             const auto umap = Umap::fit(X, {.neighbours = 10, .epochs = 100, .threads = threads});
             return std::pair(umap.coordinates(), umap.place(later));
         }}}};
    return all;
}

class Maps : public testing::TestWithParam<std::string> {
  protected:
    std::pair<Matrix, Matrix> draw(const Matrix& X, const Matrix& later, int threads = 1) const {
        return methods().at(GetParam()).draw_and_place(X, later, threads);
    }
};
INSTANTIATE_TEST_SUITE_P(AllMethods, Maps, testing::Values("tsne", "umap"),
                         [](const auto& info) { return info.param; });

TEST_P(Maps, KeepNearRowsNearAndPlaceLaterOnesAmongTheirOwn) {
    const auto table = blobs(300, 3, 9, 1, 6);
    const auto later = blobs(30, 3, 9, 2, 6);
    const auto [map, placed] = draw(table.X, later.X);
    EXPECT_GT(trustworthiness(table.X, map, 8), 0.85);
    EXPECT_GT(*clustering::silhouette(map, table.labels), 0.5);
    const auto nearest = clustering::nearest_neighbours(map, placed, 1);
    std::size_t right = 0;
    for (std::size_t row = 0; row < 30; ++row)
        right += table.labels[nearest.rows[row]] == later.labels[row] ? 1 : 0;
    EXPECT_GE(right, 29);
}

TEST_P(Maps, AreTheSameTwiceAndWithTwoThreads) {
    const auto table = blobs(120, 3, 5, 3);
    const auto one = draw(table.X, table.X);
    const auto two = draw(table.X, table.X, 2);
    EXPECT_TRUE(std::ranges::equal(one.first.values(), two.first.values()));
    EXPECT_TRUE(std::ranges::equal(one.second.values(), two.second.values()));
}

TEST_P(Maps, TakeRowsThatAreAlikeAndFewRowsAndRefuseMissingValues) {
    for (const std::size_t n : {4, 40}) {
        const auto [map, placed] = draw(Matrix(n, 2, 1), Matrix(1, 2, 1));
        for (const float x : map.values()) EXPECT_TRUE(std::isfinite(x));
        for (const float x : placed.values()) EXPECT_TRUE(std::isfinite(x));
    }
    auto X = blobs(20, 2, 1, 4).X;
    EXPECT_THROW(draw(X.rows(std::vector<std::size_t>{0, 1, 2}), X), Error);
    X(3, 0) = missing;
    EXPECT_THROW(draw(X, X), Error);
}

TEST(Trustworthiness, IsOneForTheTableItselfAndHalfByChance) {
    const auto X = blobs(200, 1, 0, 5, 4).X;
    EXPECT_EQ(trustworthiness(X, X, 5), 1);
    const auto other = blobs(200, 1, 0, 6, 2).X;
    EXPECT_NEAR(trustworthiness(X, other, 5), 0.5, 0.05);
    EXPECT_NEAR(trustworthiness(X, other, 5, 100), trustworthiness(X, other, 5), 0.05);
    EXPECT_THROW(trustworthiness(X, other, 100), Error);
}

}  // namespace
}  // namespace attune::projection
