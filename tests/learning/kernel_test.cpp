#include "learning/unused/kernel.h"

#include "core/json.h"
#include "learning/judging/metrics.h"
#include "learning/tables.h"
#include "learning/unused/knn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace attune::learning {
namespace {

TEST(GaussianProcess, LearnsACurve) {
    const auto table = regression(600, 1);
    const auto unseen = regression(200, 2);
    GaussianProcessOptions options;
    options.noise = 0.01F;
    const auto process = GaussianProcess::fit(table.X, table.y, {}, options);
    EXPECT_GT(r2(process.predict(unseen.X), unseen.y).value(), 0.9);
}

TEST(GaussianProcess, WithLittleNoiseGoesThroughItsRows) {
    const auto table = regression(50, 3);
    GaussianProcessOptions options;
    options.noise = 0.001F;
    options.length_scale = 0.1F;
    const auto process = GaussianProcess::fit(table.X, table.y, {}, options);
    EXPECT_LT(mae(process.predict(table.X), table.y).value(), 0.05);
}

TEST(GaussianProcess, FarFromItsRowsSaysTheMean) {
    const auto table = regression(50, 4);
    const auto process = GaussianProcess::fit(table.X, table.y, {});
    const double mean = std::accumulate(table.y.begin(), table.y.end(), 0.0) / 50;
    EXPECT_NEAR(process.predict(Matrix(1, 4, 1e4F)).at(0), mean, 1e-4);
}

TEST(GaussianProcess, OfTwoRowsFollowsTheFormula) {
    // Rows at z = -1 and 1, y - mean = -1 and 1, k(-1, 1) = exp(-4/2) = e:
    // c = 1 / (1 + noise - e), f(1) = mean + c (1 - e).
    Matrix X(2, 1);
    X(1, 0) = 10;
    GaussianProcessOptions options;
    options.noise = 0.5F;
    const auto process = GaussianProcess::fit(X, std::vector<float>{4, 6}, {}, options);
    const double e = std::exp(-2.0);
    EXPECT_NEAR(process.predict(X).at(1), 5 + (1 - e) / (1.5 - e), 1e-5);
}

TEST(GaussianProcess, CountsARowOfWeightTwoAsTwoRows) {
    const auto table = classification(60, 5);
    auto doubled = table;
    std::vector<float> weights(60, 1.0F);
    for (std::size_t row = 0; row < 20; ++row) {
        weights[row] = 2;
        doubled.X.add_row(table.X.row(row));
        doubled.y.push_back(table.y[row]);
    }
    const auto weighted = GaussianProcess::fit(table.X, table.y, weights).predict(table.X);
    const auto repeated = GaussianProcess::fit(doubled.X, doubled.y, {}).predict(table.X);
    EXPECT_LT(mae(weighted, repeated).value(), 1e-4);
}

TEST(GaussianProcess, KeepsASampleOfManyRows) {
    const auto table = classification(500, 6);
    GaussianProcessOptions options;
    options.max_rows = 100;
    const auto process = GaussianProcess::fit(table.X, table.y, {}, options);
    EXPECT_EQ(process.save()["coefficients"].size(), 100U);
    EXPECT_GT(auc(process.predict(table.X), table.y).value(), 0.8);
}

TEST(NearestNeighbours, OfOneNeighbourRepeatsItsRows) {
    const auto table = regression(100, 7);
    const auto model = NearestNeighbours::fit(table.X, table.y, {}, {.neighbours = 1});
    EXPECT_EQ(model.predict(table.X), table.y);
}

TEST(NearestNeighbours, OfAllNeighboursStaysWithinTheTargets) {
    const auto table = classification(200, 8);
    const auto unseen = classification(200, 9);
    const auto p = NearestNeighbours::fit(table.X, table.y, {}).predict(unseen.X);
    EXPECT_GE(*std::ranges::min_element(p), 0);
    EXPECT_LE(*std::ranges::max_element(p), 1);
    EXPECT_GT(auc(p, unseen.y).value(), 0.75);
}

TEST(NearestNeighbours, DoNotSeeRowsOfWeightZero) {
    Matrix X(3, 1);
    X(1, 0) = 1;
    X(2, 0) = 2;
    const auto model = NearestNeighbours::fit(X, std::vector<float>{0, 7, 0}, std::vector<float>{1, 0, 1},
                                              {.neighbours = 1});
    EXPECT_EQ(model.predict(X), (std::vector<float>{0, 0, 0}));
}

template <class Model>
void expect_round_trip() {
    const auto table = classification(60, 10);
    const auto model = Model::fit(table.X, table.y, {});
    const auto saved = Json::parse(model.save().dump());
    EXPECT_EQ(Model::load(saved).predict(table.X), model.predict(table.X));
    EXPECT_THROW(model.predict(Matrix(1, 2)), Error);
    for (const auto* field : {"rows", "standardizer", "version"}) {
        auto broken = saved;
        broken.erase(field);
        EXPECT_THROW(Model::load(broken), Error) << field;
    }
    auto shorter = saved;
    shorter["rows"].erase(0);
    EXPECT_THROW(Model::load(shorter), Error);
}

TEST(KernelModels, PredictTheSameAfterSaveAndLoadAndRefuseJunk) {
    expect_round_trip<GaussianProcess>();
    expect_round_trip<NearestNeighbours>();
}

TEST(KernelModels, RefuseWhatMakesNoSense) {
    const auto table = classification(10, 11);
    EXPECT_THROW(GaussianProcess::fit(Matrix(), {}, {}), Error);
    EXPECT_THROW(GaussianProcess::fit(table.X, std::vector<float>(3), {}), Error);
    EXPECT_THROW(NearestNeighbours::fit(table.X, table.y, std::vector<float>(10, 0.0F)), Error);
    EXPECT_THROW(NearestNeighbours::fit(table.X, table.y, {}, {.neighbours = 0}), Error);
}

}  // namespace
}  // namespace attune::learning
