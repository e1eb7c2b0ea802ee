#include "sources/files.h"
#include "sources/streams.h"
#include "sources/written_archive.h"

#include <gtest/gtest.h>

#include <archive.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

namespace attune::sources {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

struct Visited {
    Names names;  // below the path that was visited
    Names texts;
    Names problems;
};

Visited visit(const fs::path& path, Reading reading = Reading::community) {
    Visited visited;
    visit_files(
        path,
        {[&](const SourceFile& file, ByteStream& in) {
             visited.names.push_back(file.path.substr(std::min(file.path.size(), path.string().size() + 1)));
             visited.texts.push_back(read_whole(in, std::size_t{1} << 30U).text);
         },
         [&](const std::string&, const std::string& message) { visited.problems.push_back(message); }},
        reading);
    return visited;
}

class Packed : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("attune_packed_test_" + std::to_string(::getpid()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    /// `add_filter` is one of libarchive's archive_write_add_filter_...; without `is_tar` only the first
    /// text.
    fs::path pack(const std::string& name, int (*add_filter)(archive*), const std::vector<Entry>& entries,
                  bool is_tar = true) {
        const fs::path path = folder_ / name;
        archive* const out = archive_write_new();
        is_tar ? archive_write_set_format_pax_restricted(out) : archive_write_set_format_raw(out);
        EXPECT_EQ(add_filter(out), ARCHIVE_OK);
        write_archive(out, path, entries);
        return path;
    }

    fs::path folder_;
};

TEST_F(Packed, GivesTheEntriesOfATarInItsOrderWhateverItIsCompressedWith) {
    for (const auto add_filter :
         {archive_write_add_filter_none, archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
          archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
        const auto path = pack("dump", add_filter,
                               {{"d/COPYING", "x"},
                                {"d/listens/2024/2.listens", "b"},
                                {"d/listens/2024/10.listens", "a"},
                                {"d/listens/.hidden.listens", "x"},
                                {"d/user.json", "{}"}});
        const auto visited = visit(path);
        EXPECT_EQ(visited.names, (Names{"d/listens/2024/2.listens", "d/listens/2024/10.listens"}));
        EXPECT_EQ(visited.texts, (Names{"b", "a"}));
        EXPECT_TRUE(visited.problems.empty());
    }
}

TEST_F(Packed, OfAPersonIsLookedIntoWhateverItIsCalled) {
    const auto path =
        pack("takeout.tgz", archive_write_add_filter_gzip,
             {{"Takeout/für mich/watch-history", "a"}, {"Takeout/cover.jpg", "x"}, {"Takeout/._x.csv", "x"}});
    const auto visited = visit(path, Reading::person);
    EXPECT_EQ(visited.names, Names{"Takeout/für mich/watch-history"});
    EXPECT_EQ(visited.texts, Names{"a"});
    const auto json = pack("endsong_0.json.gz", archive_write_add_filter_gzip, {{"x", "[]"}}, false);
    EXPECT_EQ(visit(json, Reading::person).texts, Names{"[]"});
}

TEST_F(Packed, ReadsASingleFileThatIsCompressed) {
    const auto path = pack("plays.tsv.zst", archive_write_add_filter_zstd, {{"x", "one\ttwo"}}, false);
    Names names;
    visit_files(path,
                {[&](const SourceFile& file, ByteStream&) { names.push_back(file.name); },
                 [](const std::string&, const std::string&) {}},
                Reading::community);
    EXPECT_EQ(names, Names{"plays.tsv"});
    EXPECT_EQ(visit(path).texts, Names{"one\ttwo"});
}

TEST_F(Packed, ReadsWhatStandsBeforeACut) {
    std::mt19937 random(1);
    std::string noise;  // cannot be compressed, so that the cut lies in its midst
    for (int i = 0; i < 400'000; ++i) noise += static_cast<char>(random() & 0xFFU);
    const auto path =
        pack("dump.tar.xz", archive_write_add_filter_xz, {{"1.listens", "whole"}, {"2.listens", noise}});
    fs::resize_file(path, fs::file_size(path) / 2);
    const auto visited = visit(path);
    ASSERT_EQ(visited.texts.size(), 2U);
    EXPECT_EQ(visited.texts[0], "whole");
    EXPECT_LT(visited.texts[1].size(), noise.size());
    EXPECT_TRUE(noise.starts_with(visited.texts[1]));
    ASSERT_FALSE(visited.problems.empty());
    EXPECT_NE(visited.problems[0].find("cut or damaged"), std::string::npos) << visited.problems[0];
}

TEST_F(Packed, SaysWhatCannotBeUnpacked) {
    const fs::path path = folder_ / "dump.tar.zst";
    std::ofstream(path, std::ios::binary) << "\x28\xB5\x2F\xFD" << std::string(5000, '\x99');
    const auto visited = visit(path);
    EXPECT_TRUE(visited.names.empty());
    ASSERT_EQ(visited.problems.size(), 1U);
    EXPECT_NE(visited.problems[0].find("cannot be unpacked"), std::string::npos) << visited.problems[0];
}

TEST_F(Packed, LeavesAloneWhatLeadsOutOrIsPackedAgain) {
    const auto path = pack("dump.tar", archive_write_add_filter_none,
                           {{"../out.csv", "x"}, {"inner.zip", "PK"}, {"ok.csv", "y"}});
    const auto visited = visit(path);
    EXPECT_EQ(visited.names, Names{"ok.csv"});
    EXPECT_EQ(visited.problems.size(), 2U);
}

TEST_F(Packed, BringsNamesBeforeWhatUsesThem) {
    for (const std::string_view name :
         {"a_user.dat", "artists.dat", "tags.dat", "user_friends.dat", "readme.txt"})
        std::ofstream(folder_ / name) << "x";
    EXPECT_EQ(visit(folder_).names, (Names{"artists.dat", "tags.dat", "a_user.dat"}));
}

}  // namespace
}  // namespace attune::sources
