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

}  // namespace
}  // namespace attune::sources::test
