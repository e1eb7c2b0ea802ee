#include "sources/title_line.h"

#include <gtest/gtest.h>

#include <string>

namespace attune::sources {
namespace {

TEST(TitleLine, IsSplitAtTheFirstDashBetweenBlanksOfAnyKind) {
    for (const char* const dash : {"-", "–", "—", "‒", "―", "−", "－", "‐"}) {
        const std::string line = "Vela-Norr " + std::string(dash) + " Gate - Live";
        const auto parts = split_at_dash(line);
        ASSERT_TRUE(parts) << dash;
        EXPECT_EQ(parts->left, "Vela-Norr");
        EXPECT_EQ(parts->right, "Gate - Live");
    }
    for (const char* const line : {"Vela-Norr", "- Gate", "Vela - ", "Vela -Gate", ""})
        EXPECT_FALSE(split_at_dash(line)) << line;
}

TEST(TitleLine, LosesNumbersThatAreNoNames) {
    EXPECT_EQ(without_marked_number("01 Gate"), "Gate");
    EXPECT_EQ(without_marked_number("7. Gate"), "Gate");
    EXPECT_EQ(without_marked_number("12) Gate"), "Gate");
    EXPECT_EQ(without_marked_number("#4 Gate"), "Gate");
    EXPECT_EQ(without_marked_number("1-03 Gate"), "Gate");
    EXPECT_EQ(without_marked_number("01 - Vela Norr - Gate"), "Vela Norr - Gate");
    EXPECT_EQ(without_marked_number("9 - Vela Norr - Gate"), "Vela Norr - Gate");
    for (const char* const name :
         {"99 Lanterns", "7 Rings", "20,000 Norrs - Num", "1975 - Gate", "007", "4", "Gate 7"})
        EXPECT_EQ(without_marked_number(name), name);
}

TEST(TitleLine, LosesTimeCodes) {
    EXPECT_EQ(without_time_code("0:00 Vela Norr - Gate"), "Vela Norr - Gate");
    EXPECT_EQ(without_time_code("[00:03:20] Vela Norr - Gate"), "Vela Norr - Gate");
    EXPECT_EQ(without_time_code("1:02:03 - Gate"), "Gate");
    for (const char* const line : {"4:44", "10:75 Gate", "1:2:3 Gate", "12:30am Gate"})
        EXPECT_EQ(without_time_code(line), line);
    for (const auto& [text, ms] :
         {std::pair("Gate (3:41)", 221'000), {"Gate [1:00:01]", 3'601'000}, {"Gate 0:59", 59'000}}) {
        std::string_view line = text;
        EXPECT_EQ(take_length(line), ms);
        EXPECT_EQ(line, "Gate");
    }
    for (const char* const text : {"4:44", "Gate 0:00", "Gate 3:4", "Gate 1:99", "Gate (Live)"}) {
        std::string_view line = text;
        EXPECT_EQ(take_length(line), std::nullopt) << text;
        EXPECT_EQ(line, text);
    }
}

TEST(NamedFile, TellsThePathOfEveryMannerOfAddress) {
    for (const char* const address :
         {"file:///music/a b/c.mp3", "file:///music/a%20b/c.mp3", "file://localhost/music/a%20b/c.mp3",
          "FILE:/music/a%20b/c.mp3", "/music/a b/c.mp3", "/music/a%20b/c.mp3"})
        EXPECT_EQ(named_file(address).path, "/music/a b/c.mp3") << address;
    EXPECT_EQ(named_file("file:///C:/Music/a.mp3").path, "C:/Music/a.mp3");
    EXPECT_EQ(named_file("..\\Music\\a.mp3").path, "../Music/a.mp3");
    EXPECT_EQ(named_file("100%25 pure.mp3").path, "100%25 pure.mp3") << "blanks: nothing is coded";
    EXPECT_EQ(named_file("100%.mp3").path, "100%.mp3");
    EXPECT_EQ(named_file("e\xcc\x81.mp3").path, "é.mp3");
    for (const char* const address : {"https://example.org/a.mp3", "spotify:track:1", "urn:x", ""})
        EXPECT_EQ(named_file(address).path, "") << address;
}

std::string told(std::string_view address) {
    const auto file = named_file(address);
    return file.artist + "|" + file.album + "|" + file.title;
}

TEST(NamedFile, TellsArtistAlbumAndTitle) {
    EXPECT_EQ(told("..\\Vela Norr\\Hush\\03 Gate.mp3"), "Vela Norr|Hush|Gate");
    EXPECT_EQ(told("/home/me/Music/Vela Norr/03. Gate.flac"), "Vela Norr||Gate");
    EXPECT_EQ(told("/Users/x/Music/Media/Music/Vela Norr/Hush/1-03 Gate.m4a"), "Vela Norr|Hush|Gate");
    EXPECT_EQ(told("D:\\Musik\\07 - Vela Norr - Sky & Sea.mp3"), "Vela Norr||Sky & Sea");
    EXPECT_EQ(told("Vela Norr – Mr. Gate.mp3"), "Vela Norr||Mr. Gate");
    EXPECT_EQ(told("Gate.mp3"), "||Gate");
    EXPECT_EQ(told("Music/Gate"), "||Gate");
    EXPECT_EQ(told("Unknown Artist/Unknown Album/Gate.mp3"), "||Gate");
}

}  // namespace
}  // namespace attune::sources
