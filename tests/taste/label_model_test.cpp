#include "taste/label_model.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/judging/metrics.h"
#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <numeric>

namespace attune::taste {
namespace {

using library::TrackIndex;

/// Labels of one track of each artist, and all others to ask about.
struct Labelled {
    SmallLibrary small;
    Surroundings space;
    TasteTable table;
    LabelExamples examples;
    std::vector<TrackIndex> others;
    std::vector<float> truth;

    explicit Labelled(std::uint64_t seed = 1)
        : small(make_small_library({.seed = seed})),
          space(make_surroundings(small.collection, 8)),
          table(small.collection, {}, small.now, space,
                {small.collection.genres.begin(), small.collection.genres.end()}) {
        std::vector<TrackIndex> tracks;
        for (TrackIndex t = 0; t < small.collection.tracks.size(); ++t) {
            const auto artist = small.collection.tracks[t].artist;
            if (t % 7 == 3) {
                tracks.push_back(t);
                examples.liked.push_back(small.likes[t] ? 1.0F : 0.0F);
                examples.artists.push_back(artist);
            } else {
                others.push_back(t);
                truth.push_back(small.likes[t] ? 1.0F : 0.0F);
            }
        }
        examples.history.assign(tracks.size(), 0);
        examples.rows = table.rows(tracks, true);
    }

    LabelModel fit() const {
        return LabelModel::fit(LabelView(table.columns(), small.collection.features), examples);
    }
};

TEST(LabelModel, FindsATasteInSoundAndGenre) {
    const Labelled labelled;
    const auto model = labelled.fit();
    const auto rows = labelled.table.rows(labelled.others, false);
    EXPECT_GT(learning::auc(model.margins(rows), labelled.truth).value(), 0.8);
    EXPECT_GT(learning::auc(model.left_out(), labelled.examples.liked).value(), 0.7);
}

TEST(LabelModel, FindsLittleInLabelsWithoutAPattern) {
    double planted = 0;
    double drawn = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        Labelled labelled(seed);
        const auto rows = labelled.table.rows(labelled.others, false);
        const auto squares = [&](const LabelModel& model) {
            const auto margins = model.margins(rows);
            return std::inner_product(margins.begin(), margins.end(), margins.begin(), 0.0);
        };
        planted += squares(labelled.fit());
        Random(seed).shuffle(labelled.examples.liked);
        drawn += squares(labelled.fit());
    }
    EXPECT_LT(drawn, 0.4 * planted);
}

TEST(LabelModel, IsASumOverColumns) {
    const Labelled labelled;
    const auto model = labelled.fit();
    const auto rows = labelled.table.rows(labelled.others, false);
    const auto margins = model.margins(rows);
    const auto parts = model.contributions(rows);
    ASSERT_EQ(parts.n_columns(), labelled.table.columns().size() + 1);
    for (std::size_t i = 0; i < margins.size(); ++i) {
        const auto row = parts.row(i);
        EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), margins[i], 1e-4);
    }
}

TEST(LabelModel, BelievesTheHistoryAsFarAsLabelsAgreeWithIt) {
    Labelled agreeing;
    Labelled contradicting;
    for (std::size_t i = 0; i < agreeing.examples.liked.size(); ++i) {
        const float sign = agreeing.examples.liked[i] > 0.5F ? 1.0F : -1.0F;
        agreeing.examples.history[i] = 1.5F * sign;
        contradicting.examples.history[i] = -1.5F * sign;
    }
    EXPECT_GT(agreeing.fit().history_weight(), 0.6);
    EXPECT_LT(contradicting.fit().history_weight(), 0.2);
}

TEST(LabelModel, LeftOutMarginsDoNotDependOnTheLabelItself) {
    Labelled labelled;
    const auto before = labelled.fit();
    // With the weights of the likenesses held, the label of a row cancels from its own left-out margin; they
    // move a little with one label of 64.
    labelled.examples.liked[10] = 1 - labelled.examples.liked[10];
    const auto after = labelled.fit();
    EXPECT_NEAR(before.left_out()[10], after.left_out()[10], 0.35);
}

TEST(LabelModel, IsLessSureFarFromWhatWasLabelled) {
    const Labelled labelled;
    const auto model = labelled.fit();
    auto near = labelled.examples.rows;
    auto far = near;
    const LabelView view(labelled.table.columns(), labelled.small.collection.features);
    for (std::size_t i = 0; i < far.n_rows(); ++i) {
        for (const auto column : view.sound_columns()) far(i, column) = 9;
    }
    const std::vector<float> history(near.n_rows(), 0);
    const auto sure = model.deviations(near, history);
    const auto unsure = model.deviations(far, history);
    for (std::size_t i = 0; i < sure.size(); ++i) EXPECT_LT(sure[i], unsure[i]);
}

TEST(LabelModel, SaysTheSameAfterItWasSaved) {
    const Labelled labelled;
    const auto model = labelled.fit();
    const auto loaded = LabelModel::load(Json::parse(model.save().dump()));
    const auto rows = labelled.table.rows(labelled.others, false);
    EXPECT_EQ(model.margins(rows), loaded.margins(rows));
    EXPECT_EQ(model.history_weight(), loaded.history_weight());
    const std::vector<float> history(rows.n_rows(), 0.5F);
    EXPECT_EQ(model.deviations(rows, history), loaded.deviations(rows, history));
}

TEST(LabelModel, IsSavedWithoutWhatGrowsWithTheSquareOfTheLabels) {
    const Labelled labelled;
    auto saved = labelled.fit().save();
    const auto n = saved.at("coefficients").size();
    for (const auto& [name, part] : saved.items()) {
        if (name != "points" && name != "view") EXPECT_LE(part.is_array() ? part.size() : 1, n) << name;
    }
    // A run of before has the inverse of the covariance beside them.
    saved["inverse"] = std::vector<float>(n * n, 0);
    const auto rows = labelled.table.rows(labelled.others, false);
    const std::vector<float> history(rows.n_rows(), 0.5F);
    EXPECT_EQ(LabelModel::load(saved).deviations(rows, history), labelled.fit().deviations(rows, history));
}

TEST(LabelModel, RefusesNoLabelsAndOtherShapes) {
    const Labelled labelled;
    const LabelView view(labelled.table.columns(), labelled.small.collection.features);
    EXPECT_THROW(LabelModel::fit(view, {}), Error);
    auto short_of_one = labelled.examples;
    short_of_one.history.pop_back();
    EXPECT_THROW(LabelModel::fit(view, short_of_one), Error);
    auto saved = labelled.fit().save();
    saved["coefficients"].erase(0);
    EXPECT_THROW(LabelModel::load(saved), Error);
}

}  // namespace
}  // namespace attune::taste
