#include "core/time.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

#include <ostream>

namespace attune::sources::test {
namespace {

struct ScrobbleCase {
    const char* what;
    const char* text;
};
void PrintTo(const ScrobbleCase& tested, std::ostream* out) { *out << tested.what; }

class Scrobbles : public testing::TestWithParam<ScrobbleCase> {};

// Each has one play of "Title" by "Artist", or none.
TEST_P(Scrobbles, AreReadFromAllExporters) {
    const auto outcome = read_text(GetParam().text, "scrobbles.csv");
    EXPECT_EQ(outcome.kind, "lastfm") << GetParam().what;
    ASSERT_EQ(outcome.rows.listens.size(), 1U) << GetParam().what;
    const auto& listen = outcome.rows.listens[0];
    EXPECT_EQ(listen.track.artist_name, "Artist");
    EXPECT_EQ(listen.track.track_name, "Title, Part 1");
    EXPECT_EQ(listen.track.release_name, "Album");
    EXPECT_EQ(format_timestamp(listen.listened_at).substr(0, 16), "2020-04-13T05:01");
    EXPECT_EQ(listen.ended_at, listen.listened_at);
    EXPECT_EQ(listen.ms_played, std::nullopt);
    EXPECT_EQ(outcome.rows.listen_sources[0], library::ListenSource::lastfm);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Scrobbles,
    testing::Values(ScrobbleCase{"R",
                                 "\"\",\"date\",\"artist\",\"track\",\"album\"\n"
                                 "\"1\",2020-04-13 05:01:31,\"Artist\",\"Title, Part 1\",\"Album\"\n"},
                    ScrobbleCase{"no header", "Artist,Album,\"Title, Part 1\",13 Apr 2020 05:01\n"},
                    ScrobbleCase{"no header, quoted date",
                                 "\"Artist\",\"Album\",\"Title, Part 1\",\"13 Apr 2020, 05:01\"\n"},
                    ScrobbleCase{"seconds since 1970",
                                 "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n"
                                 "1586754091,\"13 Apr 2020, 05:01\",Artist,,Album,,\"Title, Part 1\",\n"},
                    ScrobbleCase{"with the name of the account",
                                 "Artist;Album;AlbumId;Track;Date#somebody\n"
                                 "\"Artist\";\"Album\";\"\";\"Title, Part 1\";\"1586754091000\"\n"}));

TEST(LastFm, KeepsTheRecordingId) {
    const auto rows = read_text(
                          "uts,artist,track,track_mbid\n"
                          "1586754091,A,T,F1C9CCE1-0AD6-4CC6-9A5A-1234567890AB\n")
                          .rows;
    ASSERT_EQ(rows.listens.size(), 1U);
    EXPECT_EQ(rows.listens[0].track.recording_mbid, "f1c9cce1-0ad6-4cc6-9a5a-1234567890ab");
}

TEST(LastFm, DropsWhatHasNoDateOrNoTrack) {
    const auto rows =
        read_text(
            "artist,track,album,date\n"
            "A,T,,2020-04-13 05:01:31\nA,T,,1970-01-01 00:00:00\nA,T,,\n,T,,2020-04-13 05:01:31\n"
            "A,T,,2030-01-01 00:00:00\n")
            .rows;
    EXPECT_EQ(rows.listens.size(), 1U);
    EXPECT_EQ(rows.reasons(), "bad_date bad_date no_track bad_date");
}

TEST(LastFm, IsNoListOfTracksWithTheDayTheyCameOut) {
    EXPECT_EQ(read_text("artist,title,date\nA,T,1999-05-01\n").kind, "track_csv");
}

TEST(ListeningCsv, TakesTheEndOfThePlayForWhatItIs) {
    const auto outcome = read_text("endTime,artistName,trackName,msPlayed\n2018-08-25 03:32,A,T,9195\n");
    EXPECT_EQ(outcome.kind, "listening_csv");
    ASSERT_EQ(outcome.rows.listens.size(), 1U);
    EXPECT_EQ(format_timestamp(outcome.rows.listens[0].listened_at), "2018-08-25T03:31:51Z");
    EXPECT_EQ(format_timestamp(outcome.rows.listens[0].ended_at), "2018-08-25T03:32:00Z");
    EXPECT_EQ(outcome.rows.listen_sources[0], library::ListenSource::csv);
}

TEST(ListeningCsv, TakesTheStartOfThePlayForWhatItIs) {
    const auto rows = read_text("played_at,artist,title,ms_played\n2018-08-25T03:32:00Z,A,T,9195\n").rows;
    ASSERT_EQ(rows.listens.size(), 1U);
    EXPECT_EQ(format_timestamp(rows.listens[0].listened_at), "2018-08-25T03:32:00Z");
    EXPECT_EQ(format_timestamp(rows.listens[0].ended_at), "2018-08-25T03:32:09Z");
}

TEST(ListeningCsv, DropsBadValues) {
    const auto rows =
        read_text(
            "endTime,artistName,trackName,msPlayed\n2018-08-25 03:32,A,T,0\n2018-08-25 03:32,A,T,-4\n"
            "2018-08-25 03:32,A,T,NaN\n2018-08-25 03:32,A,T,\n2100-08-25 03:32,A,T,5\n")
            .rows;
    EXPECT_EQ(rows.reasons(), "zero_length bad_value bad_value bad_value bad_date");
}

TEST(ListeningCsv, TakesHistoriesWithFeaturesForHistories) {
    const auto outcome = read_text(
        ",artistName,trackName,msPlayed,datetime,danceability,energy,key,loudness\n"
        "0,A,T,1187,2021-03-12 05:39:00,0.5,0.5,1,-6\n");
    EXPECT_EQ(outcome.kind, "listening_csv");
    ASSERT_EQ(outcome.rows.listens.size(), 1U);
    EXPECT_EQ(format_timestamp(outcome.rows.listens[0].ended_at), "2021-03-12T05:39:00Z");
}

TEST(LastFm, DoesNotLetTheSongThatIsPlayingDecide) {
    for (const auto* playing : {"Vela Norr,Hush,Gate,\n", "\"Vela Norr\",\"Hush\",\"Gate\",\"\"\n"}) {
        const auto outcome = read_text(std::string(playing) +
                                           "Vela Norr,Hush,Moss,13 Apr 2020 05:01\n"
                                           "Orla Fenn,,Fen,13 Apr 2020 04:57\n",
                                       "someone.csv");
        EXPECT_EQ(outcome.kind, "lastfm");
        EXPECT_EQ(outcome.rows.listens.size(), 2U);
        EXPECT_EQ(outcome.rows.reasons(), "bad_date");
    }
}

TEST(LastFm, TakesALengthForNoMoment) {
    for (const auto* length : {"200", "3:20", "00:03:20", "200000", "3.5"}) {
        const auto outcome = read_text(std::string("Name\tArtist\tTime\nGate\tVela Norr\t") + length +
                                           "\nMoss\tVela Norr\t" + length + "\n",
                                       "Road.txt");
        EXPECT_EQ(outcome.kind, "track_csv") << length;
        EXPECT_EQ(outcome.rows.entries.size(), 2U) << length;
    }
}

struct TimedTable {
    const char* text;
    const char* started;
};

TEST(Plays, AreReadWithTheirTimesInAnyForm) {
    for (const auto& [text, started] :
         {TimedTable{"artist,title,played_at\nA,T,2020-10-25T01:30:00+02:00\n", "2020-10-24T23:30:00Z"},
          TimedTable{"artist,title,played_at\nA,T,13/04/2020 05:01\n", "2020-04-13T05:01:00Z"},
          TimedTable{"artist,title,played_at\nA,T,4/13/2020 5:01:31 AM\n", "2020-04-13T05:01:31Z"},
          TimedTable{"artist,title,played_at\nA,T,1586754091000\n", "2020-04-13T05:01:31Z"},
          TimedTable{"artist,title,played_at\nA,T,43934.209386574074\n", "2020-04-13T05:01:31Z"},
          TimedTable{"Künstler;Titel;Datum\nA;T;13.4.2020 5:01\n", "2020-04-13T05:01:00Z"},
          TimedTable{"Artiste;Titre;Date d'écoute\nA;T;13 avr. 2020 05:01\n", "2020-04-13T05:01:00Z"},
          TimedTable{"artist,title,Date,Time\nA,T,13/04/2020,17:01\n", "2020-04-13T17:01:00Z"},
          TimedTable{"artist,title,time,time_zone\nA,T,31/12/2023 14:05,Europe/Berlin\n",
                     "2023-12-31T13:05:00Z"},
          TimedTable{"artist,title,time,utc_offset\nA,T,2023-12-31 14:05,+01:00\n",
                     "2023-12-31T13:05:00Z"}}) {
        const auto outcome = read_text(text, "plays.csv");
        EXPECT_EQ(outcome.kind, "lastfm") << text;
        ASSERT_EQ(outcome.rows.listens.size(), 1U) << text;
        EXPECT_EQ(format_timestamp(outcome.rows.listens[0].listened_at), started) << text;
    }
}

TEST(Plays, AreLocalWhereNoZoneIsTold) {
    const auto rows =
        read_text(
            "artist,title,played_at\nA,T,2020-07-01 14:05\nA,U,2020-01-01 14:05\nA,V,2020-07-01 14:05Z\n",
            "p.csv", {false, today, Zone::named("Europe/Berlin")})
            .rows;
    ASSERT_EQ(rows.listens.size(), 3U);
    EXPECT_EQ(format_timestamp(rows.listens[0].listened_at), "2020-07-01T12:05:00Z");
    EXPECT_EQ(format_timestamp(rows.listens[1].listened_at), "2020-01-01T13:05:00Z");
    EXPECT_EQ(format_timestamp(rows.listens[2].listened_at), "2020-07-01T14:05:00Z");
}

TEST(Plays, SayWhichTimeWasNotUnderstood) {
    const auto rows = read_text(
                          "artist,title,played_at\nA,T,2020-04-13 05:01\nA,T,half past nine\nA,T,2020-04-14 "
                          "05:01\nA,T,noon\n")
                          .rows;
    EXPECT_EQ(rows.reasons(), "bad_date bad_date");
    EXPECT_EQ(rows.problem_with("2 rows").place.line, 3U);
    rows.problem_with("'half past nine'");
}

TEST(Plays, SayHowTheyEndedAsAnExportDoes) {
    const auto rows = read_text(
                          "ts,track_name,artist_name,ms_played,reason_start,reason_end,shuffle,skipped\n"
                          "2013-07-08 02:45:37,T,A,61865,clickrow,clickrow,TRUE,TRUE\n"
                          "2013-07-08 02:50:24,T,A,285386,trackdone,trackdone,FALSE,FALSE\n"
                          "2013-07-08 02:52:24,T,A,90000,clickrow,fwdbtn,FALSE,\n")
                          .rows;
    ASSERT_EQ(rows.listens.size(), 3U);
    EXPECT_EQ(rows.listens[0].skipped, true);
    EXPECT_EQ(rows.listens[0].shuffle, true);
    EXPECT_EQ(rows.listens[0].reason_start, library::PlayReason::chosen);
    EXPECT_EQ(rows.listens[1].skipped, false);
    EXPECT_EQ(rows.listens[1].reason_end, library::PlayReason::track_done);
    EXPECT_EQ(rows.listens[2].skipped, std::nullopt);
    EXPECT_EQ(rows.listens[2].reason_end, library::PlayReason::forward);
}

struct HeardTable {
    const char* text;
    int ms;
};

TEST(Plays, SayHowLongTheyWereHeardInAnyUnit) {
    for (const auto& [text, ms] :
         {HeardTable{"artist,title,played_at,listening_time\nA,T,2020-04-13 05:01,61\n", 61'000},
          HeardTable{"artist,title,played_at,Stream Duration Ms\nA,T,2020-04-13 05:01,200000\n", 200'000},
          HeardTable{"artist,title,played_at,seconds_played\nA,T,2020-04-13 05:01,200\n", 200'000},
          HeardTable{"artist,title,played_at,time played\nA,T,2020-04-13 05:01,3:20\n", 200'000},
          HeardTable{"artist,title,played_at,duration_ms,percent_played\nA,T,2020-04-13 05:01,200000,25\n",
                     50'000},
          HeardTable{"artist,title,played_at,duration_ms,completion\nA,T,2020-04-13 05:01,200000,0.25\n",
                     50'000},
          HeardTable{"artist,title,played_at,duration_ms,completion\nA,T,2020-04-13 05:01,200000,25%\n",
                     50'000}}) {
        const auto outcome = read_text(text, "plays.csv");
        ASSERT_EQ(outcome.rows.listens.size(), 1U) << text;
        EXPECT_EQ(outcome.rows.listens[0].ms_played, ms) << text;
    }
}

TEST(Plays, OfNobodyNameNoTrack) {
    const auto rows =
        read_text(
            "artist,title,played_at\n<unknown>,T,2020-04-13 05:01\nVarious Artists,T,2020-04-13 05:02\n"
            "[],T,2020-04-13 05:03\nNone,NaN,2020-04-13 05:04\nA,None,2020-04-13 05:05\n")
            .rows;
    EXPECT_EQ(rows.reasons(), "no_track no_track no_track no_track");
    EXPECT_EQ(rows.listens.size(), 1U);
}

}  // namespace
}  // namespace attune::sources::test
