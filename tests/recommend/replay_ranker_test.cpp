#include "recommend/replay_ranker.h"

#include "core/error.h"
#include "core/json.h"
#include "recommend/candidates.h"
#include "taste/evidence.h"
#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <numeric>

namespace attune::recommend {
namespace {

using taste::make_small_library;

struct Fitted {
    taste::SmallLibrary small;
    taste::Surroundings space;
    ReplayRanker ranker;
    Matrix evidence;

    explicit Fitted(taste::SmallLibrary library)
        : small(std::move(library)),
          space(taste::make_surroundings(small.collection, 8)),
          ranker(ReplayRanker::fit(small.collection, small.history, space, {})) {
        const taste::Evidence known(small.collection, small.history, small.now, space);
        evidence = known.rows(candidates(small.collection, small.history), false);
    }
};

const Fitted& trained() {
    static const auto* fitted =
        new Fitted(make_small_library({.n_artists = 200}));  // outlives XGBoost's statics
    return *fitted;
}

const Fitted& untrained() {
    static const auto* fitted = new Fitted(make_small_library({.n_artists = 24}));
    return *fitted;
}

TEST(ReplayRanker, LearnsFromEnoughPlaysAlone) {
    EXPECT_TRUE(trained().ranker.is_trained());
    EXPECT_FALSE(untrained().ranker.is_trained());
}

TEST(ReplayRanker, ScoresAreTheSumsOfTheirContributions) {
    for (const auto* fitted : {&trained(), &untrained()}) {
        const auto scores = fitted->ranker.score(fitted->evidence);
        const auto scale = ReplayRanker::scale_of(fitted->ranker.parts(fitted->evidence));
        const auto replay = fitted->ranker.replay_contributions(fitted->evidence);
        EXPECT_EQ(replay.empty(), !fitted->ranker.is_trained());
        for (std::size_t i = 0; i < scores.size(); i += 5) {
            const auto parts = ReplayRanker::contributions(
                fitted->evidence.row(i), replay.empty() ? std::span<const float>() : replay.row(i), scale);
            EXPECT_NEAR(std::accumulate(parts.begin(), parts.end(), 0.0), scores[i], 1e-4);
        }
    }
}

TEST(ReplayRanker, SaysTheSameAfterItWasSaved) {
    for (const auto* fitted : {&trained(), &untrained()}) {
        const auto loaded = ReplayRanker::load(fitted->ranker.save());
        EXPECT_EQ(loaded.is_trained(), fitted->ranker.is_trained());
        EXPECT_EQ(loaded.score(fitted->evidence), fitted->ranker.score(fitted->evidence));
    }
}

TEST(ReplayRanker, RefusesJunkAndAnotherSchema) {
    auto blobs = trained().ranker.save();
    blobs["replay"] = "junk";
    EXPECT_THROW(ReplayRanker::load(blobs), Error);
    Matrix narrow(20, 2);
    std::vector<float> y(20, 0);
    y[3] = 1;
    blobs["replay"] = learning::Booster::fit(narrow, y, {}, {}).save();
    EXPECT_THROW(ReplayRanker::load(blobs), Error);
}

TEST(ReplayRanker, PutsMoreOfKnownArtistsBeforeStrangersWithoutTraining) {
    const auto& fitted = untrained();
    const auto scores = fitted.ranker.score(fitted.evidence);
    const auto tracks = candidates(fitted.small.collection, fitted.small.history);
    double known = 0;
    double n_known = 0;
    double strange = 0;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const bool is_strange = fitted.small.collection.tracks[tracks[i]].artist % 4 == 3;
        (is_strange ? strange : known) += scores[i];
        n_known += is_strange ? 0 : 1;
    }
    EXPECT_GT(known / n_known, strange / (static_cast<double>(tracks.size()) - n_known));
}

}  // namespace
}  // namespace attune::recommend
