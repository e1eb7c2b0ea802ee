#include "engine/library/listeners.h"

#include <gtest/gtest.h>

namespace attune::engine {
namespace {

/// Thirty people who play artists 0 and 1 of the library, thirty who play 2 and 3, and a stranger beside
/// each.
library::Community two_crowds() {
    library::Community community;
    community.artists = {{"S", std::nullopt}, {"D", 3U}, {"C", 2U}, {"B", 1U}, {"A", 0U}};
    std::vector<library::Interaction> plays;
    for (library::UserIndex user = 0; user < 60; ++user) {
        plays.push_back({user, 0, 3});
        for (const library::ItemIndex item :
             user < 30 ? std::vector<library::ItemIndex>{3, 4} : std::vector<library::ItemIndex>{1, 2})
            plays.push_back({user, item, static_cast<float>(1 + user % 7)});
    }
    community.artist_plays = library::Interactions(60, 5, plays);
    return community;
}

std::vector<float> together_with(const library::Community& community, library::ArtistIndex artist,
                                 std::size_t threads) {
    const auto neighbours = learn_neighbours(community, threads, {});
    return played_together(community, neighbours.get(), artist, 5);
}

TEST(PlayedTogether, FindsWhatTheSamePeoplePlayInTheNumbersOfTheLibrary) {
    const auto together = together_with(two_crowds(), 0, 1);
    ASSERT_EQ(together.size(), 5U);
    EXPECT_GT(together[1], 0);
    EXPECT_EQ(together[0], 0);  // itself
    EXPECT_EQ(together[2], 0);
    EXPECT_EQ(together[3], 0);
    EXPECT_EQ(together, together_with(two_crowds(), 0, 3));
}

TEST(PlayedTogether, KnowsNothingOfStrangersAndWithoutPlays) {
    EXPECT_EQ(together_with(two_crowds(), 4, 1), std::vector<float>(5, 0));
    EXPECT_TRUE(together_with({}, 0, 1).empty());
}

}  // namespace
}  // namespace attune::engine
