#include "taste/model.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/judging/metrics.h"
#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <numeric>
#include <optional>

namespace attune::taste {
namespace {

using library::TrackIndex;

TasteOptions quick_options() {
    TasteOptions options;
    options.search_trials = 0;
    options.folds = 3;
    return options;
}

/// A model, and what it was fitted on.
struct Fitted {
    SmallLibrary small;
    Surroundings space;
    TasteTable table;
    TasteModel model;
    Matrix unheard;
    std::vector<float> truth;

    explicit Fitted(SmallLibrary library, const TasteModel* previous = nullptr,
                    const TasteOptions& options = quick_options())
        : small(std::move(library)),
          space(make_surroundings(small.collection, 8)),
          table(small.collection, small.history, small.now, space),
          model(TasteModel::fit(small.collection, small.history, small.now, table, options, {}, previous)) {
        std::vector<TrackIndex> tracks;
        for (TrackIndex t = 1; t < small.collection.tracks.size(); t += 7) {
            tracks.push_back(t);
            truth.push_back(small.likes[t] ? 1.0F : 0.0F);
        }
        unheard = table.rows(tracks, false);
    }
};

SmallLibrary labelled_library() {
    auto small = make_small_library();
    label_some(small, 30);
    return small;
}

const Fitted& of_history() {
    static const auto* fitted = new Fitted(make_small_library());  // outlives XGBoost's own statics
    return *fitted;
}

const Fitted& of_labels() {
    static const auto* fitted =
        new Fitted(labelled_library(), &of_history().model);  // outlives XGBoost's own statics
    return *fitted;
}

TEST(TasteModel, LearnsFromTheHistoryWhatElseIsLiked) {
    const auto& fitted = of_history();
    EXPECT_GT(learning::auc(fitted.model.margins(fitted.unheard), fitted.truth).value(), 0.75);
}

TEST(TasteModel, MarginsAreTheSumsOfTheirContributions) {
    for (const auto* fitted : {&of_history(), &of_labels()}) {
        const auto margins = fitted->model.margins(fitted->unheard);
        const auto parts = fitted->model.contributions(fitted->unheard);
        for (std::size_t i = 0; i < margins.size(); ++i) {
            const auto row = parts.row(i);
            EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), margins[i], 1e-4);
        }
    }
}

TEST(TasteModel, IntervalsHoldTheProbability) {
    for (const auto* fitted : {&of_history(), &of_labels()}) {
        const auto margins = fitted->model.margins(fitted->unheard);
        const auto predictions = fitted->model.predict(fitted->unheard);
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            const auto& [probability, low, high, margin] = predictions[i];
            EXPECT_GT(low, 0);
            EXPECT_LT(low, probability);
            EXPECT_LT(probability, high);
            EXPECT_LT(high, 1);
            EXPECT_NEAR(margin, margins[i], 1e-4);
        }
    }
}

TEST(TasteModel, SaysTheSameAfterItWasSaved) {
    for (const auto* fitted : {&of_history(), &of_labels()}) {
        const auto& columns = fitted->table.columns();
        const auto loaded = TasteModel::load(fitted->model.save(columns), columns);
        EXPECT_EQ(loaded.margins(fitted->unheard), fitted->model.margins(fitted->unheard));
        EXPECT_EQ(loaded.coarse_margins(fitted->unheard), fitted->model.coarse_margins(fitted->unheard));
        const auto before = fitted->model.predict(fitted->unheard);
        const auto after = loaded.predict(fitted->unheard);
        for (std::size_t i = 0; i < before.size(); ++i) EXPECT_DOUBLE_EQ(before[i].high, after[i].high);
        EXPECT_EQ(loaded.summary(), fitted->model.summary());
    }
}

TEST(TasteModel, TakesStageOneOverAsIfItHadLearntItAgain) {
    const Fitted anew(labelled_library());
    EXPECT_EQ(anew.model.margins(anew.unheard), of_labels().model.margins(of_labels().unheard));
    EXPECT_EQ(anew.model.summary(), of_labels().model.summary());
}

TEST(TasteModel, LearnsStageOneAgainFromAnotherHistory) {
    auto small = make_small_library();
    small.history.plays.resize(small.history.plays.size() - 40);
    const Fitted with(small, &of_history().model);
    const Fitted without(small);
    EXPECT_EQ(with.model.margins(with.unheard), without.model.margins(without.unheard));
}

TEST(TasteModel, RefusesAnotherSchemaByTheNameOfTheColumn) {
    const auto& columns = of_history().table.columns();
    const auto blobs = of_history().model.save(columns);
    auto others = columns;
    others[3].name = "bpm";
    try {
        TasteModel::load(blobs, others);
        FAIL() << "it must refuse";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::conflict);
        EXPECT_NE(std::string(error.what()).find("bpm"), std::string::npos) << error.what();
        EXPECT_NE(std::string(error.what()).find(columns[3].name), std::string::npos) << error.what();
    }
    others.pop_back();
    others[3].name = columns[3].name;
    EXPECT_THROW(TasteModel::load(blobs, others), Error);
}

TEST(TasteModel, RefusesJunk) {
    const auto& columns = of_labels().table.columns();
    const auto blobs = of_labels().model.save(columns);
    EXPECT_THROW(TasteModel::load({}, columns), Error);
    Random random(1);
    for (const auto& [name, bytes] : blobs) {
        auto damaged = blobs;
        damaged[name] = bytes.substr(0, bytes.size() / 2);
        EXPECT_THROW(TasteModel::load(damaged, columns), Error) << name;
        damaged[name] = "junk";
        EXPECT_THROW(TasteModel::load(damaged, columns), Error) << name;
        damaged.erase(name);
        EXPECT_THROW(TasteModel::load(damaged, columns), Error) << name;
    }
    EXPECT_THROW(TasteModel::genres_of({{"taste", "[]"}}), Error);
}

TEST(TasteModel, NamesItsGenres) {
    const auto& fitted = of_history();
    EXPECT_EQ(TasteModel::genres_of(fitted.model.save(fitted.table.columns())), fitted.table.genres());
}

TEST(TasteModel, GivesAHistoryWithoutAPatternHardlyAnyWeight) {
    const auto weight_of = [](const TasteModel& model) {
        double sum = 0;
        for (const auto& stage : model.stages()) sum += stage.weight;
        return sum;
    };
    double drawn = 0;
    for (std::uint64_t seed = 3; seed < 6; ++seed)
        drawn += weight_of(Fitted(make_small_library({.seed = seed, .has_taste = false})).model) / 3;
    EXPECT_LT(drawn, 0.25 * weight_of(of_history().model));
}

TEST(TasteModel, KnowsNothingOfANobody) {
    auto small = make_small_library();
    small.history = {};
    const Fitted fitted(small);
    for (const auto& prediction : fitted.model.predict(fitted.unheard)) {
        EXPECT_EQ(prediction.margin, 0);
        EXPECT_LT(prediction.low, 0.2);
        EXPECT_GT(prediction.high, 0.8);
    }
}

TEST(TasteModel, LearnsFromLabelsAlone) {
    auto small = make_small_library();
    small.history = {};
    label_some(small, 60);
    const Fitted fitted(small);
    EXPECT_GT(learning::auc(fitted.model.margins(fitted.unheard), fitted.truth).value(), 0.7);
}

TEST(TasteModel, LeavesLabelsAsideWhenToldTo) {
    auto options = quick_options();
    options.use_labels = false;
    const Fitted without(labelled_library(), &of_history().model, options);
    EXPECT_EQ(without.model.margins(without.unheard).size(), without.truth.size());
    EXPECT_EQ(without.model.summary(), of_history().model.summary());
}

TEST(TasteModel, RefusesRowsOfAnotherWidth) { EXPECT_THROW(of_history().model.predict(Matrix(1, 3)), Error); }

}  // namespace
}  // namespace attune::taste
