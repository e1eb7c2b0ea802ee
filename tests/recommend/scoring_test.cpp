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

    Prospects prospects = make_prospects(tracks, table, taste, replay);

    Scorer scorer(std::size_t n_labels = 30) const {
        return {prospects, std::make_shared<const CloseLook>(table, taste, replay), n_labels};
    }
};

const Fitted& fitted() {
    static const auto* made = new Fitted;  // outlives XGBoost's statics
    return *made;
}

std::vector<TrackIndex> best(const Scorer& scorer, const Dials& dials, std::size_t n = 30) {
    auto scored = scorer.score(dials);
    std::ranges::stable_sort(scored, std::ranges::greater{}, &ScoredTrack::score);
    std::vector<TrackIndex> tracks;
    for (std::size_t i = 0; i < n; ++i) tracks.push_back(scored[i].track);
    return tracks;
}

TEST(Scorer, ContributionsAddUpToTheScoreWhateverTheDials) {
    for (const Dials dials : {Dials{}, Dials{0, 1, 0.5}, Dials{0.8, 0.3, 1}}) {
        const auto scorer = fitted().scorer();
        const auto scored = scorer.score(dials);
        ASSERT_EQ(scored.size(), fitted().tracks.size());
        const auto parts = scorer.explain(fitted().tracks, dials);
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
        return best(fitted().scorer(), {familiarity, popularity, 0.5});
    };
    EXPECT_GT(mean_popularity(list(0.5, 1)), mean_popularity(list(0.5, 0.5)));
    EXPECT_LT(mean_popularity(list(0.5, 0)), mean_popularity(list(0.5, 0.5)));
    EXPECT_GE(share_of_known_artists(list(1, 0.5)), share_of_known_artists(list(0.5, 0.5)));
    EXPECT_LT(share_of_known_artists(list(0, 0.5)), share_of_known_artists(list(1, 0.5)));
}

TEST(Scorer, DialsInTheMiddleAddNothing) {
    const auto scorer = fitted().scorer();
    for (const auto& parts : scorer.explain(fitted().tracks, {}))
        for (const auto& part : parts) EXPECT_NE(part.group, "dials");
}

TEST(Scorer, HeedsWhatOneWouldComeUponTheLessTheMoreWasLabelled) {
    const auto at_first = fitted().scorer(0).score({});
    const auto at_last = fitted().scorer(1'000'000).score({});
    const auto margins = fitted().taste.margins(fitted().table.rows(fitted().tracks, false));
    double moved = 0;
    for (std::size_t i = 0; i < margins.size(); ++i) {
        EXPECT_NEAR(at_last[i].score, margins[i], 1e-3);
        moved += std::abs(at_first[i].score - margins[i]);
    }
    EXPECT_GT(moved / static_cast<double>(margins.size()), 0.1);
}

TEST(Scorer, PlainScoresAreThoseOfDialsInTheMiddle) {
    const auto scorer = fitted().scorer();
    const auto scored = scorer.score({});
    const auto plain = scorer.plain_scores(fitted().tracks);
    for (std::size_t i = 0; i < scored.size(); ++i) {
        EXPECT_NEAR(plain[i].score, scored[i].score, 1e-6);
        EXPECT_EQ(plain[i].section, scorer.prospects().replay.sections[i]);
    }
}

TEST(Scorer, RefusesDialsBeyondTheirEndsAndTracksItHasNotScored) {
    const auto scorer = fitted().scorer();
    EXPECT_THROW(scorer.score({1.5, 0.5, 0.5}), Error);
    EXPECT_THROW(scorer.score({0.5, -0.1, 0.5}), Error);
    const auto close_look =
        std::make_shared<const CloseLook>(fitted().table, fitted().taste, fitted().replay);
    const Scorer of_five(fitted().prospects.of(std::span(fitted().tracks).first(5)), close_look, 30);
    EXPECT_EQ(of_five.score({}).size(), 5U);
    EXPECT_THROW(of_five.explain(std::span(fitted().tracks).last(1), {}), Error);
}

TEST(Scorer, SaysTheSameAgainAndOfAPartAsItWouldOfThatPartAlone) {
    const auto scorer = fitted().scorer();
    const Dials dials{0.2, 0.7, 0.5};
    const auto first = scorer.score(dials);
    scorer.score({0.9, 0.1, 0.5});
    const auto again = scorer.score(dials);
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].score, again[i].score);
    const auto half = std::span(fitted().tracks).first(fitted().tracks.size() / 2);
    const auto close_look =
        std::make_shared<const CloseLook>(fitted().table, fitted().taste, fitted().replay);
    const Scorer part(fitted().prospects.of(half), close_look, 30);
    const Scorer alone(
        make_prospects({half.begin(), half.end()}, fitted().table, fitted().taste, fitted().replay),
        close_look, 30);
    const auto of_part = part.score(dials);
    const auto of_alone = alone.score(dials);
    for (std::size_t i = 0; i < half.size(); ++i) EXPECT_EQ(of_part[i].score, of_alone[i].score);
}

TEST(Prospects, AreTheSameAfterTheyWereSaved) {
    const auto& prospects = fitted().prospects;
    const auto loaded = Prospects::load(prospects.save());
    EXPECT_EQ(loaded.tracks, prospects.tracks);
    EXPECT_EQ(loaded.replay.reach, prospects.replay.reach);
    EXPECT_EQ(loaded.replay.replay, prospects.replay.replay);
    EXPECT_EQ(loaded.taste, prospects.taste);
    for (const auto name : prospect_columns()) {
        const auto before = prospects.column(name);
        const auto after = loaded.column(name);
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            EXPECT_TRUE(before[i] == after[i] || (is_missing(before[i]) && is_missing(after[i])));
    }
}

TEST(Prospects, RefuseDamagedBytesAndUnknownNames) {
    const auto bytes = fitted().prospects.save();
    EXPECT_THROW(Prospects::load(bytes.substr(0, bytes.size() - 1)), Error);
    EXPECT_THROW(Prospects::load(""), Error);
    auto changed = bytes;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    EXPECT_THROW(Prospects::load(changed), Error);
    EXPECT_THROW(fitted().prospects.column("tempo"), Error);
    const std::vector<TrackIndex> none_of_them{0xFFFFFFF0};
    EXPECT_THROW(fitted().prospects.of(none_of_them), Error);
}

}  // namespace
}  // namespace attune::recommend
