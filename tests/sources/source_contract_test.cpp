// One suite for every line of the registry. A new source is tested by being registered and by having a sample
// in tests/data/sources, of a community in tests/data/community: a file <kind>.<ending> all of whose rows are
// good.
#include "source_folder.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace attune::sources {

static void PrintTo(const Source& source, std::ostream* out) { *out << source.kind; }

namespace test {
namespace {

namespace fs = std::filesystem;

/// What is one document of a program, and not a history of years: damage may cost more than a row or two.
bool is_read_as_a_whole(std::string_view kind) {
    static const std::set<std::string_view> kinds{"jspf",
                                                  "wpl",
                                                  "asx",
                                                  "itunes_library",
                                                  "rekordbox",
                                                  "traktor",
                                                  "spotify_backup",
                                                  "million_playlists"};
    return kinds.contains(kind);
}

bool is_of_a_person(std::string_view kind) {
    return std::ranges::any_of(all_sources(), [&](const Source& source) { return source.kind == kind; });
}

/// The sources of both readings; a few are in both.
std::vector<Source> registered() {
    std::vector<Source> sources(all_sources().begin(), all_sources().end());
    for (const auto& source : all_sources(Reading::community)) {
        if (!is_of_a_person(source.kind)) sources.push_back(source);
    }
    return sources;
}

class SourceContract : public testing::TestWithParam<Source> {
  protected:
    void SetUp() override {
        const std::string folder = is_of_a_person(GetParam().kind) ? "sources" : "community";
        for (const auto& entry : fs::directory_iterator(source_folder() / "tests/data" / folder)) {
            if (entry.path().stem() == GetParam().kind) path_ = entry.path();
        }
        ASSERT_FALSE(path_.empty()) << "no sample of " << GetParam().kind;
        std::ifstream in(path_, std::ios::binary);
        sample_.assign(std::istreambuf_iterator<char>(in), {});
        name_ = path_.filename().string();
    }

    Recorded read(std::string_view text) const {
        MemoryStream in(text);
        return read(in);
    }

    /// Reads with this source whatever the file says.
    Recorded read(ByteStream& in) const {
        TextStream stream(in, name_);
        Recorded rows;
        GetParam().read(stream, stream.head(), {false, today}, rows);
        return rows;
    }

    fs::path path_;
    std::string name_;
    std::string sample_;
};

TEST_P(SourceContract, RecognisesItsSampleByContent) {
    const auto read_as =
        is_of_a_person(GetParam().kind)
            ? [](std::string_view text, std::string_view name) { return read_text(text, name); }
            : read_community;
    EXPECT_EQ(read_as(sample_, name_).kind, GetParam().kind);
    if (name_.ends_with(".txt") || name_.ends_with(".m3u8"))
        return;  // their names are a part of what they are
    EXPECT_EQ(read_as(sample_, "renamed.bin").kind, GetParam().kind);
}

TEST_P(SourceContract, KeepsEveryRowOfItsSample) {
    const auto rows = read(sample_);
    EXPECT_GE(rows.n_kept(), 3U);
    EXPECT_EQ(rows.reasons(), "");
    EXPECT_TRUE(rows.problems.empty());
}

TEST_P(SourceContract, ReadsAnEmptyFileAsNoRows) {
    const auto rows = read("");
    EXPECT_EQ(rows.n_kept(), 0U);
    EXPECT_LE(rows.n_rows(), 1U);
}

TEST_P(SourceContract, DoesNotDependOnHowTheBytesArrive) {
    const auto whole = read(sample_);
    for (const std::size_t step : {1U, 3U, 50U}) {
        SlowStream in(sample_, step);
        const auto slow = read(in);
        ASSERT_EQ(slow.n_rows(), whole.n_rows()) << step;
        for (std::size_t i = 0; i < whole.places.size(); ++i) {
            EXPECT_EQ(slow.places[i].byte, whole.places[i].byte);
            EXPECT_EQ(slow.places[i].line, whole.places[i].line);
        }
    }
}

TEST_P(SourceContract, NeverKeepsMoreRowsThanThereAreWhereverTheFileIsCut) {
    const std::size_t n_rows = read(sample_).n_rows();
    std::size_t before = 0;
    for (std::size_t size = 0; size <= sample_.size(); ++size) {
        const auto rows = read(std::string_view(sample_).substr(0, size));
        EXPECT_LE(rows.n_kept(), n_rows) << size;
        EXPECT_LE(rows.n_rows(), n_rows + 1) << size;
        if (is_read_as_a_whole(GetParam().kind)) continue;
        EXPECT_GE(rows.n_kept() + 1, before) << size;
        before = std::max(before, rows.n_kept());
    }
}

TEST_P(SourceContract, SurvivesEveryByteReplaced) {
    for (const char replacement : {'\0', '"', '{', '}', ',', '\n', '\xFF', '\\', '<'}) {
        for (std::size_t i = 0; i < sample_.size(); ++i) {
            std::string text = sample_;
            text[i] = replacement;
            EXPECT_NO_THROW(read(text)) << i << " " << replacement;
        }
    }
}

TEST_P(SourceContract, LosesAtMostTwoRowsToOneByte) {
    if (is_read_as_a_whole(GetParam().kind)) GTEST_SKIP() << "is read as a whole";
    const auto whole = read(sample_);
    const std::size_t header_end = whole.places.front().byte;
    for (const char replacement : {'"', '{', '}', '\n', '\x01'}) {
        for (std::size_t i = header_end; i < sample_.size(); ++i) {
            std::string text = sample_;
            text[i] = replacement;
            EXPECT_GE(read(text).n_kept() + 2, whole.n_kept()) << i << " " << replacement;
        }
    }
}

TEST_P(SourceContract, GivesEveryDroppedRowOfTheSameContentTheSameDigest) {
    for (std::size_t i = 0; i < sample_.size(); i += 7) {
        std::string text = sample_;
        text[i] = '0';
        const auto once = read(text);
        const auto again = read(text);
        ASSERT_EQ(once.drops.size(), again.drops.size());
        for (std::size_t j = 0; j < once.drops.size(); ++j) {
            EXPECT_EQ(once.drops[j].digest, again.drops[j].digest);
            EXPECT_EQ(once.drops[j].digest == 0, once.drops[j].reason == DropReason::unreadable);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Registry, SourceContract, testing::ValuesIn(registered()),
                         [](const auto& tested) { return std::string(tested.param.kind); });

TEST(Registry, NamesEachKindOnce) {
    std::set<std::string_view> kinds;
    for (const auto& source : registered()) {
        EXPECT_TRUE(kinds.insert(source.kind).second) << source.kind;
        EXPECT_FALSE(source.help.empty());
    }
}

TEST(Registry, RecognisesNothingInRubbish) {
    EXPECT_EQ(find_source({"x.json", "{}"}), nullptr);
    EXPECT_EQ(find_source({"x.json", "[1, 2, 3]"}), nullptr);
    EXPECT_EQ(find_source({"x.bin", std::string_view("\x7F"
                                                     "ELF\0\1\2",
                                                     7)}),
              nullptr);
    EXPECT_EQ(find_source({"README.md", "# A title\n\nText, and more text.\n"}), nullptr);
    EXPECT_EQ(find_source({"", ""}), nullptr);
    EXPECT_EQ(find_source({"x.json", "{}"}, Reading::community), nullptr);
    EXPECT_EQ(find_source({"x.csv", "a,b,c\nd,e,f\n"}, Reading::community), nullptr);
    EXPECT_EQ(find_source({"", ""}, Reading::community), nullptr);
}

}  // namespace
}  // namespace test
}  // namespace attune::sources
