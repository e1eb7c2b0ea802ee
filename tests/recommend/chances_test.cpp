#include "recommend/chances.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/numerics/sigmoid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::recommend {
namespace {

/// Outcomes drawn with log-odds slope * score + offset of the section.
Chances::Examples simulated(std::size_t n, double slope, double of_new, double of_known, std::uint64_t seed) {
    Random random(seed);
    Chances::Examples examples;
    for (std::size_t i = 0; i < n; ++i) {
        const auto section = random.uniform() < 0.5 ? Section::new_artists : Section::known_artists;
        const double score = random.normal();
        const double offset = section == Section::new_artists ? of_new : of_known;
        examples.scores.push_back(score);
        examples.sections.push_back(section);
        examples.liked.push_back(random.uniform() < learning::sigmoid(slope * score + offset) ? 1.0F : 0.0F);
        examples.weights.push_back(1);
    }
    return examples;
}

TEST(Chances, FindTheProbabilitiesThatOutcomesWereDrawnWith) {
    const auto chances = Chances::fit(simulated(20'000, 0.5, -1.5, -0.5, 1));
    ASSERT_TRUE(chances.tell());
    for (const double score : {-2.0, 0.0, 1.5}) {
        EXPECT_NEAR(chances.of(score, Section::new_artists)->probability,
                    learning::sigmoid(0.5 * score - 1.5), 0.015);
        EXPECT_NEAR(chances.of(score, Section::known_artists)->probability,
                    learning::sigmoid(0.5 * score - 0.5), 0.015);
    }
}

TEST(Chances, IntervalsCoverTheTruth) {
    int covered = 0;
    int asked = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        // A slope as most people have it: the prior is right on average, as it is meant to be.
        Random random(seed + 1000);
        const double slope = 0.25 + 0.1 * random.normal();
        const auto chances = Chances::fit(simulated(400, slope, -1, -0.7, seed));
        if (!chances.tell()) continue;
        for (const double score : {-1.0, 0.5, 2.0}) {
            const auto told = *chances.of(score, Section::new_artists);
            const double truth = learning::sigmoid(slope * score - 1);
            covered += told.low <= truth && truth <= told.high ? 1 : 0;
            ++asked;
        }
    }
    EXPECT_GT(asked, 800);
    EXPECT_GT(covered, 0.90 * asked);
    EXPECT_LT(covered, 0.995 * asked);
}

TEST(Chances, RiseStrictlyWithTheScoreWithinASection) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto chances = Chances::fit(simulated(60, 0.3, -1, 0, seed));
        if (!chances.tell()) continue;
        for (const auto section : both_sections) {
            double last = 0;
            for (double score = -3; score < 3; score += 0.01) {
                const auto told = *chances.of(score, section);
                EXPECT_GT(told.probability, last);
                EXPECT_LE(told.low, told.probability);
                EXPECT_GE(told.high, told.probability);
                last = told.probability;
            }
        }
    }
}

TEST(Chances, TellNothingWhereScoresWentAgainstOutcomesOrLittleIsKnown) {
    EXPECT_FALSE(Chances::fit(simulated(5000, -0.4, -1, -1, 3)).tell());
    EXPECT_FALSE(Chances::fit(simulated(19, 2, 0, 0, 3)).tell());
    EXPECT_FALSE(Chances::fit({}).tell());
    auto all_liked = simulated(100, 0.3, 0, 0, 4);
    std::ranges::fill(all_liked.liked, 1.0F);
    EXPECT_FALSE(Chances::fit(all_liked).tell());
    EXPECT_FALSE(Chances::fit({}).of(1, Section::new_artists).has_value());
    auto uneven = simulated(50, 1, 0, 0, 5);
    uneven.liked.pop_back();
    EXPECT_THROW(Chances::fit(uneven), Error);
}

TEST(Chances, OfAShortPastStayNearTheUsual) {
    const auto chances = Chances::fit(simulated(40, 0, 0, 0, 7));
    if (!chances.tell()) GTEST_SKIP() << "this draw went against the scores";
    const double rise = chances.of(1, Section::known_artists)->probability -
                        chances.of(-1, Section::known_artists)->probability;
    EXPECT_LT(rise, 0.3);
}

TEST(Chances, SayTheSameAfterTheyWereSaved) {
    const auto chances = Chances::fit(simulated(500, 0.4, -1, 0, 9));
    const auto loaded = Chances::load(chances.save());
    for (const double score : {-1.0, 0.0, 2.0}) {
        const auto before = *chances.of(score, Section::new_artists);
        const auto after = *loaded.of(score, Section::new_artists);
        EXPECT_EQ(before.probability, after.probability);
        EXPECT_EQ(before.low, after.low);
    }
    EXPECT_FALSE(Chances::load({}).tell());
    EXPECT_THROW(Chances::load({{"chances", "junk"}}), Error);
    EXPECT_THROW(Chances::load({{"chances", "{\"tell\": true}"}}), Error);
}

}  // namespace
}  // namespace attune::recommend
