#include "core/time.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

using library::MarkKind;

constexpr std::string_view playlists = R"({
  "playlists": [
    {
      "name": "Energy \u0026 &#x27;90",
      "lastModifiedDate": "2025-05-03",
      "collaborators": [{"name": "somebody"}],
      "items": [
        {"track": {"trackName": "A", "artistName": "B", "albumName": 1989, "trackUri": "spotify:track:0123456789abcdefghijAB"},
         "episode": null, "audiobook": null, "localTrack": null, "addedDate": "2025-05-02"},
        {"track": {"trackName": "C", "artistName": "D", "albumName": "E"}, "episode": null, "localTrack": null},
        {"track": null, "episode": {"episodeName": "x", "showName": "y", "episodeUri": "z"}, "localTrack": null},
        {"track": null, "episode": null, "audiobook": {"audiobookName": "x"}, "localTrack": null},
        {"track": null, "episode": null, "localTrack": {"uri": "spotify:local:a:b:c:1"}},
        {"track": null, "episode": null, "localTrack": null, "addedDate": "2020-01-01"}
      ],
      "description": "{ \"name\": \"trap\", \"items\": [",
      "numberOfFollowers": 1
    },
    {"name": "Same", "items": [], "description": null},
    {"name": "Same", "items": [{"track": {"trackName": "F", "artistName": "G"}}]},
    {"name": "Same", "items": [{"track": {"trackName": "H", "artistName": "I"}}], "numberOfFollowers": 0}
  ]
})";

TEST(Playlists, ReadsAllFormatsOfItems) {
    const auto outcome = read_text(playlists, "Playlist1.json");
    EXPECT_EQ(outcome.kind, "spotify_playlists");
    EXPECT_TRUE(outcome.rows.problems.empty());
    ASSERT_EQ(outcome.rows.entries.size(), 4U);
    const auto& first = outcome.rows.entries[0];
    EXPECT_EQ(first.playlist_name, "Energy & '90");
    EXPECT_EQ(first.track.release_name, "1989");
    EXPECT_EQ(first.track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(format_date(first.added_at.value()), "2025-05-02");
    EXPECT_EQ(first.added_by, "");
    EXPECT_EQ(outcome.rows.entries[1].added_at, std::nullopt);
    EXPECT_EQ(outcome.rows.reasons(), "podcast audiobook local_file no_track");
}

TEST(Playlists, NumbersThoseOfOneName) {
    const auto rows = read_text(playlists).rows;
    EXPECT_EQ(rows.entries[2].playlist_name, "Same");
    EXPECT_EQ(rows.entries[2].playlist_number, 1U);  // 0 is empty
    EXPECT_EQ(rows.entries[3].playlist_number, 2U);
}

TEST(Playlists, ReadsWhatStandsBeforeAndBehindDamage) {
    std::string text(playlists);
    const auto at = text.find("\"trackName\": \"C\"");
    text.replace(at, 16, "\"trackName: \"C\"");
    const auto rows = read_text(text).rows;
    ASSERT_EQ(rows.entries.size(), 3U);
    EXPECT_EQ(rows.entries[1].playlist_name, "Same");
    EXPECT_EQ(rows.reasons(), "unreadable podcast audiobook local_file no_track");
    EXPECT_EQ(rows.problem_with("damaged").place.line, 10U);
}

TEST(Playlists, CountsAnItemWhoseBeginningIsGone) {
    std::string text(playlists);
    const auto at = text.find("{\"track\": {\"trackName\": \"C\"");
    text.replace(at, 9, "xxxxxxxxx");
    const auto rows = read_text(text).rows;
    EXPECT_EQ(rows.entries.size(), 3U);
    EXPECT_EQ(rows.n_dropped(DropReason::unreadable), 1U);
}

TEST(Playlists, NamesAPlaylistWhoseNameIsGone) {
    const auto rows =
        read_text(R"({"playlists": [{"items": [{"track": {"trackName": "A", "artistName": "B"}}]}]})").rows;
    ASSERT_EQ(rows.entries.size(), 1U);
    EXPECT_EQ(rows.entries[0].playlist_name, "Playlist 1");
    EXPECT_EQ(rows.problems.size(), 1U);
}

constexpr std::string_view library_text = R"({
  "tracks": [
    {"artist": "A", "album": 1989, "track": "T", "uri": "spotify:track:0123456789abcdefghijAB"},
    {"artist": "A", "album": "x", "track": null}
  ],
  "albums": [{"artist": "A", "album": "X", "uri": "spotify:album:1"}],
  "shows": [{"name": "S", "publisher": "P", "uri": "spotify:show:1"}],
  "episodes": [{"name": "E", "show": "S", "uri": "spotify:episode:1"}],
  "bannedTracks": [{"artist": "B", "track": "U", "uri": "spotify:track:1123456789abcdefghijAB"}],
  "artists": [{"name": "C", "uri": "spotify:artist:1"}],
  "bannedArtists": [{"name": "D", "uri": "spotify:artist:2"}],
  "other": ["spotify:x"]
})";

TEST(YourLibrary, ReadsMarksOfAllKinds) {
    const auto outcome = read_text(library_text, "YourLibrary.json");
    EXPECT_EQ(outcome.kind, "spotify_library");
    const auto& marks = outcome.rows.marks;
    ASSERT_EQ(marks.size(), 4U);
    EXPECT_EQ(marks[0].kind, MarkKind::saved_track);
    EXPECT_EQ(marks[0].track.release_name, "1989");
    EXPECT_EQ(marks[0].track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(marks[1].kind, MarkKind::banned_track);
    EXPECT_EQ(marks[1].track.track_name, "U");
    EXPECT_EQ(marks[2].kind, MarkKind::followed_artist);
    EXPECT_EQ(marks[2].track.artist_name, "C");
    EXPECT_EQ(marks[3].kind, MarkKind::banned_artist);
    EXPECT_EQ(outcome.rows.reasons(), "no_track no_track podcast podcast");
    EXPECT_TRUE(outcome.rows.problems.empty());
}

TEST(YourLibrary, NeverTakesABannedTrackForASavedOne) {
    std::string text(library_text);
    text.replace(text.find("\"bannedTracks\": ["), 17, "\"bannedTracks\": #");
    const auto rows = read_text(text).rows;
    for (const auto& mark : rows.marks) EXPECT_NE(mark.track.track_name, "U");
    EXPECT_EQ(rows.n_dropped(DropReason::unreadable), 1U);
}

TEST(YourLibrary, ReadsWhatStandsBehindDamage) {
    std::string text(library_text);
    text.replace(text.find("\"track\": \"T\""), 12, "\"track\": \"T\n");
    const auto rows = read_text(text).rows;
    EXPECT_EQ(rows.marks.size(), 3U);
    EXPECT_EQ(rows.n_dropped(DropReason::unreadable), 1U);
}

}  // namespace
}  // namespace attune::sources::test
