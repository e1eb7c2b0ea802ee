#include "core/time.h"
#include "sources/playlist_file.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

using Names = std::vector<std::string>;

TEST(Exportify, ReadsTheDialectOfExportifyApp) {
    const auto outcome = read_text(
        R"csv("Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Album Artist URI(s)","Album Artist Name(s)","Album Release Date","Album Image URL","Disc Number","Track Number","Track Duration (ms)","Track Preview URL","Explicit","Popularity","ISRC","Added By","Added At"
"spotify:track:0123456789abcdefghijAB","See You Again","spotify:artist:1, spotify:artist:2","Tyler\, The Creator, Kali Uchis","spotify:album:1","Flower Boy","spotify:artist:1","Tyler\, The Creator","2017-07-21","","1","2","180386","","true","84","USQX91701278","spotify:user:somebody","2021-02-03T04:05:06Z"
"spotify:track:1123456789abcdefghijAB","X","spotify:artist:1","Earth, Wind & Fire","","","","","","","","","","","","","bad","",""
"spotify:local:A:B:C:244","C","","A","","B","","","","","","","244000","","","","","spotify:user:x","2021-02-03T04:05:06Z"
)csv",
        "my_playlist.csv");
    EXPECT_EQ(outcome.kind, "exportify");
    ASSERT_EQ(outcome.rows.entries.size(), 2U);
    const auto& entry = outcome.rows.entries[0];
    EXPECT_EQ(entry.playlist_name, "my_playlist");
    EXPECT_EQ(entry.track.artist_name, "Tyler, The Creator");
    EXPECT_EQ(entry.track.other_artists, Names{"Kali Uchis"});
    EXPECT_EQ(entry.track.isrc, "USQX91701278");
    EXPECT_EQ(entry.track.duration_ms, 180386);
    EXPECT_EQ(entry.added_by, adder_label("somebody"));
    EXPECT_EQ(entry.added_by.find("somebody"), std::string::npos);
    EXPECT_EQ(adder_label("https://open.spotify.com/user/somebody?si=1"), adder_label("somebody"));
    EXPECT_NE(adder_label("somebody"), adder_label("nobody"));
    EXPECT_EQ(format_timestamp(entry.added_at.value()), "2021-02-03T04:05:06Z");
    EXPECT_EQ(outcome.rows.entries[1].track.artist_name, "Earth, Wind & Fire");
    EXPECT_EQ(outcome.rows.entries[1].track.isrc, "");
    EXPECT_EQ(outcome.rows.reasons(), "local_file");
    outcome.rows.problem_with("terms");
}

TEST(Exportify, ReadsTheDialectOfExportifyNetAndTakesNoFeatures) {
    const auto outcome = read_text(
        "Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added "
        "By,"
        "Added At,Genres,Record Label,Danceability,Energy,Key,Loudness\n"
        "spotify:track:0123456789abcdefghijAB,T,L,A;B,2017,180386,50,true,me,2021-02-03T04:05:06Z,pop,X,0.5,"
        "0.5,1,-5\n"
        "spotify:track:1123456789abcdefghijAB,T,L,\"Tyler, The "
        "Creator,B\",2017,180386,50,true,me,,,X,undefined,,,\n"
        "spotify:track:2123456789abcdefghijAB,T,L,\"10,000 Maniacs\",2017,180386,50,true,me,,,X,,,,\n",
        "x.csv");
    EXPECT_EQ(outcome.kind, "exportify");
    ASSERT_EQ(outcome.rows.entries.size(), 3U);
    EXPECT_TRUE(outcome.rows.tracks.empty());
    EXPECT_EQ(outcome.rows.entries[0].track.other_artists, Names{"B"});
    EXPECT_EQ(outcome.rows.entries[1].track.artist_name, "Tyler, The Creator");
    EXPECT_EQ(outcome.rows.entries[1].track.other_artists, Names{"B"});
    EXPECT_EQ(outcome.rows.entries[2].track.artist_name, "10,000 Maniacs");
    EXPECT_EQ(outcome.rows.problems.size(), 1U);
}

TEST(TrackCsv, ReadsSoundiiz) {
    const auto outcome = read_text(
        "title;artist;album;isrc;addedDate;duration;url\n"
        "T;A;L;USQX91701278;2021-02-03;180;https://open.spotify.com/track/0123456789abcdefghijAB?si=x\n",
        "chill.csv");
    EXPECT_EQ(outcome.kind, "track_csv");
    ASSERT_EQ(outcome.rows.entries.size(), 1U);
    EXPECT_EQ(outcome.rows.entries[0].playlist_name, "chill");
    EXPECT_EQ(outcome.rows.entries[0].track.duration_ms, 180000);
    EXPECT_EQ(outcome.rows.entries[0].track.spotify_id, "0123456789abcdefghijAB");
}

TEST(TrackCsv, ReadsTuneMyMusic) {
    const auto rows = read_text(
                          "\xEF\xBB\xBFTrack name,Artist name,Album,Playlist name,Type,ISRC,Spotify - id\n"
                          "T,A,L,Mine,Playlist,,0123456789abcdefghijAB\n"
                          "A - T - Live,,,Mine,Playlist\n"
                          "Nothing,,,Mine,Playlist\n"
                          "A,A,,,Artist,,\n")
                          .rows;
    ASSERT_EQ(rows.entries.size(), 2U);
    EXPECT_EQ(rows.entries[0].playlist_name, "Mine");
    EXPECT_EQ(rows.entries[0].track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(rows.entries[1].track.artist_name, "A");
    EXPECT_EQ(rows.entries[1].track.track_name, "T - Live");
    EXPECT_EQ(rows.reasons(), "no_track no_track");
}

TEST(TrackCsv, ReadsWindows1252) {
    const auto rows = read_text("Title,Artist\nHyperballad,Bj\xF6rk\n").rows;
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_EQ(rows.entries[0].track.artist_name, "Björk");
}

TEST(TrackCsv, ReadsLinksWithoutNames) {
    const auto rows =
        read_text("uri\nspotify:track:0123456789abcdefghijAB\nspotify:episode:0123456789abcdefghijAB\nx\n")
            .rows;
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_FALSE(rows.entries[0].track.names_a_track());
    EXPECT_EQ(rows.entries[0].track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(rows.reasons(), "podcast no_track");
}

TEST(TrackCsv, LeavesOtherTablesAlone) {
    EXPECT_EQ(read_text("id,name,url\n1,x,y\n", "a.csv").kind, "");
    EXPECT_EQ(read_text("userID\tartistID\tweight\n2\t51\t13883\n", "a.dat").kind, "");
    EXPECT_EQ(read_text("y_score\n0.5\n", "a.csv").kind, "");
    EXPECT_EQ(read_text("", "a.csv").kind, "");
}

}  // namespace
}  // namespace attune::sources::test
