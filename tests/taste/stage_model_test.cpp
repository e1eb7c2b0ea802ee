#include "taste/stage_model.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "learning/judging/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace attune::taste {
namespace {

using learning::Objective;

/// Rows of 40 artists, with an outcome that depends on columns 0 and 1; some values of 1 are missing, column
/// 5 is constant.
struct Rows {
    Matrix X{240, 6};
    std::vector<float> y;
    std::vector<std::uint64_t> artists;

    explicit Rows(Objective objective, bool is_noise = false) {
        Random random(5);
        for (std::size_t i = 0; i < X.n_rows(); ++i) {
            for (std::size_t c = 0; c < 5; ++c) X(i, c) = static_cast<float>(random.normal());
            const double margin = is_noise ? random.normal() : 2 * X(i, 0) - X(i, 1);
            const bool is_liked = margin + random.normal() > 0;
            y.push_back(objective == Objective::logistic ? (is_liked ? 1.0F : 0.0F)
                                                         : static_cast<float>(margin));
            artists.push_back(i / 6);
            if (i % 9 == 0) X(i, 1) = missing;
        }
    }

    StageModel fit(Objective objective) const {
        StageOptions options;
        options.objective = objective;
        options.folds = 3;
        return StageModel::fit({X, y, {}}, artists, options);
    }
};

class StageModelOf : public testing::TestWithParam<Objective> {};

TEST_P(StageModelOf, LearnsAndSaysWhatItSaidAboutUnseenArtists) {
    const Rows rows(GetParam());
    const auto model = rows.fit(GetParam());
    std::vector<float> is_positive;
    for (const float y : rows.y) is_positive.push_back(y > 0 ? 1.0F : 0.0F);
    const double unseen = learning::auc(model.out_of_fold(), is_positive).value();
    EXPECT_GT(unseen, 0.8);
    EXPECT_GE(learning::auc(model.margins(rows.X), is_positive).value(), unseen);
}

TEST_P(StageModelOf, IsASumOverColumns) {
    const Rows rows(GetParam());
    const auto model = rows.fit(GetParam());
    const auto margins = model.margins(rows.X);
    const auto parts = model.contributions(rows.X);
    for (std::size_t i = 0; i < margins.size(); ++i) {
        const auto row = parts.row(i);
        EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), margins[i], 1e-4);
        EXPECT_EQ(row[5], 0);
    }
}

TEST_P(StageModelOf, IsTheMeanOfItsFolds) {
    const Rows rows(GetParam());
    const auto model = rows.fit(GetParam());
    const auto margins = model.margins(rows.X);
    const auto by_fold = model.fold_margins(rows.X);
    const auto coarse = model.coarse_margins(rows.X);
    ASSERT_EQ(by_fold.n_columns(), 3U);
    for (std::size_t i = 0; i < margins.size(); ++i) {
        EXPECT_NEAR((by_fold(i, 0) + by_fold(i, 1) + by_fold(i, 2)) / 3, margins[i], 1e-5);
        EXPECT_EQ(coarse[i], by_fold(i, 0));
    }
}

TEST_P(StageModelOf, SaysTheSameAfterItWasSaved) {
    const Rows rows(GetParam());
    const auto model = rows.fit(GetParam());
    const auto blobs = model.save();
    EXPECT_EQ(StageModel::load(blobs).margins(rows.X), model.margins(rows.X));
    for (const auto& [name, bytes] : blobs) {
        auto damaged = blobs;
        damaged[name] = "{";
        EXPECT_THROW(StageModel::load(damaged), Error) << name;
        damaged.erase(name);
        EXPECT_THROW(StageModel::load(damaged), Error) << name;
    }
}

TEST_P(StageModelOf, FindsNothingInNoise) {
    const Rows rows(GetParam(), true);
    std::vector<float> is_positive;
    for (const float y : rows.y) is_positive.push_back(y > 0 ? 1.0F : 0.0F);
    EXPECT_NEAR(learning::auc(rows.fit(GetParam()).out_of_fold(), is_positive).value(), 0.5, 0.13);
}

INSTANTIATE_TEST_SUITE_P(Objectives, StageModelOf,
                         testing::Values(Objective::logistic, Objective::squared_error),
                         [](const auto& tested) {
                             return tested.param == Objective::logistic ? "Logistic" : "Squared";
                         });

}  // namespace
}  // namespace attune::taste
