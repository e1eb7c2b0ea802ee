#include "core/time.h"
#include "sources/recorded.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace attune::sources::test {
namespace {

/// A row of an extended history whose values can be replaced.
struct ExtendedRow {
    std::map<std::string, std::string> values{
        {"ts", "\"2021-05-03T10:00:00Z\""},
        {"username", "\"somebody\""},
        {"platform", "\"Android OS 13 API 33 (x, y)\""},
        {"ms_played", "180000"},
        {"conn_country", "\"XX\""},
        {"ip_addr_decrypted", "\"192.0.2.1\""},
        {"user_agent_decrypted", "\"agent\""},
        {"master_metadata_track_name", "\"Title\""},
        {"master_metadata_album_artist_name", "\"Artist\""},
        {"master_metadata_album_album_name", "\"Album\""},
        {"spotify_track_uri", "\"spotify:track:0123456789abcdefghijAB\""},
        {"episode_name", "null"},
        {"episode_show_name", "null"},
        {"spotify_episode_uri", "null"},
        {"reason_start", "\"trackdone\""},
        {"reason_end", "\"fwdbtn\""},
        {"shuffle", "true"},
        {"skipped", "null"},
        {"offline", "false"},
        {"offline_timestamp", "0"},
        {"incognito_mode", "false"},
    };

    ExtendedRow with(const std::string& key, const std::string& json) const {
        ExtendedRow row = *this;
        row.values[key] = json;
        return row;
    }
    ExtendedRow without(const std::string& key) const {
        ExtendedRow row = *this;
        row.values.erase(key);
        return row;
    }
    std::string text() const {
        std::string text;
        for (const auto& [key, value] : values)
            text += fmt::format("{}\"{}\": {}", text.empty() ? "" : ", ", key, value);
        return "{" + text + "}";
    }
};

Outcome read_rows(const std::vector<std::string>& rows,
                  std::string_view name = "Streaming_History_Audio_2021_0.json",
                  const ReadOptions& options = {false, today}) {
    return read_text(fmt::format("[\n  {}\n]", fmt::join(rows, ",\n  ")), name, options);
}

Recorded read_row(const ExtendedRow& row) { return read_rows({row.text()}).rows; }

TEST(ExtendedHistory, ReadsARowOfTheOldFormat) {
    const auto outcome = read_rows({ExtendedRow().text()}, "endsong_0.json");
    EXPECT_EQ(outcome.kind, "spotify_extended");
    ASSERT_EQ(outcome.rows.listens.size(), 1U);
    const auto& listen = outcome.rows.listens[0];
    EXPECT_EQ(listen.track.track_name, "Title");
    EXPECT_EQ(listen.track.artist_name, "Artist");
    EXPECT_EQ(listen.track.release_name, "Album");
    EXPECT_EQ(listen.track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(format_timestamp(listen.listened_at), "2021-05-03T09:57:00Z");
    EXPECT_EQ(format_timestamp(listen.ended_at), "2021-05-03T10:00:00Z");
    EXPECT_EQ(listen.ms_played, 180000);
    EXPECT_EQ(listen.reason_start, library::PlayReason::track_done);
    EXPECT_EQ(listen.reason_end, library::PlayReason::forward);
    EXPECT_EQ(listen.shuffle, true);
    EXPECT_EQ(listen.skipped, std::nullopt);
    EXPECT_EQ(listen.offline, false);
    EXPECT_EQ(listen.platform, library::Platform::mobile);
    EXPECT_EQ(outcome.rows.listen_sources[0], library::ListenSource::spotify_extended);
}

struct StartCase {
    const char* offline_timestamp;
    const char* listened_at;
};
void PrintTo(const StartCase& tested, std::ostream* out) { *out << tested.offline_timestamp; }

class ExtendedHistoryStart : public testing::TestWithParam<StartCase> {};

TEST_P(ExtendedHistoryStart, IsWorkedOutFromWhatTheRowSays) {
    const auto rows = read_row(ExtendedRow().with("offline_timestamp", GetParam().offline_timestamp));
    ASSERT_EQ(rows.listens.size(), 1U);
    EXPECT_EQ(format_timestamp(rows.listens[0].listened_at), GetParam().listened_at);
    EXPECT_EQ(format_timestamp(rows.listens[0].ended_at), "2021-05-03T10:00:00Z");
}

// 2021-05-03T10:00:00Z is 1620036000.
INSTANTIATE_TEST_SUITE_P(Table, ExtendedHistoryStart,
                         testing::Values(StartCase{"null", "2021-05-03T09:57:00Z"},
                                         StartCase{"0", "2021-05-03T09:57:00Z"},
                                         StartCase{"1620035000", "2021-05-03T09:43:20Z"},
                                         StartCase{"1620035000123", "2021-05-03T09:43:20Z"},
                                         StartCase{"\"1620035000\"", "2021-05-03T09:43:20Z"},
                                         StartCase{"1619604000", "2021-04-28T10:00:00Z"},  // heard offline
                                         StartCase{"1620036030", "2021-05-03T10:00:00Z"},  // clocks differ
                                         StartCase{"1620036100", "2021-05-03T09:57:00Z"},  // after the end
                                         StartCase{"1500000000", "2021-05-03T09:57:00Z"},  // years before
                                         StartCase{"-5", "2021-05-03T09:57:00Z"},
                                         StartCase{"1e400", "2021-05-03T09:57:00Z"},
                                         StartCase{"{}", "2021-05-03T09:57:00Z"}));

struct FateCase {
    const char* what;
    const char* key;
    const char* json;
    const char* reasons;  // empty: kept
};
void PrintTo(const FateCase& tested, std::ostream* out) { *out << tested.what; }

class ExtendedHistoryFate : public testing::TestWithParam<FateCase> {};

TEST_P(ExtendedHistoryFate, IsOneOfTheReasons) {
    const auto rows = read_row(ExtendedRow().with(GetParam().key, GetParam().json));
    EXPECT_EQ(rows.n_rows(), 1U) << GetParam().what;
    EXPECT_EQ(rows.reasons(), GetParam().reasons) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Table, ExtendedHistoryFate,
    testing::Values(FateCase{"as it is", "skipped", "false", ""},
                    FateCase{"no play time", "ms_played", "0", "zero_length"},
                    FateCase{"play time as text", "ms_played", "\"1500\"", ""},
                    FateCase{"play time as 1500.0", "ms_played", "1500.0", ""},
                    FateCase{"negative play time", "ms_played", "-1", "bad_value"},
                    FateCase{"more than a day", "ms_played", "86400001", "bad_value"},
                    FateCase{"beyond all numbers", "ms_played", "99999999999999999999999999", "bad_value"},
                    FateCase{"play time null", "ms_played", "null", "bad_value"},
                    FateCase{"play time a list", "ms_played", "[1]", "bad_value"},
                    FateCase{"no title", "master_metadata_track_name", "null", "no_track"},
                    FateCase{"blank artist", "master_metadata_album_artist_name", "\"  \"", "no_track"},
                    FateCase{"title of control characters", "master_metadata_track_name", "\"\\u0001\"",
                             "no_track"},
                    FateCase{"title is a number", "master_metadata_track_name", "1999", ""},
                    FateCase{"title is an object", "master_metadata_track_name", "{\"x\": 1}", "no_track"},
                    FateCase{"album is a number", "master_metadata_album_album_name", "1989", ""},
                    FateCase{"1970", "ts", "\"1970-01-01T00:00:00Z\"", "bad_date"},
                    FateCase{"2001", "ts", "\"2001-12-31T23:59:59Z\"", "bad_date"},
                    FateCase{"2100", "ts", "\"2100-01-01T00:00:00Z\"", "bad_date"},
                    FateCase{"30 February", "ts", "\"2021-02-30T00:00:00Z\"", "bad_date"},
                    FateCase{"date null", "ts", "null", "bad_date"},
                    FateCase{"date as a number", "ts", "1620036000", ""},
                    FateCase{"date of tomorrow", "ts", "\"2026-11-20T20:00:00Z\"", ""},
                    FateCase{"private session", "incognito_mode", "true", "incognito"},
                    FateCase{"flag as text", "shuffle", "\"yes\"", ""},
                    FateCase{"no link", "spotify_track_uri", "null", ""},
                    FateCase{"wrong link", "spotify_track_uri", "\"nonsense\"", ""}));

TEST(ExtendedHistory, KnowsEpisodesAndAudiobooks) {
    const ExtendedRow no_track = ExtendedRow()
                                     .with("master_metadata_track_name", "null")
                                     .with("master_metadata_album_artist_name", "null")
                                     .with("spotify_track_uri", "null");
    EXPECT_EQ(read_row(no_track.with("episode_name", "\"Nr 1\"")).reasons(), "podcast");
    EXPECT_EQ(read_row(no_track.with("spotify_episode_uri", "\"spotify:episode:x\"")).reasons(), "podcast");
    EXPECT_EQ(read_row(no_track.with("audiobook_title", "\"Book\"")).reasons(), "audiobook");
    EXPECT_EQ(read_row(no_track).reasons(), "no_track");
    EXPECT_EQ(read_rows({no_track.text()}, "Streaming_History_Video_2022.json").rows.reasons(), "video");
    const auto music_video = read_rows({ExtendedRow().text()}, "Streaming_History_Video_2022.json");
    EXPECT_EQ(music_video.rows.listens.size(), 1U);
}

TEST(ExtendedHistory, KeepsPrivateSessionsOnRequest) {
    const auto row = ExtendedRow().with("incognito_mode", "true").text();
    EXPECT_EQ(read_rows({row}, "x.json", {true, today}).rows.listens.size(), 1U);
}

TEST(ExtendedHistory, NeverFailsAWholeFileForOneValueOfAWrongType) {
    for (const auto& [key, value] : ExtendedRow().values) {
        for (const char* const json : {"null", "true", "17", "-1.5e3", "\"\"", "\"x\"", "[]",
                                       "[[1], {\"a\": 2}]", "{}", "{\"ts\": {\"ts\": 1}}"}) {
            const auto odd = ExtendedRow().with(key, json).text();
            const auto outcome = read_rows({ExtendedRow().text(), odd, ExtendedRow().text()});
            EXPECT_EQ(outcome.rows.n_rows(), 3U) << key << " " << json;
            EXPECT_GE(outcome.rows.listens.size(), 2U) << key << " " << json;
        }
    }
}

TEST(ExtendedHistory, ReadsRowsThatLackKeysOrHaveNewOnes) {
    EXPECT_EQ(read_row(ExtendedRow().without("skipped").without("platform").without("offline_timestamp"))
                  .listens.size(),
              1U);
    EXPECT_EQ(read_row(ExtendedRow().with("new_key", "{\"deep\": [1, 2]}")).listens.size(), 1U);
}

TEST(ExtendedHistory, GivesEqualRowsEqualDigestsAndOthersOthers) {
    const auto zero = ExtendedRow().with("ms_played", "0");
    const auto outcome =
        read_rows({zero.text(), zero.text(), zero.with("ts", "\"2021-05-03T10:00:01Z\"").text()});
    ASSERT_EQ(outcome.rows.drops.size(), 3U);
    EXPECT_NE(outcome.rows.drops[0].digest, 0U);
    EXPECT_EQ(outcome.rows.drops[0].digest, outcome.rows.drops[1].digest);
    EXPECT_NE(outcome.rows.drops[0].digest, outcome.rows.drops[2].digest);
}

TEST(ExtendedHistory, ReadsEscapedAndForeignText) {
    const auto rows = read_row(ExtendedRow()
                                   .with("master_metadata_track_name", R"("\u30dc\u30a4\u30b9 \"x\" \\ \n")")
                                   .with("master_metadata_album_artist_name", "\"Bj\xC3\xB6rk\""));
    ASSERT_EQ(rows.listens.size(), 1U);
    EXPECT_EQ(rows.listens[0].track.track_name, "ボイス \"x\" \\");
    EXPECT_EQ(rows.listens[0].track.artist_name, "Björk");
}

TEST(ExtendedHistory, ReadsLatin1AsSuch) {
    const auto rows = read_row(ExtendedRow().with("master_metadata_album_artist_name", "\"Bj\xF6rk\""));
    ASSERT_EQ(rows.listens.size(), 1U);
    EXPECT_EQ(rows.listens[0].track.artist_name, "Björk");
}

TEST(ExtendedHistory, ReadsUtf16AndAByteOrderMark) {
    const std::string text = "[" + ExtendedRow().text() + "]";
    EXPECT_EQ(read_text("\xEF\xBB\xBF" + text).rows.listens.size(), 1U);
    EXPECT_TRUE(read_text("\xEF\xBB\xBF" + text).rows.problems.empty());
    std::string little = "\xFF\xFE";
    std::string big;
    for (const char c : text) {
        little += c;
        little += '\0';
        big += '\0';
        big += c;
    }
    EXPECT_EQ(read_text(little).rows.listens.size(), 1U);
    EXPECT_EQ(read_text(big).rows.listens.size(), 1U);
}

TEST(ExtendedHistory, TellsWhereARecordIsDamagedAndReadsTheRest) {
    const auto row = ExtendedRow().text();
    const auto broken = row.substr(0, row.size() / 2);
    const auto outcome = read_rows({row, broken, row, row});
    EXPECT_EQ(outcome.rows.listens.size(), 3U);
    ASSERT_EQ(outcome.rows.reasons(), "unreadable");
    EXPECT_EQ(outcome.rows.drops[0].place.line, 3U);
    EXPECT_EQ(outcome.rows.drops[0].place.byte, 5 + row.size() + 4);
    EXPECT_EQ(outcome.rows.drops[0].digest, 0U);
    EXPECT_EQ(outcome.rows.problem_with("damaged").place.line, 3U);
}

TEST(ExtendedHistory, TellsOfTextBetweenRecordsWithoutLosingARow) {
    const auto row = ExtendedRow().text();
    const auto outcome = read_text("[" + row + ",f\n" + row + "]");
    EXPECT_EQ(outcome.rows.listens.size(), 2U);
    EXPECT_EQ(outcome.rows.n_rows(), 2U);
    const auto problem = outcome.rows.problem_with("1 bytes");
    EXPECT_EQ(problem.place.line, 1U);
    EXPECT_EQ(problem.place.byte, row.size() + 3);
}

TEST(ExtendedHistory, CountsTheRestOfARecordWhoseBeginningIsGone) {
    const auto row = ExtendedRow().text();
    const auto outcome = read_rows({row, row.substr(20), row});
    EXPECT_EQ(outcome.rows.listens.size(), 2U);
    EXPECT_EQ(outcome.rows.reasons(), "unreadable");
}

TEST(ExtendedHistory, AccountsForEveryRowWhereverTheFileIsCut) {
    const auto row = ExtendedRow().text();
    const std::string text = "[" + row + ", " + row + ", " + row + "]";
    for (std::size_t size = row.size() + 1; size < text.size(); ++size) {
        const auto rows = read_text(std::string_view(text).substr(0, size)).rows;
        const std::size_t n_whole = (size - 1 + 2) / (row.size() + 2);
        EXPECT_EQ(rows.listens.size(), std::min<std::size_t>(n_whole, 3)) << size;
        EXPECT_LE(rows.drops.size(), 1U) << size;
    }
}

TEST(AccountHistory, ReadsMusicAndPodcasts) {
    const auto outcome = read_text(
        R"([{"endTime" : "2021-10-14 17:54", "artistName" : "Lady Gaga", "trackName" : "Rain On Me", "msPlayed" : 182200},
            {"endTime" : "2021-10-14 17:55", "podcastName" : "P", "episodeName" : "E", "msPlayed" : 1000},
            {"endTime" : "2021-10-14 17:56", "artistName" : "", "trackName" : "", "msPlayed" : 1000},
            {"endTime" : "2021-10-14 17:57", "artistName" : "A", "trackName" : "T", "msPlayed" : 0},
            {"endTime" : "2021-10-14", "artistName" : "A", "trackName" : "T", "msPlayed" : -3},
            {"endTime" : "yesterday", "artistName" : "A", "trackName" : "T", "msPlayed" : 3}])",
        "StreamingHistory_music_0.json");
    EXPECT_EQ(outcome.kind, "spotify_account");
    ASSERT_EQ(outcome.rows.listens.size(), 1U);
    const auto& listen = outcome.rows.listens[0];
    EXPECT_EQ(format_timestamp(listen.listened_at), "2021-10-14T17:50:58Z");
    EXPECT_EQ(format_timestamp(listen.ended_at), "2021-10-14T17:54:00Z");
    EXPECT_EQ(listen.track.artist_name, "Lady Gaga");
    EXPECT_EQ(outcome.rows.reasons(), "podcast no_track zero_length bad_value bad_date");
}

TEST(AccountHistory, TakesObjectsOfAnotherKindForUnreadable) {
    const auto outcome = read_text(
        R"([{"endTime": "2021-10-14 17:54", "artistName": "A", "trackName": "T", "msPlayed": 5}, {"x": 1}])");
    EXPECT_EQ(outcome.rows.listens.size(), 1U);
    EXPECT_EQ(outcome.rows.reasons(), "unreadable");
}

TEST(History, GoesByItsNameWhereTheContentSaysNothing) {
    EXPECT_EQ(read_text("", "Streaming_History_Audio_2020_1.json").kind, "spotify_extended");
    EXPECT_EQ(read_text("[]", "endsong_3.json").kind, "spotify_extended");
    EXPECT_EQ(read_text("[]", "StreamingHistory_podcast_0.json").kind, "spotify_account");
    EXPECT_EQ(read_text("[]", "other.json").kind, "");
    EXPECT_EQ(read_text("", "StreamingHistory.csv").kind, "");
}

TEST(History, GoesByItsContentAgainstItsName) {
    EXPECT_EQ(read_rows({ExtendedRow().text()}, "StreamingHistory0.json").kind, "spotify_extended");
}

}  // namespace
}  // namespace attune::sources::test
