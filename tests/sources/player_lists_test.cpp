#include "sources/recorded.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::sources::test {
namespace {

using Names = std::vector<std::string>;

Names names_of(const Outcome& outcome) {
    Names names;
    for (const auto& entry : outcome.rows.entries)
        names.push_back(entry.track.artist_name + " | " + entry.track.track_name);
    return names;
}

Names m3u(std::string_view text) { return names_of(read_text(text, "list.m3u")); }

TEST(M3u, IsReadWithAnyEndsOfLines) {
    for (const char* const end : {"\n", "\r\n", "\r"}) {
        std::string text;
        for (const char* const line :
             {"#EXTM3U", "#EXTINF:200,Vela Norr - Gate", "a.mp3", "", "#EXTINF:180,Orla Fenn - Fen", "b.mp3"})
            text += std::string(line) + end;
        EXPECT_EQ(m3u(text), (Names{"Vela Norr | Gate", "Orla Fenn | Fen"}));
    }
}

TEST(M3u, IsReadInTheCodePageOfItsPlayer) {
    EXPECT_EQ(m3u("#EXTM3U\r\n#EXTINF:201,DJ T\xf6rn \x96 Gr\xfc\xdf"
                  "e\r\na.mp3\r\n"),
              Names{"DJ Törn | Grüße"});
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,\x8c\xae\xef - \x8c\xe3\xa7\xeb\xaa\xa0\na.mp3\n"),
              Names{"Моя | Музыка"});
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,\x89\xb9\x8a\x79\x89\xc6 - \x83v\x83\x8c\x83\x43\na.mp3\n"),
              Names{"音楽家 | プレイ"});
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string_view("#EXTM3U\n#EXTINF:1,A - \xe9\nx\n")) utf16 += {c, '\0'};
    EXPECT_EQ(m3u(utf16), Names{"A | é"});
}

TEST(M3u, KnowsAttributesAndCommas) {
    EXPECT_EQ(
        m3u("#EXTM3U\n#EXTINF:250,Kao, Ai, Cho - Mori\na\n#EXTINF:-1 id=\"x, y\" t=\"G\",Vela Norr - Gate - "
            "Live\nb\n"
            "#EXTINF:123.45,Orla Fenn - Fen\nc\n#EXTINF:9 artist=\"Vela - Norr\" title=\"Sky\",Sky\nd\n"),
        (Names{"Kao, Ai, Cho | Mori", "Vela Norr | Gate - Live", "Orla Fenn | Fen", "Vela - Norr | Sky"}));
    const auto rows =
        read_text("#EXTM3U\n#EXTINF:123.5,A - B\na\n#EXTINF:3:41,A - C\nb\n#EXTINF:-1,A - D\nc\n", "x.m3u")
            .rows;
    EXPECT_EQ(rows.entries.at(0).track.duration_ms, 123'500);
    EXPECT_EQ(rows.entries.at(1).track.duration_ms, 221'000);
    EXPECT_EQ(rows.entries.at(2).track.duration_ms, std::nullopt);
}

TEST(M3u, TakesTheArtistFromItsTag) {
    EXPECT_EQ(m3u("#EXTM3U\n#EXTART:Vela Norr\n#EXTALB:Hush\n#EXTINF:1,Gate\na\n#EXTINF:1,Moss\n#EXTART:Orla "
                  "Fenn\nb\n"),
              (Names{"Vela Norr | Gate", "Orla Fenn | Moss"}));
    EXPECT_EQ(m3u("#EXTM3U\n#EXTART:Vela Norr\n#EXTINF:1,Gate\na\n#EXTINF:1,Moss - Live\nb\n"),
              (Names{"Vela Norr | Gate", "Vela Norr | Moss - Live"}))
        << "one tag before all is of the album";
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,A - B - C - D\n#EXTART:A - B\nx\n"), Names{"A - B | C - D"});
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,Vela Norr - Gate\n#EXTART:Vela Norr\nx\n"), Names{"Vela Norr | Gate"});
}

TEST(M3u, FindsWhoIsTheArtistByThePaths) {
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:257,Winterling - Mara Deen\n/M/Mara Deen/Chant/06 Winterling.m4a\n"
                  "#EXTINF:200,Gate - Vela Norr\n/M/x.m4a\n"),
              (Names{"Mara Deen | Winterling", "Vela Norr | Gate"}));
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,Vela Norr - Gate\n/M/Vela Norr/Hush/Gate.mp3\n"),
              Names{"Vela Norr | Gate"});
}

TEST(M3u, KnowsNumbersThatCountUp) {
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,1 Vela Norr - Gate\na\n#EXTINF:1,2 Orla Fenn - Fen\nb\n#EXTINF:1,3 "
                  "Doors - Here\nc\n"),
              (Names{"Vela Norr | Gate", "Orla Fenn | Fen", "Doors | Here"}));
    EXPECT_EQ(m3u("#EXTM3U\n#EXTINF:1,3 Doors - Here\nc\n"), Names{"3 Doors | Here"});
}

TEST(M3u, OfPathsAloneTellsWhatTheyTell) {
    const auto rows =
        read_text("Vela%20Norr/Hush/03%20Gate.mp3\nD:\\Musik\\Orla Fenn - Fen.mp3\nonly.mp3\n", "x.m3u8")
            .rows;
    ASSERT_EQ(rows.entries.size(), 3U);
    EXPECT_EQ(rows.entries[0].track.artist_name, "Vela Norr");
    EXPECT_EQ(rows.entries[0].track.release_name, "Hush");
    EXPECT_EQ(rows.entries[0].file, "Vela Norr/Hush/03 Gate.mp3");
    EXPECT_EQ(rows.entries[1].track.artist_name, "Orla Fenn");
    EXPECT_EQ(rows.entries[2].track.artist_name, "");
    EXPECT_EQ(rows.entries[2].file, "only.mp3") << "the library may know it";
}

TEST(TrackLists, AreReadWithNumbersAndTimeCodes) {
    EXPECT_EQ(
        names_of(read_text("0:00 Vela Norr - Gate\n3:20 Orla Fenn – Fen\n1:02:03 Vela Norr — Sky (4:10)\n",
                           "mix.txt")),
        (Names{"Vela Norr | Gate", "Orla Fenn | Fen", "Vela Norr | Sky"}));
    EXPECT_EQ(names_of(read_text("1. Vela Norr - Gate\r2. Orla Fenn - Fen\r3. Vela Norr - Sky\r", "mix.txt")),
              (Names{"Vela Norr | Gate", "Orla Fenn | Fen", "Vela Norr | Sky"}));
    EXPECT_EQ(
        read_text("A letter to you - yes, you.\nIt has many lines.\nNone is a track.\n", "letter.txt").kind,
        "");
}

TEST(Pls, KeepsTheOrderOfItsNumbers) {
    const auto outcome = read_text(
        "[playlist]\nTitle2=Orla Fenn - Fen\nFile2=b.mp3\nFile1=http://example.org/x\nTitle1=Vela Norr - "
        "Gate\n"
        "Length1=200\nFile10=Vela Norr/Hush/Sky.mp3\nNumberOfEntries=3\n",
        "x.pls");
    EXPECT_EQ(outcome.kind, "pls");
    EXPECT_EQ(names_of(outcome), (Names{"Vela Norr | Gate", "Orla Fenn | Fen", "Vela Norr | Sky"}));
    EXPECT_EQ(outcome.rows.entries[0].track.duration_ms, 200'000);
}

std::string xspf(std::string_view tracks) {
    return "<?xml version=\"1.0\"?><playlist xmlns=\"http://xspf.org/ns/0/\"><title>Road</title><trackList>" +
           std::string(tracks) + "</trackList></playlist>";
}

TEST(Xspf, IsReadHoweverItsXmlIsWritten) {
    const std::string prefixed =
        "<x:playlist xmlns:x=\"http://xspf.org/ns/0/\"><x:title>Road</x:title><x:trackList><x:track>"
        "<x:creator>Vela Norr</x:creator><x:title>Gate</x:title></x:track></x:trackList></x:playlist>";
    const auto outcome = read_text(prefixed, "x.xspf");
    EXPECT_EQ(names_of(outcome), Names{"Vela Norr | Gate"});
    EXPECT_EQ(outcome.rows.entries.at(0).playlist_name, "Road");
    EXPECT_EQ(names_of(read_text(xspf("<track id='1' ><creator><![CDATA[A & B]]></creator><title>F &lt;3 "
                                      "&#233;&#x1F3A7;</title></track >"
                                      "<!-- <track><title>no</title></track> "
                                      "--><track\n><title>T</title><creator>C</creator></track>"),
                                 "x.xspf")),
              (Names{"A & B | F <3 é🎧", "C | T"}));
    EXPECT_EQ(names_of(read_text("<!DOCTYPE playlist [<!ENTITY me \"Vela "
                                 "Norr\">]><playlist><trackList><track><creator>&me;</creator>"
                                 "<title>Gate</title></track></trackList></playlist>",
                                 "x.xspf")),
              Names{"Vela Norr | Gate"});
    EXPECT_EQ(
        names_of(read_text(
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" +
                xspf("<track><creator>\xcc\xee\xff</creator><title>\xcc\xf3\xe7\xfb\xea\xe0</title></track>"),
            "x.xspf")),
        Names{"Моя | Музыка"});
}

TEST(Xspf, KeepsTracksWithOddCharacters) {
    EXPECT_EQ(names_of(read_text(xspf("<track><creator>V</creator><title>W&#56553;x</title></"
                                      "track><track><creator>V & N</creator><title>A"
                                      "</title></track><track><creator>V</creator><title>G\x01O</title></"
                                      "track><track><creator>V</creator>"
                                      "<title>&#55356;&#57255;</title></track>"),
                                 "x.xspf")),
              (Names{"V | W\xEF\xBF\xBDx", "V & N | A", "V | G O", "V | 🎧"}));
}

TEST(Xspf, TakesFromThePathWhatIsNotSaid) {
    const auto outcome = read_text(
        xspf("<track><location>file:///m/Vela%20Norr/Hush/03%20Gate.mp3</location></track>"), "x.xspf");
    EXPECT_EQ(names_of(outcome), Names{"Vela Norr | Gate"});
    EXPECT_EQ(outcome.rows.entries.at(0).file, "/m/Vela Norr/Hush/03 Gate.mp3");
}

TEST(Wpl, AndItsKinAreRead) {
    EXPECT_EQ(
        names_of(read_text("<?wpl version=\"1.0\"?><smil><head><title>R</title></head><body><seq><media "
                           "src=\"..\\Vela Norr\\Hush\\03 "
                           "Gate.mp3\"/><media src=\"x.wma\" trackTitle=\"A &amp; B\" "
                           "trackArtist=\"C\"/></seq></body></smil>",
                           "x.wpl")),
        (Names{"Vela Norr | Gate", "C | A & B"}));
    EXPECT_EQ(names_of(read_text("<ASX Version=\"3\"><ENTRY><TITLE>Gate</TITLE><Author>Vela "
                                 "Norr</Author><Ref HREF=\"a.mp3\"/></ENTRY></ASX>",
                                 "x.asx")),
              Names{"Vela Norr | Gate"});
}

}  // namespace
}  // namespace attune::sources::test
