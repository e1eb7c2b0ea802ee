#include "sources/files.h"

#include "core/error.h"
#include "core/text.h"
#include "sources/file_names.h"
#include "sources/streams.h"
#include "sources/written_archive.h"

#include <gtest/gtest.h>

#include <archive.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace attune::sources {
namespace {

namespace fs = std::filesystem;

struct Visited {
    std::vector<std::string> names;  // below the path that was visited
    std::vector<std::string> texts;
    std::vector<std::string> problems;
    std::map<std::string, int> passed;
    std::vector<std::string> sniffed;  // those whose name promises nothing
};

Visited visit(const fs::path& path) {
    Visited visited;
    visit_files(
        path,
        {[&](const SourceFile& file, ByteStream& in) {
             if (!file.other_kind.empty()) visited.sniffed.push_back(file.name);
             visited.names.push_back(file.path.substr(std::min(file.path.size(), path.string().size() + 1)));
             visited.texts.push_back(read_whole(in, std::size_t{1} << 30U).text);
         },
         [&](const std::string& where, const std::string& message) {
             visited.problems.push_back(where + ": " + message);
         },
         [&](const std::string& /*where*/, std::string_view kind) { ++visited.passed[std::string(kind)]; }});
    return visited;
}

std::string read_bytes(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Files : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("attune_files_test_" + std::to_string(::getpid()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path write(const std::string& name, std::string_view text) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return folder_ / name;
    }

    fs::path write_zip(const std::string& name, const std::vector<Entry>& entries,
                       const char* password = nullptr) {
        const fs::path path = folder_ / name;
        archive* const zip = archive_write_new();
        archive_write_set_format_zip(zip);
        if (password != nullptr) {
            archive_write_set_options(zip, "zip:encryption=traditional");
            archive_write_set_passphrase(zip, password);
        }
        write_archive(zip, path, entries);
        return path;
    }

    fs::path folder_;
};

using Names = std::vector<std::string>;

TEST_F(Files, AreVisitedInOrder) {
    write("f/x.csv", "t");
    write("f/YourLibrary.json", "l");
    write("f/deep/er/Playlist1.json", "p");
    write("f/Streaming_History_Audio_2020_1.json", "b");
    write("f/deep/Streaming_History_Audio_2019_0.json", "a");
    write("f/list.m3u8", "m");
    const auto visited = visit(folder_ / "f");
    EXPECT_EQ(visited.names,
              (Names{"deep/Streaming_History_Audio_2019_0.json", "Streaming_History_Audio_2020_1.json",
                     "deep/er/Playlist1.json", "list.m3u8", "YourLibrary.json", "x.csv"}));
    EXPECT_EQ(visited.texts, (Names{"a", "b", "p", "m", "l", "t"}));
    EXPECT_TRUE(visited.problems.empty());
}

TEST_F(Files, AreShownInUtf8WhateverTheirNamesAre) {
    write("f/caf\xe9/t\xeate.csv", "x");
    write_zip("f/gar\xe7on.zip", {{"fa\xe7"
                                   "ade/M\xfcsik.csv",
                                   "y"}});
    for (const auto& named :
         {folder_ / "f", folder_ / "f/caf\xe9/t\xeate.csv", folder_ / "f/gar\xe7on.zip"}) {
        Names shown;
        visit_files(named, {[&](const SourceFile& file, ByteStream&) {
                                shown.insert(shown.end(), {file.path, file.name});
                            },
                            [](const std::string& where, const std::string& message) {
                                FAIL() << where << message;
                            }});
        ASSERT_FALSE(shown.empty());
        for (const auto& text : shown) EXPECT_TRUE(is_valid_utf8(text)) << text;
    }
    EXPECT_EQ(visit(folder_ / "f/gar\xe7on.zip").texts, Names{"y"});
}

TEST_F(Files, OfAPersonAreNotOpened) {
    for (const char* const name :
         {"Userdata.json", "Payments.json", "Identity.json", "Identifiers.json", "Inferences.json",
          "SearchQueries.json", "Follow.json", "Marquee.json", "notes.txt", ".hidden/endsong_0.json",
          "__MACOSX/endsong_0.json", "._endsong_0.json"}) {
        write(std::string("f/") + name, "[]");
    }
    fs::create_symlink("/etc/passwd", folder_ / "f/link.json");
    const auto visited = visit(folder_ / "f");
    EXPECT_EQ(visited.names, Names{"notes.txt"});
    EXPECT_EQ(visited.sniffed, Names{"notes.txt"});
    EXPECT_EQ(visited.passed, (std::map<std::string, int>{{"personal", 8}, {"system", 3}}));
}

TEST_F(Files, AreOpenedWhereNamed) {
    EXPECT_EQ(visit(write("odd name.bin", "x")).texts, Names{"x"});
    EXPECT_EQ(visit(write("empty.json", "")).texts, Names{""});
    EXPECT_EQ(visit(write("false.zip", "no archive")).texts, Names{"no archive"});
}

TEST_F(Files, ThatAreNotThereAreAnError) {
    try {
        visit(folder_ / "nothing");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
    }
}

TEST_F(Files, WithoutRightsAreAProblem) {
    write("f/a.csv", "a");
    write("f/locked/b.csv", "b");
    write("f/c.csv", "c");
    fs::permissions(folder_ / "f/locked", fs::perms::none);
    fs::permissions(folder_ / "f/c.csv", fs::perms::none);
    const uid_t me = ::geteuid();
    if (me == 0 && ::seteuid(65534) != 0) GTEST_SKIP() << "root has all rights";
    Visited visited;
    std::string refused;
    try {
        visited = visit(folder_ / "f");
        visit(folder_ / "f/c.csv");
    } catch (const Error& error) {
        refused = to_string(error.code());
    }
    if (me == 0) ASSERT_EQ(::seteuid(me), 0);
    fs::permissions(folder_ / "f/locked", fs::perms::owner_all);
    EXPECT_EQ(visited.names, Names{"a.csv"});
    EXPECT_EQ(visited.problems.size(), 2U);
    EXPECT_EQ(refused, "unavailable");
}

TEST_F(Files, OfAnArchiveAreLookedIntoWhateverTheyAreCalled) {
    const auto visited = visit(write_zip("x.zip", {{"a/Userdata.json", "personal"},
                                                   {"a/b/STREAMING_HISTORY_AUDIO_2020_1.JSON", "2"},
                                                   {"a/endsong_0.json", "1"},
                                                   {"a/unknown.json", "5"},
                                                   {"a/PlaylistInferences.json", "6"},
                                                   {"a/Playlist2.json", "3"},
                                                   {"a/ReadMeFirst.pdf", "?"},
                                                   {"a/cover.JPG", "?"},
                                                   {"a/without ending", "7"},
                                                   {"__MACOSX/a/._endsong_0.json", "?"},
                                                   {"__MACOSX/a/endsong_0.json", "?"},
                                                   {"a/x.csv", "4"}}));
    EXPECT_EQ(visited.names, (Names{"a/PlaylistInferences.json", "a/b/STREAMING_HISTORY_AUDIO_2020_1.JSON",
                                    "a/endsong_0.json", "a/unknown.json", "a/without ending",
                                    "a/Playlist2.json", "a/x.csv"}));
    EXPECT_EQ(visited.texts, (Names{"6", "2", "1", "5", "7", "3", "4"}));
    EXPECT_EQ(visited.sniffed, (Names{"PlaylistInferences.json", "unknown.json", "without ending"}));
    EXPECT_EQ(visited.passed,
              (std::map<std::string, int>{{"document", 1}, {"personal", 1}, {"picture", 1}, {"system", 2}}));
    EXPECT_TRUE(visited.problems.empty());
}

TEST_F(Files, OfAnArchiveAreReadWhateverBytesTheirNamesAre) {
    const auto zip =
        write("x.zip", stored_zip({
                           {"f\x81r alle/Ger\x84te_1.json", "CP437", false},
                           {"S\xc6o/cora\x87\xc6o_2.json", "CP850", false},
                           {"na\xefve fa\xe7"
                            "ade_3.json",
                            "Latin-1", false},
                           {"\x83v\x83\x8c\x83\x43\x83\x8a\x83X\x83g_4.json", "Shift-JIS", false},
                           {"\x8c\xe3\xa7\xeb\xaa\xa0_5.json", "CP866", false},
                           {"Zo\xc3\xa9_6.json", "UTF-8, marked", true},
                           {"Zo\xc3\xa9_7.json", "UTF-8, not marked", false},
                           {"e\xcc\x81te\xcc\x81_8.json", "NFD", true},
                           {"\xff\xfe broken_9.json", "marked, but no UTF-8", true},
                           {"\xff\xfe\x81\x01_10.json", "nothing at all", false},
                           {"tab\tand\nline_11.json", "controls", true},
                       }));
    const auto visited = visit(zip);
    std::map<std::string, std::string> names;
    for (std::size_t i = 0; i < visited.names.size(); ++i) {
        EXPECT_TRUE(is_valid_utf8(visited.names[i])) << visited.texts[i];
        names[visited.texts[i]] = visited.names[i];
    }
    EXPECT_EQ(visited.names.size(), 11U);
    EXPECT_TRUE(visited.problems.empty());
    EXPECT_EQ(names["CP437"], "für alle/Geräte_1.json");
    EXPECT_EQ(names["CP850"], "São/coração_2.json");
    EXPECT_EQ(names["Latin-1"], "naïve façade_3.json");
    EXPECT_EQ(names["Shift-JIS"], "プレイリスト_4.json");
    EXPECT_EQ(names["CP866"], "Музыка_5.json");
    EXPECT_EQ(names["UTF-8, marked"], "Zoé_6.json");
    EXPECT_EQ(names["UTF-8, not marked"], "Zoé_7.json");
    EXPECT_EQ(names["NFD"], "été_8.json");
    EXPECT_EQ(names["controls"], "tab and line_11.json");
}

TEST_F(Files, OfACutArchiveAreReadWhateverTheirNamesAre) {
    auto zip = stored_zip(
        {{"f\xc3\xbcr_1.json", "1", true}, {"f\x81r_2.json", "2", false}, {"x_3.json", "3", false}});
    zip.resize(zip.find("PK\x01\x02"));
    const auto visited = visit(write("cut.zip", zip));
    EXPECT_EQ(visited.names, (Names{"für_1.json", "für_2.json", "x_3.json"}));
}

TEST_F(Files, WhoseNamesBeginWithADotAreRead) {
    for (const char* const name : {"f/...csv", "f/.hidden mix.csv", "f/.scrobbler.log", "f/v1.5 mix.csv",
                                   "f/.DS_Store", "f/._x.csv", "f/.git/x.csv"})
        write(name, "x");
    const auto visited = visit(folder_ / "f");
    EXPECT_EQ(visited.names, (Names{".scrobbler.log", "...csv", ".hidden mix.csv", "v1.5 mix.csv"}));
    EXPECT_EQ(visited.passed, (std::map<std::string, int>{{"system", 3}}));
}

TEST_F(Files, OfAnEmptyArchiveAreNone) {
    const auto visited = visit(write_zip("x.zip", {}));
    EXPECT_TRUE(visited.names.empty());
    EXPECT_TRUE(visited.problems.empty());
}

TEST_F(Files, WhoseNamesLeadOutAreNotRead) {
    const auto visited = visit(write_zip("x.zip", {{"../endsong_0.json", "1"},
                                                   {"a/../../endsong_1.json", "2"},
                                                   {"a\\..\\..\\endsong_2.json", "2"},
                                                   {"endsong_3.json", "3"}}));
    EXPECT_EQ(visited.texts, Names{"3"});
    EXPECT_EQ(visited.problems.size(), 3U);
}

TEST_F(Files, OfNestedArchivesAreReadToADepthOfThree) {
    std::string inner = read_bytes(write_zip("inner.zip", {{"endsong_0.json", "deepest"}}));
    for (const char* const text : {"3", "2", "1"})
        inner = stored_zip({{"inner.zip", inner, false}, {"endsong_1.json", text, false}});
    const auto visited = visit(write("x.zip", inner));
    EXPECT_EQ(visited.texts, (Names{"1", "2", "3"}));
    EXPECT_EQ(visited.names.back(), "inner.zip/inner.zip/endsong_1.json");
    ASSERT_EQ(visited.problems.size(), 1U);
    EXPECT_NE(visited.problems[0].find("archive within an archive"), std::string::npos);
}

TEST_F(Files, OfOtherArchivesWithinAnArchiveAreAProblem) {
    const auto visited =
        visit(write("x.zip", stored_zip({{"a.7z", "7z\xBC\xAF", false}, {"b.json", "1", false}})));
    EXPECT_EQ(visited.texts, Names{"1"});
    ASSERT_EQ(visited.problems.size(), 1U);
    EXPECT_NE(visited.problems[0].find("unpack it first"), std::string::npos);
}

std::string workbook(std::string_view sheet, std::string_view prefix = "") {
    const auto tag = [&](std::string_view name) { return std::string(prefix) + std::string(name); };
    return stored_zip({
        {"[Content_Types].xml", "<Types/>", false},
        {"xl/workbook.xml",
         "<" + tag("workbook") + "><" + tag("sheets") + "><" + tag("sheet") +
             " name=\"Hörverlauf\" r:id=\"r1\"/></" + tag("sheets") + "></" + tag("workbook") + ">",
         false},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/first.xml\"/></Relationships>", false},
        {"xl/sharedStrings.xml",
         "<sst><si><t>artist</t></si><si><r><t>Ve</t></r><r><t>la</t></r><rPh><t>?</t></rPh></si></sst>",
         false},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-407]dd/mm/yyyy\"/><numFmt "
         "numFmtId=\"171\" "
         "formatCode=\"0.0&quot;day&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf "
         "numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>",
         false},
        {"xl/worksheets/first.xml", std::string(sheet), false},
    });
}

TEST_F(Files, OfAWorkbookAreItsSheets) {
    const auto visited = visit(write(
        "x.xlsx",
        workbook(
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>a \"b\", "
            "c</t></is></c><c><v>1</v></c></row>"
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\" s=\"1\"><v>44197.5</v></c></row><row/>"
            "<row><c s=\"2\"><v>44197</v></c><c s=\"3\"><v>44197</v></c><c t=\"b\"><v>1</v></c><c "
            "t=\"e\"><v>#N/A</v></c></row>"
            "<row><c t=\"s\"><v>99</v></c><c "
            "t=\"str\"><f>A1</f><v>made</v></c></row></sheetData></worksheet>")));
    EXPECT_EQ(visited.names, Names{"Hörverlauf"});
    ASSERT_EQ(visited.texts.size(), 1U);
    EXPECT_EQ(visited.texts[0],
              "artist,\"a \"\"b\"\", c\",1\nVela,,2021-01-01 12:00:00\n2021-01-01,44197,true,\n,made\n");
}

TEST_F(Files, OfAWorkbookThatHoldsNoTableAreNone) {
    const auto visited = visit(write(
        "x.xlsx", workbook("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")));
    EXPECT_TRUE(visited.names.empty());
    EXPECT_EQ(visited.passed, (std::map<std::string, int>{{"sheet", 1}}));
    EXPECT_EQ(visit(write("y.xlsx", workbook("<worksheet><sheetData><row><c"))).problems.size(), 1U);
}

TEST_F(Files, OfAWorkbookWithPrefixesWithinAnArchiveAreItsSheets) {
    const auto inner = workbook(
        "<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></"
        "x:row>"
        "</x:sheetData></x:worksheet>",
        "x:");
    EXPECT_EQ(visit(write("x.zip", stored_zip({{"deezer.xlsx", inner, false}}))).texts, Names{"1\n2\n"});
}

TEST_F(Files, OfAnEncryptedArchiveAreAProblem) {
    const auto visited = visit(write_zip("x.zip", {{"endsong_0.json", "1"}}, "secret"));
    EXPECT_TRUE(visited.names.empty());
    ASSERT_EQ(visited.problems.size(), 1U);
    EXPECT_NE(visited.problems[0].find("encrypted"), std::string::npos);
}

/// Text that does not compress to nothing.
std::string long_text(unsigned seed) {
    std::string text;
    for (unsigned i = 0; i < 200'000; ++i) {
        seed = seed * 1664525U + 1013904223U;
        text += static_cast<char>('a' + (seed >> 28U));
    }
    return text;
}

TEST_F(Files, OfACutArchiveAreReadUpToTheCut) {
    const auto first = long_text(1);
    const auto second = long_text(2);
    const auto whole =
        read_bytes(write_zip("x.zip", {{"endsong_0.json", first}, {"endsong_1.json", second}}));
    const auto visited = visit(write("cut.zip", std::string_view(whole).substr(0, whole.size() * 3 / 4)));
    ASSERT_EQ(visited.texts.size(), 2U);
    EXPECT_EQ(visited.texts[0], first);
    EXPECT_GT(visited.texts[1].size(), 50'000U);
    EXPECT_TRUE(second.starts_with(visited.texts[1]));
    EXPECT_FALSE(visited.problems.empty());
}

TEST_F(Files, OfADamagedArchiveAreReadWithAProblem) {
    const auto first = long_text(1);
    const auto second = long_text(2);
    auto bytes = read_bytes(write_zip("x.zip", {{"endsong_0.json", first}, {"endsong_1.json", second}}));
    for (std::size_t i = 1000; i < 1100; ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
    const auto visited = visit(write("damaged.zip", bytes));
    ASSERT_EQ(visited.texts.size(), 2U);
    EXPECT_EQ(visited.texts[1], second);
    EXPECT_FALSE(visited.problems.empty());
}

TEST_F(Files, OfAnArchiveBombAreCutOff) {
    const auto visited = visit(
        write_zip("bomb.zip", {{"endsong_0.json", std::string(100U << 20U, ' ')}, {"endsong_1.json", "[]"}}));
    ASSERT_EQ(visited.texts.size(), 2U);
    EXPECT_LT(visited.texts[0].size(), 70U << 20U);
    ASSERT_FALSE(visited.problems.empty());
    EXPECT_NE(visited.problems[0].find("bomb"), std::string::npos);
}

TEST_F(Files, OfArchivesThatAreRubbishNeverThrowAnythingElse) {
    const auto whole = read_bytes(write_zip("x.zip", {{"endsong_0.json", long_text(1).substr(0, 500)}}));
    for (std::size_t i = 4; i < whole.size(); i += 3) {
        auto bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 0xFF);
        EXPECT_NO_THROW(visit(write("rubbish.zip", bytes))) << i;
    }
}

TEST(FileNames, SayWhatIsOpened) {
    EXPECT_EQ(look_at_name("StreamingHistory_music_0.json", true).look, Look::read);
    EXPECT_EQ(look_at_name("YOURLIBRARY.JSON", true).look, Look::read);
    EXPECT_EQ(look_at_name("Streaming_History.pdf", true).look, Look::pass);
    EXPECT_EQ(look_at_name("Wrapped2024.json", true).look, Look::pass);
    EXPECT_EQ(look_at_name("renamed.json", false).look, Look::read);
    EXPECT_EQ(look_at_name("renamed.json", true).look, Look::sniff);
    EXPECT_EQ(look_at_name("userdata.JSON", false).look, Look::pass);
    EXPECT_TRUE(is_named_archive("x.tar.GZ"));
    EXPECT_EQ(order_of("Playlist1.json"), FileOrder::playlists);
    EXPECT_EQ(order_of("YourLibrary.json"), FileOrder::marks);
    EXPECT_EQ(order_of("x.csv"), FileOrder::tables);
    EXPECT_EQ(order_of("endsong_0.json"), FileOrder::histories);
}

}  // namespace
}  // namespace attune::sources
