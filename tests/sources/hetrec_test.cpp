#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

constexpr auto artists_header = "id\tname\turl\tpictureURL\n";
constexpr auto plays_header = "userID\tartistID\tweight\n";

TEST(Hetrec, ReadsNamesWithQuotesAsTheyStand) {
    const auto read = read_community(std::string(artists_header) +
                                         "1\tMALICE MIZER\thttp://x\thttp://y\r\n"
                                         "2\t\"Weird Al\" Yankovic\thttp://x\t\n"
                                         "3\t12\" Mixes\n"
                                         "4\tBj\xF6rk\thttp://x\n",
                                     "artists.dat");
    EXPECT_EQ(read.kind, "hetrec_artists");
    ASSERT_EQ(read.rows.names.size(), 4U);
    EXPECT_EQ(read.rows.names[1].name, "\"Weird Al\" Yankovic");
    EXPECT_EQ(read.rows.names[2].name, "12\" Mixes");
    EXPECT_EQ(read.rows.names[3].name, "Björk");
    EXPECT_EQ(read.rows.names[3].number, "4");
}

TEST(Hetrec, ReadsTagsThatAreNotUtf8) {
    const auto read = read_community("tagID\ttagValue\n1\tmetal\n2\tm\xE9lancolie\n3\t\n", "tags.dat");
    EXPECT_EQ(read.kind, "hetrec_tags");
    ASSERT_EQ(read.rows.names.size(), 2U);
    EXPECT_EQ(read.rows.names[1].name, "mélancolie");
    EXPECT_EQ(read.rows.reasons(), "no_track");
}

TEST(Hetrec, ReadsHowOftenPeoplePlayedArtists) {
    const auto read =
        read_community(std::string(plays_header) +
                           "2\t51\t13883\n2\t52\t-4\n2\t53\tnan\n2\t54\t1e300\n\t55\t1\n2\t\t1\n2\t5",
                       "user_artists.dat");
    EXPECT_EQ(read.kind, "hetrec_plays");
    ASSERT_EQ(read.rows.plays.size(), 1U);
    EXPECT_EQ(read.rows.plays[0].artist_name, "51");
    EXPECT_EQ(read.rows.plays[0].count, 13883);
    EXPECT_EQ(read.rows.plays[0].naming, library::ItemNaming::listed_number);
    EXPECT_EQ(read.rows.reasons(), "bad_value bad_value bad_value no_person no_track unreadable");
    EXPECT_EQ(read.rows.problem_with("ends within a row").place.line, 8U);
}

TEST(Hetrec, ReadsTaggingsWithoutTheirDays) {
    const auto read =
        read_community("userID\tartistID\ttagID\tday\tmonth\tyear\n2\t52\t13\t1\t4\t2009\n", "x.dat");
    EXPECT_EQ(read.kind, "hetrec_taggings");
    ASSERT_EQ(read.rows.taggings.size(), 1U);
    EXPECT_EQ(read.rows.taggings[0].tag_number, "13");
}

TEST(Hetrec, LeavesWhoKnowsWhomAlone) {
    EXPECT_EQ(read_community("userID\tfriendID\n2\t275\n", "user_friends.dat").kind, "");
}

TEST(Hetrec, GivesUpALineThatIsNoneAndGoesOn) {
    const std::string text =
        std::string(plays_header) + "2\t51\t1\n" + std::string(3U << 20U, 'x') + "\n2\t52\t2\n";
    const auto read = read_community(text, "user_artists.dat");
    ASSERT_EQ(read.rows.plays.size(), 2U);
    EXPECT_EQ(read.rows.reasons(), "unreadable");
    EXPECT_EQ(read.rows.places[2].line, 4U);
    EXPECT_EQ(read.rows.places[2].byte, text.size() - 6);  // counted from 1
}

}  // namespace
}  // namespace attune::sources::test
