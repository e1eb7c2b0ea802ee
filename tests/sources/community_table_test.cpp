#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

using library::ItemNaming;

std::string row_of(const library::CommunityPlay& play) {
    return play.person + "|" + play.artist_name + "|" + play.track_name + "|" +
           std::to_string(int(play.count)) +
           (play.listened_at ? "|" + format_timestamp(*play.listened_at) : "") +
           (play.naming == ItemNaming::bare_number ? "|#" : "");
}

struct Table {
    const char* text;
    const char* first;  ///< row
};

TEST(CommunityTable, FindsItsColumnsByNameOrByTheirLooks) {
    const std::vector<Table> tables{
        {"user,artist,plays\nann,\"Tyler, The Creator\",12\nbob,Low,3\n", "ann|Tyler, The Creator||12"},
        {"plays;user_id;artist_name;track_name\n12;7;Low;Sunflower\n", "7|Low|Sunflower|12"},
        {"user_id,artistname,trackname,playlistname\nx,Low,Sunflower,mine\n", "x|Low|Sunflower|1"},
        {"user,artist,weight\nann,311,4\nbob,1975,2\n", "ann|311||4"},
        {"userID,itemID,count\n1,55,4\n", "1|55||4|#"},
        {"424 4076 993\n1311 1574 957\n", "424|4076||993|#"},
        {"424\t4076\t993\t1700000000\n1311\t1574\t957\t1700000001\n", "424|4076||993|#"},
        {",0,1,2\n0,424,4076,993.0\n1,1311,1574,957.0\n", "424|4076||993|#"},
        {"00000c289a1829a808ac09c00daf10bc3c4e223b\t3bd73256-3905-4f3a-97e2-8b341527f805\t\"Weird Al\" "
         "Yankovic\t2137\n00000c289a1829a808ac09c00daf10bc3c4e223b\t\tLow\t5\n",
         "00000c289a1829a808ac09c00daf10bc3c4e223b|\"Weird Al\" Yankovic||2137"},
        {"user_1\t2009-05-04T23:08:57Z\tf1b1cf71-bd35-4e99-8624-24a6e15f133a\tDeep "
         "Dish\t\tSome Song\nuser_1\t2009-05-04T13:54:10Z\tf1b1cf71-bd35-4e99-8624-24a6e15f133a\tDeep "
         "Dish\t\tOther\n",
         "user_1|Deep Dish|Some Song|1|2009-05-04T23:08:57Z"},
        {"user,artist,track,time\nann,Low,Sunflower,1700000000\n",
         "ann|Low|Sunflower|1|2023-11-14T22:13:20Z"},
    };
    for (const auto& [text, first] : tables) {
        const auto read = read_community(text, "x.csv");
        EXPECT_EQ(read.kind, "community_table") << text;
        ASSERT_FALSE(read.rows.plays.empty()) << text;
        EXPECT_EQ(row_of(read.rows.plays[0]), first);
        EXPECT_EQ(read.rows.drops.size(), 0U) << text;
    }
}

TEST(CommunityTable, SaysThatBareNumbersNameNobody) {
    EXPECT_EQ(read_community("1 2 3\n4 5 6\n", "data.txt").rows.problem_with("bare numbers").place.line, 1U);
    EXPECT_TRUE(read_community("user,artist,plays\nann,Low,3\n", "x.csv").rows.problems.empty());
}

TEST(CommunityTable, IsNoTableOfFriendsOrTracks) {
    for (const std::string_view text :
         {"1\t258\n1\t401\n", "artist,track,plays\nLow,Sunflower,3\n", "user,friend\na,b\n",
          "just a line of text\nand another\n", "", "1 2 3 4 5 6\n1 2 3 4 5 6\n"})
        EXPECT_EQ(read_community(text, "x.txt").kind, "") << text;
}

TEST(CommunityTable, DropsWhatCannotBe) {
    const auto read = read_community(
        "user,artist,plays\nann,Low,-3\nann,Low,NaN\nann,Low,inf\nann,Low,1e12\nann,Low,0\nann,Low,many\n,"
        "Low,3\nann,,3\n"
        "ann,Low,3\nann,Low\n",
        "x.csv");
    EXPECT_EQ(read.rows.reasons(),
              "bad_value bad_value bad_value bad_value bad_value bad_value no_person no_track unreadable");
    EXPECT_EQ(read.rows.plays.size(), 1U);
    const auto listens =
        read_community("user,artist,time\nann,Low,1970-01-02 00:00\nann,Low,2030-01-01 00:00\n", "x.csv");
    EXPECT_EQ(listens.rows.reasons(), "bad_date bad_date");
}

TEST(CommunityTable, ReadsTheSameInPiecesOfAnySize) {
    const std::string text = "1 2 3\n\n44  55 66\r\n7 8 9";
    for (const std::size_t step : {1U, 2U, 5U}) {
        SlowStream in(text, step);
        const auto read = read_stream(in, "x.txt", {false, today}, Reading::community);
        ASSERT_EQ(read.rows.plays.size(), 3U);
        EXPECT_EQ(row_of(read.rows.plays[1]), "44|55||66|#");
        EXPECT_EQ(read.rows.places[2].line, 4U);
    }
}

}  // namespace
}  // namespace attune::sources::test
