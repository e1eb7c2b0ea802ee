#include "recommend/scoring.h"

#include "core/error.h"
#include "recommend/candidates.h"
#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::recommend {
namespace {

using library::TrackIndex;

struct Fitted {
    taste::SmallLibrary small = make();
    taste::Surroundings space = taste::make_surroundings(small.collection, 8);
    taste::TasteTable table{small.collection, small.history, small.now, space};
    taste::TasteModel taste =
        taste::TasteModel::fit(small.collection, small.history, small.now, table, options());
    ReplayRanker replay = ReplayRanker::fit(small.collection, small.history, space, {});
    std::vector<TrackIndex> tracks = candidates(small.collection, small.history);

    static taste::SmallLibrary make() {
        auto small = taste::make_small_library({.n_artists = 80});
        taste::label_some(small, 30);
        return small;
    }

    static taste::TasteOptions options() {
        taste::TasteOptions options;
        options.search_trials = 0;
        options.folds = 3;
        return options;
    }

    Scorer scorer(const Dials& dials, std::size_t n_labels = 30) const {
        return {table, taste, replay, n_labels, dials};
    }
};

const Fitted& fitted() {
    static const auto* made = new Fitted;  // outlives XGBoost's statics
    return *made;
}

std::vector<TrackIndex> best(Scorer& scorer, std::size_t n = 30) {
    auto scored = scorer.score(fitted().tracks);
    std::ranges::stable_sort(scored, std::ranges::greater{}, &ScoredTrack::score);
    std::vector<TrackIndex> tracks;
    for (std::size_t i = 0; i < n; ++i) tracks.push_back(scored[i].track);
    return tracks;
}

TEST(Scorer, ContributionsAddUpToTheScoreWhateverTheDials) {
    for (const Dials dials : {Dials{}, Dials{0, 1, 0.5}, Dials{0.8, 0.3, 1}}) {
        auto scorer = fitted().scorer(dials);
        const auto scored = scorer.score(fitted().tracks);
        ASSERT_EQ(scored.size(), fitted().tracks.size());
        const auto parts = scorer.explain(fitted().tracks);
        for (std::size_t i = 0; i < scored.size(); ++i) {
            EXPECT_EQ(scored[i].track, fitted().tracks[i]);
            double sum = 0;
            for (const auto& part : parts[i]) {
                sum += part.value;
                EXPECT_FALSE(part.group.empty());
                EXPECT_FALSE(part.text.empty());
            }
            EXPECT_NEAR(sum, scored[i].score, 1e-4);
        }
    }
}

double mean_popularity(std::span<const TrackIndex> tracks) {
    double sum = 0;
    for (const auto t : tracks) sum += fitted().small.collection.tracks[t].popularity.value_or(35);
    return sum / static_cast<double>(tracks.size());
}

double share_of_known_artists(std::span<const TrackIndex> tracks) {
    double n = 0;
    for (const auto t : tracks) n += fitted().small.collection.tracks[t].artist % 4 == 3 ? 0 : 1;
    return n / static_cast<double>(tracks.size());
}

TEST(Scorer, DialsDoWhatTheySay) {
    const auto list = [](double familiarity, double popularity) {
        auto scorer = fitted().scorer({familiarity, popularity, 0.5});
        return best(scorer);
    };
    EXPECT_GT(mean_popularity(list(0.5, 1)), mean_popularity(list(0.5, 0.5)));
    EXPECT_LT(mean_popularity(list(0.5, 0)), mean_popularity(list(0.5, 0.5)));
    EXPECT_GE(share_of_known_artists(list(1, 0.5)), share_of_known_artists(list(0.5, 0.5)));
    EXPECT_LT(share_of_known_artists(list(0, 0.5)), share_of_known_artists(list(1, 0.5)));
}

TEST(Scorer, DialsInTheMiddleAddNothing) {
    auto scorer = fitted().scorer({});
    scorer.score(fitted().tracks);
    for (const auto& parts : scorer.explain(fitted().tracks))
        for (const auto& part : parts) EXPECT_NE(part.group, "dials");
}

TEST(Scorer, HeedsWhatOneWouldComeUponTheLessTheMoreWasLabelled) {
    auto early = fitted().scorer({}, 0);
    auto late = fitted().scorer({}, 1'000'000);
    const auto at_first = early.score(fitted().tracks);
    const auto at_last = late.score(fitted().tracks);
    const auto margins = fitted().taste.margins(fitted().table.rows(fitted().tracks, false));
    double moved = 0;
    for (std::size_t i = 0; i < margins.size(); ++i) {
        EXPECT_NEAR(at_last[i].score, margins[i], 1e-3);
        moved += std::abs(at_first[i].score - margins[i]);
    }
    EXPECT_GT(moved / static_cast<double>(margins.size()), 0.1);
}

TEST(Scorer, PredictsAProbabilityForEachTrack) {
    auto scorer = fitted().scorer({});
    for (const auto& prediction : scorer.predict(fitted().tracks)) {
        EXPECT_LE(prediction.low, prediction.probability);
        EXPECT_LE(prediction.probability, prediction.high);
    }
}

TEST(Scorer, RefusesDialsBeyondTheirEndsAndTracksItHasNotScored) {
    EXPECT_THROW(fitted().scorer({1.5, 0.5, 0.5}), Error);
    EXPECT_THROW(fitted().scorer({0.5, -0.1, 0.5}), Error);
    auto scorer = fitted().scorer({});
    scorer.score(std::span(fitted().tracks).first(5));
    EXPECT_THROW(scorer.explain(std::span(fitted().tracks).last(1)), Error);
}

}  // namespace
}  // namespace attune::recommend
