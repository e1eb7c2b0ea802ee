#include "sources/playlist_file.h"

#include "core/time.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

TEST(M3u, ReadsNamesLinksAndPaths) {
    const auto outcome = read_text(
        "\xEF\xBB\xBF#EXTM3U\r\n#PLAYLIST:Mine\r\n\r\n"
        "#EXTINF:223,A - T\r\nmusic/x.mp3\r\n"
        "#EXTINF:-1,A - U\r\nhttps://open.spotify.com/track/0123456789abcdefghijAB\r\n"
        "spotify:track:1123456789abcdefghijAB\r\n"
        "music\\B - V.flac\r\n"
        "music/01.mp3\r\n",
        "list.m3u8");
    EXPECT_EQ(outcome.kind, "m3u");
    const auto& entries = outcome.rows.entries;
    ASSERT_EQ(entries.size(), 5U);
    EXPECT_EQ(entries[0].playlist_name, "Mine");
    EXPECT_EQ(entries[0].track.artist_name, "A");
    EXPECT_EQ(entries[0].track.duration_ms, 223000);
    EXPECT_EQ(entries[1].track.track_name, "U");
    EXPECT_EQ(entries[1].track.duration_ms, std::nullopt);
    EXPECT_EQ(entries[1].track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(entries[2].track.artist_name, "");
    EXPECT_EQ(entries[3].track.artist_name, "B");
    EXPECT_EQ(entries[3].track.track_name, "V");
    EXPECT_EQ(entries[4].track.artist_name, "") << "the library may know the file";
    EXPECT_EQ(entries[4].file, "music/01.mp3");
    EXPECT_EQ(outcome.rows.reasons(), "");
    EXPECT_EQ(outcome.rows.places[0].line, 5U);
}

TEST(M3u, NamesAPlaylistOfNoNameAfterItsFile) {
    const auto rows = read_text("#EXTM3U\n#PLAYLIST:\nx/A - T.mp3\n", "mine.m3u8").rows;
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_EQ(rows.entries[0].playlist_name, "mine");
}

constexpr std::string_view xspf = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE playlist [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<playlist version="1" xmlns="http://xspf.org/ns/0/">
  <title>R&amp;B</title>
  <trackList>
    <track><title>T</title><creator>A</creator><album>L</album><duration>180000</duration>
      <location>https://open.spotify.com/track/0123456789abcdefghijAB</location></track>
    <track><title>U</title><creator>B &secret;</creator>
      <identifier>https://musicbrainz.org/recording/f1c9cce1-0ad6-4cc6-9a5a-1234567890ab</identifier></track>
    <track><title>V</title></track>
  </trackList>
</playlist>)";

TEST(Xspf, ReadsTracksAndNothingOutsideOfTheFile) {
    const auto outcome = read_text(xspf, "x.xspf");
    EXPECT_EQ(outcome.kind, "xspf");
    const auto& entries = outcome.rows.entries;
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].playlist_name, "R&B");
    EXPECT_EQ(entries[0].track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(entries[0].track.duration_ms, 180000);
    EXPECT_EQ(entries[1].track.recording_mbid, "f1c9cce1-0ad6-4cc6-9a5a-1234567890ab");
    EXPECT_EQ(entries[1].track.artist_name, "B &secret;");
    EXPECT_EQ(outcome.rows.reasons(), "no_track");
    EXPECT_EQ(outcome.rows.places[1].line, 8U);
}

TEST(Xspf, LosesOnlyDamagedTracks) {
    std::string text(xspf);
    text.replace(text.find("<creator>A</creator>"), 20, "<creator>A</cre tor>");
    const auto rows = read_text(text).rows;
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_EQ(rows.entries[0].track.track_name, "U");
    EXPECT_EQ(rows.reasons(), "unreadable no_track");
    const auto cut = read_text(xspf.substr(0, xspf.find("<title>U"))).rows;
    EXPECT_EQ(cut.entries.size(), 1U);
    EXPECT_EQ(cut.reasons(), "unreadable");
}

constexpr std::string_view jspf = R"({"playlist": {"title": "Mine", "creator": "x", "track": [
  {"title": "T", "creator": "A", "album": "L", "duration": 180000,
   "identifier": ["https://musicbrainz.org/recording/f1c9cce1-0ad6-4cc6-9a5a-1234567890ab"],
   "extension": {"https://musicbrainz.org/doc/jspf#track": {"added_at": "2023-01-02T03:04:05.678+00:00", "added_by": "x"}}},
  {"title": "U", "creator": "B", "identifier": "https://open.spotify.com/track/0123456789abcdefghijAB"},
  {"title": 5, "creator": null, "duration": "x"}, 17]}})";

TEST(Xspf, TellsOfAMillionTracksThatAreLeftOpen) {
    // Each looked for its end up to that of the file, which would take for ever.
    std::string text = "<playlist xmlns=\"http://xspf.org/ns/0/\"><trackList>";
    for (int i = 0; i < 1'000'000; ++i) text += "<track>";
    const auto rows = read_text(text + "<title>Salt</title><creator>Ina Tolvane</creator></track>").rows;
    EXPECT_EQ(rows.drops.size(), 999'999U);
    EXPECT_EQ(rows.entries.size(), 1U);
}

TEST(Jspf, ReadsOldAndNewFiles) {
    const auto outcome = read_text(jspf, "x.jspf");
    EXPECT_EQ(outcome.kind, "jspf");
    const auto& entries = outcome.rows.entries;
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].playlist_name, "Mine");
    EXPECT_EQ(entries[0].track.recording_mbid, "f1c9cce1-0ad6-4cc6-9a5a-1234567890ab");
    EXPECT_EQ(format_timestamp(entries[0].added_at.value()), "2023-01-02T03:04:05Z");
    EXPECT_EQ(entries[0].added_by, adder_label("x"));
    EXPECT_EQ(entries[1].added_by, "");
    EXPECT_EQ(entries[1].track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(outcome.rows.reasons(), "no_track unreadable");
}

TEST(Jspf, SaysThatADamagedFileCannotBeRead) {
    const auto rows = read_text(jspf.substr(0, jspf.size() - 5)).rows;
    EXPECT_EQ(rows.reasons(), "unreadable");
    EXPECT_EQ(rows.problems.size(), 1U);
}

TEST(TrackList, ReadsLinks) {
    const auto outcome = read_text(
        "spotify:track:0123456789abcdefghijAB\nhttps://open.spotify.com/track/1123456789abcdefghijAB?si=1\n",
        "x");
    EXPECT_EQ(outcome.kind, "track_list");
    EXPECT_EQ(outcome.rows.entries.size(), 2U);
}

TEST(TrackList, ReadsNamesOnlyFromTextFiles) {
    EXPECT_EQ(read_text("A - T\nB - U - Live\n", "x.txt").rows.entries.size(), 2U);
    EXPECT_EQ(read_text("A - T\nB - U\n", "x.md").kind, "");
    EXPECT_EQ(read_text("Dear Sir,\nthis is a letter - of sorts.\nYours\n", "x.txt").kind, "");
}

}  // namespace
}  // namespace attune::sources::test
