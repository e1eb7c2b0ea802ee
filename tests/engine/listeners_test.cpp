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

TEST(PlayedTogether, FindsWhatTheSamePeoplePlayInTheNumbersOfTheLibrary) {
    const auto together = played_together(two_crowds(), 0, 5, 1, {});
    ASSERT_EQ(together.size(), 5U);
    EXPECT_GT(together[1], 0);
    EXPECT_EQ(together[0], 0);  // itself
    EXPECT_EQ(together[2], 0);
    EXPECT_EQ(together[3], 0);
    EXPECT_EQ(together, played_together(two_crowds(), 0, 5, 3, {}));
}

TEST(PlayedTogether, KnowsNothingOfStrangersAndWithoutPlays) {
    EXPECT_EQ(played_together(two_crowds(), 4, 5, 1, {}), std::vector<float>(5, 0));
    EXPECT_TRUE(played_together({}, 0, 5, 1, {}).empty());
}

}  // namespace
}  // namespace attune::engine
