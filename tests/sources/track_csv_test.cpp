#include "core/time.h"
#include "sources/playlist_file.h"
#include "sources/recorded.h"
#include "sources/table_look.h"

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

TableLook look_of(std::string_view text, const Answers* answers = nullptr) {
    const FileHead head{"x.csv", text, answers};
    const Source* const source = find_source(head);
    return source == nullptr || source->look == nullptr ? TableLook{} : source->look(head);
}

TEST(Doubt, IsAboutListsThatMayBeSomethingElse) {
    for (const auto* text : {"title,artist,year\nA,X,1999\nB,Y,2000\n", "Rank,Title,Artist\n1,A,X\n2,B,Y\n",
                             "title,artist,bpm\nA,X,120\nB,Y,98\n", "title,artist,streams\nA,X,100200300\n",
                             "title,artist,When\nA,X,2020-04-13 05:01\nA,X,2020-04-14 05:01\n",
                             "Titel;Künstler;Jahr\nA;X;1999\n", "title,artist,seconds_played\nA,X,120\n",
                             "artist,track,plays\nX,A,12\n", "artist,title,date\nX,A,1999-05-01\n",
                             "title,artist,energy,key\nA,X,0.5,3\n"}) {
        EXPECT_EQ(find_source({"x.csv", text})->kind, "track_csv") << text;
        const auto look = look_of(text);
        EXPECT_FALSE(look.question.empty()) << text;
        EXPECT_EQ(look.choices.size(), 4U) << text;
        const Answers answers{"playlist", {}};
        EXPECT_EQ(look_of(text, &answers).question, "") << text;
    }
}

TEST(Doubt, IsNotAboutListsThatAreClear) {
    for (const auto* text :
         {"title,artist\nA,X\n",
          "title;artist;album;isrc;addedDate;duration;url\nT;A;L;USQX91701278;2021-02-03;180;u\n",
          "Track name,Artist name,Album,Playlist name,Type,ISRC\nT,A,L,Mine,Playlist,\n",
          "Name\tArtist\tTime\tYear\tDate Added\tPlays\tLast Played\tLocation\nA\tX\t200\t2019\t01.02.20 "
          "10:00\t5\t02.03.20 11:00\tC:a.mp3\n",
          "title,artist,album,duration\nA,X,L,3:20\n", "uri\nspotify:track:0123456789abcdefghijAB\n"})
        EXPECT_EQ(look_of(text).question, "") << text;
}

TEST(Doubt, IsAboutDaysAndMonthsThatNoRowTellsApart) {
    const std::string text =
        "artist,title,played_at\nA,T,02/03/2020 10:00\nA,U,04/05/2019 10:00\nA,V,01/07/2020 10:00\n";
    const auto look = look_of(text);
    EXPECT_NE(look.question.find("02/03/2020 10:00"), std::string::npos);
    EXPECT_EQ(look.choices, (std::vector<std::string>{"--columns \"played_at=time d/m\"",
                                                      "--columns \"played_at=time m/d\""}));
    const Answers answers{"", {{"played_at", "time m/d"}}};
    EXPECT_EQ(look_of(text, &answers).question, "");
    EXPECT_EQ(look_of("artist,title,played_at\nA,T,02/03/2020 10:00\nA,U,25/05/2019 10:00\n").question, "");
}

/// What a table becomes when the person has answered.
Outcome read_answered(std::string_view text, const Answers& answers) {
    MemoryStream in(text);
    TextStream stream(in, "x.csv");
    auto head = stream.head();
    head.answers = &answers;
    Outcome outcome;
    const Source* const source = find_source(head);
    if (source == nullptr) return outcome;
    outcome.kind = source->kind;
    source->read(stream, head, {false, today}, outcome.rows);
    return outcome;
}

TEST(Answers, SayWhatAColumnIs) {
    const auto named = read_answered("a,b,c\nGate,Vela Norr,02/03/2020 10:00\n",
                                     {"", {{"a", "title"}, {"b", "artist"}, {"c", "time d/m"}}});
    EXPECT_EQ(named.kind, "lastfm");
    ASSERT_EQ(named.rows.listens.size(), 1U);
    EXPECT_EQ(format_timestamp(named.rows.listens[0].listened_at), "2020-03-02T10:00:00Z");
    const auto numbered =
        read_answered("Gate,Vela Norr\nMoss,Vela Norr\n", {"", {{"1", "title"}, {"2", "artist"}}});
    EXPECT_EQ(numbered.kind, "track_csv");
    ASSERT_EQ(numbered.rows.entries.size(), 2U);
    EXPECT_EQ(numbered.rows.entries[0].track.track_name, "Gate");
    const auto other = read_answered("title,song,artist\nDr,Gate,Vela Norr\n", {"", {{"song", "title"}}});
    ASSERT_EQ(other.rows.entries.size(), 1U);
    EXPECT_EQ(other.rows.entries[0].track.track_name, "Gate");
}

TEST(Answers, SayWhatATableIs) {
    const std::string text =
        "artist,title,played_at,energy,valence,liveness\nA,T,2020-04-13 05:01,0.5,0.5,0.5\n";
    EXPECT_EQ(read_answered(text, {"history", {}}).kind, "lastfm");
    EXPECT_EQ(read_answered(text, {"playlist", {}}).kind, "track_csv");
    EXPECT_EQ(read_answered(text, {"likes", {}}).kind, "track_csv");
    EXPECT_EQ(read_answered(text, {"catalogue", {}}).kind, "catalogue");
    EXPECT_EQ(read_answered("artist,title\nA,T\n", {"history", {}}).kind, "");
    EXPECT_EQ(read_answered("#EXTM3U\n#EXTINF:1,A - T\nx.mp3\n", {"history", {}}).kind, "m3u");
}

TEST(Look, TellsHowEachColumnIsRead) {
    const auto look = look_of(
        "Name\tInterpret\tTime\tAdded\nGate\tVela Norr\t200\t2020-01-01\nMoss\tVela Norr\t180\t2020-01-01\n");
    ASSERT_EQ(look.columns.size(), 3U);
    EXPECT_EQ(look.columns[1].column, "Interpret");
    EXPECT_EQ(look.columns[1].meaning, "artist");
    EXPECT_EQ(look.columns[1].example, "Vela Norr");
}

}  // namespace
}  // namespace attune::sources::test
