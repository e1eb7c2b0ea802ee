#include "playlists/export_format.h"

#include "core/error.h"
#include "core/json.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

namespace attune::playlists {
namespace {

ExportList two_tracks() {
    return {
        "Picks & more",
        false,
        {{"Ina Tolvane", "Paper Harbour", "Second Light", 181'499, "0Hi2e0tK8xefutVU3oE9JG", "ZZABC2100001",
          "0b1d8d2a-7f60-4c1c-9d7e-0d2f1d3b7a11", 1.25, 0.75, "near \"Salt Feathers\", calm"},
         {"Lomi, the Fire", "What <You>?", "", std::nullopt, "", "", "", std::nullopt, std::nullopt, ""}}};
}

std::string written(std::string_view format, const ExportList& list) {
    return export_format(format).write(list);
}

TEST(M3u8, IsAsPlayersExpectIt) {
    EXPECT_EQ(written("m3u8", two_tracks()),
              "#EXTM3U\n"
              "#PLAYLIST:Picks & more\n"
              "#EXTINF:181,Ina Tolvane - Paper Harbour\n"
              "spotify:track:0Hi2e0tK8xefutVU3oE9JG\n"
              "# nowhere to be found: Lomi, the Fire - What <You>?\n");
}

TEST(M3u8, SaysMinusOneForALengthThatIsNotKnown) {
    ExportList list{"x", false, {{.artist = "A", .title = "B", .spotify_id = "0Hi2e0tK8xefutVU3oE9JG"}}};
    EXPECT_NE(written("m3u8", list).find("#EXTINF:-1,A - B\n"), std::string::npos);
}

TEST(Xspf, IsTheXmlOfVersionOne) {
    EXPECT_EQ(
        written("xspf", two_tracks()),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">\n"
        "  <title>Picks &amp; more</title>\n"
        "  <creator>attune</creator>\n"
        "  <trackList>\n"
        "    <track>\n"
        "      <location>https://open.spotify.com/track/0Hi2e0tK8xefutVU3oE9JG</location>\n"
        "      "
        "<identifier>https://musicbrainz.org/recording/0b1d8d2a-7f60-4c1c-9d7e-0d2f1d3b7a11</identifier>\n"
        "      <identifier>spotify:track:0Hi2e0tK8xefutVU3oE9JG</identifier>\n"
        "      <identifier>urn:isrc:ZZABC2100001</identifier>\n"
        "      <title>Paper Harbour</title>\n"
        "      <creator>Ina Tolvane</creator>\n"
        "      <annotation>near \"Salt Feathers\", calm</annotation>\n"
        "      <album>Second Light</album>\n"
        "      <duration>181499</duration>\n"
        "    </track>\n"
        "    <track>\n"
        "      <title>What &lt;You&gt;?</title>\n"
        "      <creator>Lomi, the Fire</creator>\n"
        "    </track>\n"
        "  </trackList>\n"
        "</playlist>\n");
}

TEST(Jspf, HasIdentifiersAsLists) {
    const auto playlist = Json::parse(written("jspf", two_tracks()))["playlist"];
    EXPECT_EQ(playlist["title"], "Picks & more");
    const auto& first = playlist["track"][0];
    EXPECT_EQ(first["identifier"],
              Json::array({"https://musicbrainz.org/recording/0b1d8d2a-7f60-4c1c-9d7e-0d2f1d3b7a11",
                           "https://open.spotify.com/track/0Hi2e0tK8xefutVU3oE9JG"}));
    EXPECT_EQ(first["location"], Json::array({"https://open.spotify.com/track/0Hi2e0tK8xefutVU3oE9JG"}));
    EXPECT_EQ(first["duration"], 181'499);
    EXPECT_EQ(first["extension"]["https://musicbrainz.org/doc/jspf#track"]["additional_metadata"]["isrc"],
              "ZZABC2100001");
    EXPECT_EQ(playlist["track"][1]["identifier"], Json::array());
    EXPECT_FALSE(playlist["track"][1].contains("duration"));
}

TEST(Csv, QuotesWhatItMust) {
    EXPECT_EQ(written("csv", two_tracks()),
              "rank,artist,title,release,uri,isrc,recording_mbid,duration_ms,score,probability,reasons\r\n"
              "1,Ina Tolvane,Paper Harbour,Second Light,spotify:track:0Hi2e0tK8xefutVU3oE9JG,ZZABC2100001,"
              "0b1d8d2a-7f60-4c1c-9d7e-0d2f1d3b7a11,181499,1.25,0.75,\"near \"\"Salt Feathers\"\", calm\"\r\n"
              "2,\"Lomi, the Fire\",What <You>?,,,,,,,,\r\n");
}

TEST(JsonList, HasEverythingThatIsKnown) {
    const auto document = Json::parse(written("json", two_tracks()));
    EXPECT_EQ(document["name"], "Picks & more");
    EXPECT_EQ(document["simulated"], false);
    EXPECT_EQ(document["tracks"][0], (Json{{"rank", 1},
                                           {"artist", "Ina Tolvane"},
                                           {"title", "Paper Harbour"},
                                           {"release", "Second Light"},
                                           {"uri", "spotify:track:0Hi2e0tK8xefutVU3oE9JG"},
                                           {"isrc", "ZZABC2100001"},
                                           {"recording_mbid", "0b1d8d2a-7f60-4c1c-9d7e-0d2f1d3b7a11"},
                                           {"duration_ms", 181'499},
                                           {"score", 1.25},
                                           {"probability", 0.75},
                                           {"reasons", "near \"Salt Feathers\", calm"}}));
    EXPECT_EQ(document["tracks"][1],
              (Json{{"rank", 2}, {"artist", "Lomi, the Fire"}, {"title", "What <You>?"}}));
}

TEST(SpotifyUris, IsOneALineWithoutWhatHasNone) {
    EXPECT_EQ(written("spotify-uris", two_tracks()), "spotify:track:0Hi2e0tK8xefutVU3oE9JG\n");
}

struct HostileName {
    std::string name;
    std::string as_one_line;
};

void PrintTo(const HostileName& hostile, std::ostream* out) { *out << hostile.as_one_line; }

class HostileNames : public testing::TestWithParam<HostileName> {
  protected:
    ExportList list_{GetParam().name,
                     false,
                     {{.artist = GetParam().name,
                       .title = GetParam().name,
                       .spotify_id = "0Hi2e0tK8xefutVU3oE9JG",
                       .reasons = GetParam().name}}};
};

TEST_P(HostileNames, ComeBackFromXspf) {
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(written("xspf", list_).c_str(),
                                     pugi::parse_default | pugi::parse_ws_pcdata_single));
    const auto track = document.child("playlist").child("trackList").child("track");
    EXPECT_EQ(document.child("playlist").child_value("title"), GetParam().as_one_line);
    EXPECT_EQ(track.child_value("title"), GetParam().as_one_line);
    EXPECT_EQ(track.child_value("creator"), GetParam().as_one_line);
}

TEST_P(HostileNames, ComeBackFromJson) {
    const auto jspf = Json::parse(written("jspf", list_));
    EXPECT_EQ(jspf["playlist"]["track"][0]["title"], GetParam().as_one_line);
    EXPECT_EQ(Json::parse(written("json", list_))["tracks"][0]["artist"], GetParam().as_one_line);
}

TEST_P(HostileNames, LeaveLinesAlone) {
    const std::string name = GetParam().as_one_line;
    const auto artist = name.starts_with('#') ? fmt::format("#EXTART:{}\n", name) : std::string();
    EXPECT_EQ(
        written("m3u8", list_),
        fmt::format("#EXTM3U\n#PLAYLIST:{0}\n#EXTINF:-1,{0} - {0}\n{1}spotify:track:0Hi2e0tK8xefutVU3oE9JG\n",
                    name, artist));
    const auto csv = written("csv", list_);
    EXPECT_EQ(std::ranges::count(csv, '\n'), 2);
    EXPECT_EQ(std::ranges::count(csv, '"') % 2, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Names, HostileNames,
    testing::Values(HostileName{"two\nlines\r\nand\tmore", "two lines  and more"},
                    HostileName{"\"quoted\", 'and' so", "\"quoted\", 'and' so"},
                    HostileName{"<![CDATA[ x ]]> & &amp; <b>", "<![CDATA[ x ]]> & &amp; <b>"},
                    HostileName{"emoji \U0001F3B6\U0001F468\u200D\U0001F469",
                                "emoji \U0001F3B6\U0001F468\u200D\U0001F469"},
                    HostileName{"\u0645\u0648\u0633\u064A\u0642\u0649 \u202Ertl",
                                "\u0645\u0648\u0633\u064A\u0642\u0649 \u202Ertl"},
                    HostileName{std::string("nul\0 bell\a esc\x1B del\x7F", 20), "nul  bell  esc  del"},
                    HostileName{"separators\u2028and\u2029next\u0085line", "separators and next line"},
                    HostileName{"no character \xEF\xBF\xBF.", "no character ."},
                    HostileName{"latin \xE9t\xE9", "latin \u00E9t\u00E9"}, HostileName{"#EXTM3U", "#EXTM3U"},
                    HostileName{"=1+1", "=1+1"}));

TEST(ExportFormats, AreFoundByTheFileNameToo) {
    EXPECT_EQ(find_format_of_file("my.picks.XSPF")->name, "xspf");
    EXPECT_EQ(find_format_of_file("old.m3u")->name, "m3u8");
    EXPECT_EQ(find_format_of_file("uris.txt")->name, "spotify-uris");
    EXPECT_EQ(find_format_of_file("picks"), nullptr);
    EXPECT_EQ(find_format_of_file("picks.pdf"), nullptr);
}

TEST(ExportFormats, NameTheOthersWhenThereIsNoSuchOne) {
    try {
        export_format("pls");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
        EXPECT_STREQ(error.what(), "no format 'pls'; there are: m3u8, xspf, jspf, csv, json, spotify-uris");
    }
}

}  // namespace
}  // namespace attune::playlists
