#include "recommend/replay_ranker.h"

#include "core/error.h"
#include "core/json.h"
#include "recommend/candidates.h"
#include "taste/evidence.h"
#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>
#include <string_view>

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
        EXPECT_EQ(replay.n_rows(), scores.size());
        for (std::size_t i = 0; i < scores.size(); i += 5) {
            const auto parts = ReplayRanker::contributions(fitted->evidence.row(i), replay.row(i), scale);
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
    for (const auto* junk : {"known_artists", "known_artists_met"}) {
        auto damaged = blobs;
        damaged[junk] = "junk";
        EXPECT_THROW(ReplayRanker::load(damaged), Error) << junk;
        damaged.erase("known_artists_met");
        EXPECT_THROW(ReplayRanker::load(damaged), Error) << junk;
    }
    Matrix narrow(20, 2);
    std::vector<float> y(20, 0);
    y[3] = 1;
    blobs["known_artists"] = learning::Booster::fit(narrow, y, {}, {}).save();
    EXPECT_THROW(ReplayRanker::load(blobs), Error);
}

/// The mean of a column over the better half of a section, less that over the other half.
double lift(const Fitted& fitted, Section section, std::string_view column) {
    const auto parts = fitted.ranker.parts(fitted.evidence);
    const auto scores = ReplayRanker::score(parts, ReplayRanker::scale_of(parts));
    auto rows = rows_of(parts.sections, section);
    std::ranges::sort(rows, std::ranges::greater{}, [&](std::size_t i) { return scores[i]; });
    const auto half = rows.size() / 2;
    double difference = 0;
    for (std::size_t r = 0; r < 2 * half; ++r) {
        const double value = fitted.evidence(rows[r], taste::evidence_column(column));
        if (!is_missing(fitted.evidence(rows[r], taste::evidence_column(column))))
            difference += r < half ? value : -value;
    }
    return difference / static_cast<double>(half);
}

TEST(ReplayRanker, WithoutTrainingKnownArtistsGoByPlaysAndNewOnesByTheirNeighbours) {
    EXPECT_GT(lift(untrained(), Section::known_artists, "artist_heard"), 0);
    EXPECT_GT(lift(untrained(), Section::new_artists, "near_artists_heard"), 0);
}

TEST(ReplayRanker, DividesTracksByWhetherTheArtistWasPlayed) {
    const auto& fitted = trained();
    const auto tracks = candidates(fitted.small.collection, fitted.small.history);
    const auto sections = fitted.ranker.parts(fitted.evidence).sections;
    std::set<library::ArtistIndex> played;
    for (const auto& play : fitted.small.history.plays)
        played.insert(fitted.small.collection.tracks[play.track].artist);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const bool is_known = played.contains(fitted.small.collection.tracks[tracks[i]].artist);
        EXPECT_EQ(sections[i], is_known ? Section::known_artists : Section::new_artists);
    }
}

TEST(ReplayRanker, ScoresOfASectionDoNotDependOnTheOther) {
    const auto& fitted = trained();
    const auto parts = fitted.ranker.parts(fitted.evidence);
    const auto all = ReplayRanker::score(parts, ReplayRanker::scale_of(parts));
    for (const auto section : both_sections) {
        const auto rows = rows_of(parts.sections, section);
        const auto alone = fitted.ranker.score(fitted.evidence.rows(rows));
        for (std::size_t r = 0; r < rows.size(); ++r) EXPECT_EQ(alone[r], all[rows[r]]);
    }
}

}  // namespace
}  // namespace attune::recommend
