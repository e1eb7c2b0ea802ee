#include "learning/trees/booster.h"

#include "core/json.h"
#include "learning/judging/metrics.h"
#include "learning/numerics/sigmoid.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <thread>

namespace attune::learning {
namespace {

BoosterOptions quick(Objective objective = Objective::logistic) {
    BoosterOptions options;
    options.objective = objective;
    options.rounds = 40;
    options.learning_rate = 0.2F;
    return options;
}

Booster fit(const Sample& table, const BoosterOptions& options) {
    return Booster::fit(table.X, table.y, {}, options);
}

TEST(Booster, LearnsWhatGeneralises) {
    const auto booster = fit(classification(1500, 1), quick());
    const auto unseen = classification(800, 2);
    EXPECT_GT(auc(booster.predict(unseen.X), unseen.y).value(), 0.85);
}

TEST(Booster, LearnsACurveWithEitherTreeMethod) {
    auto options = quick(Objective::squared_error);
    const auto unseen = regression(500, 2);
    for (const auto method : {TreeMethod::hist, TreeMethod::exact}) {
        options.tree_method = method;
        EXPECT_GT(r2(fit(regression(1500, 1), options).predict(unseen.X), unseen.y).value(), 0.85);
    }
}

TEST(Booster, OfAForestLearnsToo) {
    const auto forest = fit(classification(1000, 1), forest_options(Objective::logistic, 50));
    const auto unseen = classification(500, 2);
    EXPECT_GT(auc(forest.predict(unseen.X), unseen.y).value(), 0.83);
}

TEST(Booster, StartsAtTheWeightedMean) {
    auto table = regression(200, 1);
    for (auto& y : table.y) y += 1000;
    auto options = quick(Objective::squared_error);
    options.rounds = 1;
    options.learning_rate = 1e-4F;
    const double mean = std::accumulate(table.y.begin(), table.y.end(), 0.0) / 200;
    for (const float p : fit(table, options).predict(table.X)) EXPECT_NEAR(p, mean, 0.1);
}

TEST(Booster, PredictsTheProbabilityOfItsMargins) {
    const auto table = classification(300, 3);
    const auto booster = fit(table, quick());
    const auto probabilities = booster.predict(table.X);
    const auto margins = booster.margins(table.X);
    for (std::size_t i = 0; i < margins.size(); ++i) EXPECT_NEAR(probabilities[i], sigmoid(margins[i]), 1e-6);
}

TEST(Booster, ContributionsSumToTheMargin) {
    for (const auto objective : {Objective::logistic, Objective::squared_error}) {
        const auto table = classification(300, 4);
        const auto booster = fit(table, quick(objective));
        const auto parts = booster.contributions(table.X);
        const auto margins = booster.margins(table.X);
        ASSERT_EQ(parts.n_columns(), table.X.n_columns() + 1);
        for (std::size_t row = 0; row < parts.n_rows(); ++row) {
            const auto values = parts.row(row);
            EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0), margins[row], 1e-4);
        }
    }
}

TEST(Booster, GivesItsGainToTheColumnsThatCount) {
    const auto gain = fit(classification(1500, 5), quick()).gain_importance();
    EXPECT_NEAR(std::accumulate(gain.begin(), gain.end(), 0.0), 1, 1e-5);
    for (const std::size_t noise : {2U, 3U, 4U}) {
        EXPECT_GT(gain[0], 2 * gain[noise]);
        EXPECT_GT(gain[1], 2 * gain[noise]);
    }
}

TEST(Booster, OfOneClassHasNoSplitsAndNoGain) {
    auto table = classification(100, 6);
    std::fill(table.y.begin(), table.y.end(), 1.0F);
    const auto booster = fit(table, quick());
    for (const float p : booster.predict(table.X)) EXPECT_GT(p, 0.99F);
    for (const float g : booster.gain_importance()) EXPECT_EQ(g, 0);
}

TEST(Booster, IsTheSameForTheSameSeedAndAnyNumberOfThreads) {
    const auto table = classification(600, 7);
    auto options = quick();
    options.subsample = 0.5F;
    options.colsample_bynode = 0.5F;
    const auto bytes = fit(table, options).save();
    EXPECT_EQ(fit(table, options).save(), bytes);
    options.threads = 2;
    EXPECT_EQ(fit(table, options).save(), bytes);
    options.seed = 2;
    EXPECT_NE(fit(table, options).save(), bytes);
}

TEST(Booster, IsTheSameOnAnotherThreadAfterOtherWork) {
    const auto table = classification(400, 8);
    const auto bytes = fit(table, quick()).save();
    std::string elsewhere;
    std::jthread([&] {
        fit(classification(50, 9), quick());
        elsewhere = fit(table, quick()).save();
    }).join();
    EXPECT_EQ(elsewhere, bytes);
}

TEST(Booster, PredictsTheSameAfterSaveAndLoad) {
    const auto table = classification(400, 10);
    const auto booster = fit(table, quick());
    const auto loaded = Booster::load(booster.save());
    EXPECT_EQ(loaded.predict(table.X), booster.predict(table.X));
    EXPECT_EQ(loaded.margins(table.X), booster.margins(table.X));
    EXPECT_EQ(loaded.gain_importance(), booster.gain_importance());
    EXPECT_EQ(loaded.n_columns(), booster.n_columns());
    EXPECT_EQ(loaded.save(), booster.save());
}

TEST(Booster, RefusesToLoadJunk) {
    const auto bytes = fit(classification(100, 11), quick()).save();
    auto flipped = bytes;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    for (const auto& junk : {std::string(), std::string("junk"), std::string(5000, '{'), bytes.substr(0, 40),
                             bytes.substr(0, bytes.size() - 1), flipped}) {
        try {
            Booster::load(junk);
            ADD_FAILURE() << "loaded " << junk.size() << " bytes";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::corrupt_data);
        }
    }
}

TEST(Booster, CountsARowOfWeightTwoAsTwoRows) {
    auto table = regression(200, 12);
    auto options = quick(Objective::squared_error);
    options.subsample = 1;
    options.colsample_bytree = 1;
    options.tree_method = TreeMethod::exact;
    std::vector<float> weights(200, 1.0F);
    Matrix doubled = table.X;
    auto y = table.y;
    for (std::size_t row = 0; row < 50; ++row) {
        weights[row] = 2;
        doubled.add_row(table.X.row(row));
        y.push_back(table.y[row]);
    }
    const auto weighted = Booster::fit(table.X, table.y, weights, options).predict(table.X);
    const auto repeated = Booster::fit(doubled, y, {}, options).predict(table.X);
    EXPECT_LT(mae(weighted, repeated).value(), 0.02);
}

TEST(Booster, ReadsAMissingValueAsItsOwnAnswer) {
    Sample table{Matrix(200, 1), {}};
    for (std::size_t row = 0; row < 200; ++row) {
        table.X(row, 0) = row % 2 == 0 ? missing : static_cast<float>(row);
        table.y.push_back(row % 2 == 0 ? 1.0F : 0.0F);
    }
    const auto p = fit(table, quick()).predict(table.X);
    EXPECT_EQ(accuracy(p, table.y), 1);
}

TEST(Booster, RefusesWhatMakesNoSense) {
    auto table = classification(20, 13);
    EXPECT_THROW(Booster::fit(Matrix(), {}, {}, quick()), Error);
    EXPECT_THROW(Booster::fit(table.X, std::vector<float>(19), {}, quick()), Error);
    EXPECT_THROW(Booster::fit(table.X, table.y, std::vector<float>(3), quick()), Error);
    EXPECT_THROW(Booster::fit(table.X, table.y, std::vector<float>(20, -1.0F), quick()), Error);
    auto options = quick();
    options.max_depth = 0;
    EXPECT_THROW(fit(table, options), Error);
    EXPECT_THROW(fit(table, quick()).predict(Matrix(2, 3)), Error);
    EXPECT_TRUE(fit(table, quick()).predict(Matrix()).empty());
    table.y[3] = 1.5F;
    EXPECT_THROW(fit(table, quick()), Error);
    table.y[3] = missing;
    EXPECT_THROW(fit(table, quick(Objective::squared_error)), Error);
    table.y[3] = 1;
    table.X(0, 0) = std::numeric_limits<float>::infinity();
    EXPECT_THROW(fit(table, quick()), Error);
}

/// Asks to stop at the third report.
class StopsSoon : public ProgressSink {
  public:
    explicit StopsSoon(std::stop_source& source) : source_(source) {}
    void report(std::string_view, std::size_t done, std::size_t) override {
        last_ = done;
        if (done == 3) source_.request_stop();
    }
    std::size_t last() const { return last_; }

  private:
    std::stop_source& source_;
    std::size_t last_ = 0;
};

TEST(Booster, StopsBetweenRoundsWhenAsked) {
    std::stop_source source;
    StopsSoon sink(source);
    const auto table = classification(50, 14);
    try {
        Booster::fit(table.X, table.y, {}, quick(), Task(&sink, source.get_token()));
        ADD_FAILURE() << "did not stop";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::interrupted);
    }
    EXPECT_EQ(sink.last(), 3U);
}

/// Class c where c - 0.5 <= x0 + x1 < c + 0.5, of 3 classes.
Sample three_classes(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Sample table{Matrix(n, 2), {}};
    for (std::size_t row = 0; row < n; ++row) {
        table.X(row, 0) = static_cast<float>(random.uniform());
        table.X(row, 1) = static_cast<float>(random.uniform());
        table.y.push_back(std::round(table.X(row, 0) + table.X(row, 1)));
    }
    return table;
}

TEST(BoosterOfClasses, PredictsProbabilitiesThatSurviveSaving) {
    const auto train = three_classes(400, 1);
    const auto test = three_classes(200, 2);
    const BoosterOptions options{
        .objective = Objective::softmax, .classes = 3, .rounds = 20, .learning_rate = 0.3F};
    const auto booster = Booster::fit(train.X, train.y, {}, options);
    EXPECT_EQ(booster.n_classes(), 3);
    const auto P = booster.probabilities(test.X);
    ASSERT_EQ(P.n_columns(), 3);
    std::size_t right = 0;
    for (std::size_t row = 0; row < 200; ++row) {
        EXPECT_NEAR(P(row, 0) + P(row, 1) + P(row, 2), 1, 1e-5);
        right += P(row, static_cast<std::size_t>(test.y[row])) > 0.5F ? 1 : 0;
    }
    EXPECT_GT(right, 180);
    const auto loaded = Booster::load(booster.save());
    EXPECT_EQ(loaded.n_classes(), 3);
    EXPECT_EQ(loaded.predict(test.X), booster.predict(test.X));
}

TEST(BoosterOfClasses, ContributionsSumToTheMarginOfEachClass) {
    const auto table = three_classes(60, 3);
    const auto booster =
        Booster::fit(table.X, table.y, {}, {.objective = Objective::softmax, .classes = 3, .rounds = 5});
    const auto parts = booster.contributions(table.X);
    const auto margins = booster.margins(table.X);
    ASSERT_EQ(parts.n_rows(), margins.size());
    for (std::size_t i = 0; i < margins.size(); ++i) {
        EXPECT_NEAR(parts(i, 0) + parts(i, 1) + parts(i, 2), margins[i], 1e-4);
    }
}

TEST(BoosterOfClasses, RefusesWhatIsNoClass) {
    const BoosterOptions options{.objective = Objective::softmax, .classes = 2, .rounds = 1};
    EXPECT_THROW(Booster::fit(Matrix(2, 1), std::vector<float>{0, 2}, {}, options), Error);
    EXPECT_THROW(Booster::fit(Matrix(2, 1), std::vector<float>{0, 0.5F}, {}, options), Error);
}

}  // namespace
}  // namespace attune::learning
