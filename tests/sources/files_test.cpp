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
};

Visited visit(const fs::path& path) {
    Visited visited;
    visit_files(
        path,
        [&](const SourceFile& file, ByteStream& in) {
            visited.names.push_back(file.path.substr(std::min(file.path.size(), path.string().size() + 1)));
            visited.texts.push_back(read_whole(in, std::size_t{1} << 30U).text);
        },
        [&](const std::string& where, const std::string& message) {
            visited.problems.push_back(where + ": " + message);
        });
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
        visit_files(
            named,
            [&](const SourceFile& file, ByteStream&) {
                shown.insert(shown.end(), {file.path, file.name});
            },
            [](const std::string& where, const std::string& message) { FAIL() << where << message; });
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
    EXPECT_EQ(visit(folder_ / "f").names, Names());
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

TEST_F(Files, OfAnArchiveAreOnlyThoseOfAnExport) {
    const auto visited = visit(write_zip("x.zip", {{"a/Userdata.json", "personal"},
                                                   {"a/b/STREAMING_HISTORY_AUDIO_2020_1.JSON", "2"},
                                                   {"a/endsong_0.json", "1"},
                                                   {"a/unknown.json", "?"},
                                                   {"a/PlaylistInferences.json", "?"},
                                                   {"a/Playlist2.json", "3"},
                                                   {"a/ReadMeFirst.pdf", "?"},
                                                   {"__MACOSX/a/._endsong_0.json", "?"},
                                                   {"__MACOSX/a/endsong_0.json", "?"},
                                                   {"a/x.csv", "4"}}));
    EXPECT_EQ(visited.names, (Names{"a/b/STREAMING_HISTORY_AUDIO_2020_1.JSON", "a/endsong_0.json",
                                    "a/Playlist2.json", "a/x.csv"}));
    EXPECT_EQ(visited.texts, (Names{"2", "1", "3", "4"}));
    EXPECT_TRUE(visited.problems.empty());
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

TEST_F(Files, OfANestedArchiveAreAProblem) {
    const auto inner = read_bytes(write_zip("inner.zip", {{"endsong_0.json", "1"}}));
    const auto visited = visit(write_zip("x.zip", {{"inner.zip", inner}, {"endsong_1.json", "2"}}));
    EXPECT_EQ(visited.texts, Names{"2"});
    ASSERT_EQ(visited.problems.size(), 1U);
    EXPECT_NE(visited.problems[0].find("archive within an archive"), std::string::npos);
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
    EXPECT_TRUE(is_read_from_archive("StreamingHistory_music_0.json"));
    EXPECT_TRUE(is_read_from_archive("YOURLIBRARY.JSON"));
    EXPECT_FALSE(is_read_from_archive("Streaming_History.pdf"));
    EXPECT_FALSE(is_read_from_archive("Wrapped2024.json"));
    EXPECT_TRUE(is_read_from_folder("renamed.json"));
    EXPECT_FALSE(is_read_from_folder("userdata.JSON"));
    EXPECT_TRUE(is_named_archive("x.tar.GZ"));
    EXPECT_EQ(order_of("Playlist1.json"), FileOrder::playlists);
    EXPECT_EQ(order_of("YourLibrary.json"), FileOrder::marks);
    EXPECT_EQ(order_of("x.csv"), FileOrder::tables);
    EXPECT_EQ(order_of("endsong_0.json"), FileOrder::histories);
}

}  // namespace
}  // namespace attune::sources
