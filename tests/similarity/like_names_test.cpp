#include "similarity/like_names.h"

#include <gtest/gtest.h>

namespace attune::similarity {
namespace {

using library::track_key;

TEST(NameLikeness, IsOneForOneNameAndSymmetric) {
    EXPECT_EQ(name_likeness("song", "song"), 1);
    EXPECT_EQ(name_likeness("", "song"), 0);
    EXPECT_FLOAT_EQ(name_likeness("sonng", "song"), 0.8F);
    for (const auto& [a, b] : {std::pair("sasha sloan", "sasha alex sloan"), std::pair("money", "honey")})
        EXPECT_EQ(name_likeness(a, b), name_likeness(b, a));
}

TEST(NameLikeness, FindsWordsInLongerNames) {
    EXPECT_FLOAT_EQ(name_likeness("cordae", "ybn cordae"), 0.9F);
    EXPECT_FLOAT_EQ(name_likeness("sasha sloan", "sasha alex sloan"), 0.9F);
    EXPECT_LT(name_likeness("go", "go west"), 0.5F);  // too short to say anything
    EXPECT_LT(name_likeness("dont", "i dont care"), 0.5F);
}

TEST(NameLikeness, TakesNumbersForDifferentThings) {
    EXPECT_LT(name_likeness("session 32", "session 33"), 0.6F);
    EXPECT_LT(name_likeness("madness", "madness 20"), 0.6F);
}

class NamesOfTracksTest : public testing::Test {
  protected:
    std::vector<LikeName> nearest(const char* artist, const char* title) {
        return names.nearest(track_key(artist, title), 3);
    }

    NamesOfTracks names{{track_key("Metallica", "No Leaf Clover"), track_key("Metallica", "One"),
                         track_key("YBN Cordae", "Bad Idea"),
                         track_key("Metallica", "No Leaf Clovver - Live"),
                         track_key("Don Omar", "Slow Motion")}};
};

TEST_F(NamesOfTracksTest, ComeLikestFirst) {
    const auto found = nearest("Metallica", "No Leaf Clover - Live");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].index, 3U);
    EXPECT_TRUE(found[0].same_version);
    EXPECT_FALSE(found[0].same_title);
    EXPECT_EQ(found[1].index, 0U);
    EXPECT_TRUE(found[1].same_title);
    EXPECT_FALSE(found[1].same_version);
}

TEST_F(NamesOfTracksTest, AreFoundByTheTitleUnderAnArtistWrittenNearlyTheSame) {
    const auto found = nearest("Cordae", "Bad Idea (feat. Chance)");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].index, 2U);
    EXPECT_FALSE(found[0].same_artist);
    EXPECT_TRUE(nearest("Don Toliver", "Slow Motion").empty());
    EXPECT_TRUE(nearest("Cordae", "Bad Ideas").empty());  // both differ
    EXPECT_TRUE(nearest("Nobody", "Nothing").empty());
}

TEST_F(NamesOfTracksTest, AreNoMoreThanAskedFor) {
    EXPECT_EQ(names.nearest(track_key("Metallica", "No Leaf Clover"), 1).size(), 1U);
    EXPECT_TRUE(names.nearest({}, 3).empty());
}

}  // namespace
}  // namespace attune::similarity
