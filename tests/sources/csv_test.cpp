#include "sources/csv.h"

#include "sources/recorded.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace attune::sources::test {
namespace {

struct ReadRow {
    std::vector<std::string> fields;
    Place place;
    bool is_broken;
    bool has_line_end;
};

std::vector<ReadRow> rows_of(ByteStream& in, char separator = ',', std::size_t n_fields = 0) {
    CsvReader reader(in, separator);
    reader.expect_fields(n_fields);
    std::vector<ReadRow> rows;
    CsvRow row;
    while (reader.next(row)) {
        rows.push_back({{row.fields.begin(), row.fields.end()}, row.place, row.is_broken, row.has_line_end});
    }
    return rows;
}

std::vector<ReadRow> rows_of(std::string_view text, char separator = ',', std::size_t n_fields = 0) {
    MemoryStream in(text);
    return rows_of(in, separator, n_fields);
}

using Fields = std::vector<std::string>;

struct LineCase {
    const char* text;
    Fields fields;
};
void PrintTo(const LineCase& tested, std::ostream* out) {
    *out << testing::PrintToString(std::string(tested.text));
}

class CsvLine : public testing::TestWithParam<LineCase> {};

TEST_P(CsvLine, IsSplit) {
    const auto rows = rows_of(GetParam().text);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].fields, GetParam().fields);
    EXPECT_FALSE(rows[0].is_broken);
}

INSTANTIATE_TEST_SUITE_P(
    Table, CsvLine,
    testing::Values(LineCase{"a,b,c", {"a", "b", "c"}}, LineCase{"a,b,c\r\n", {"a", "b", "c"}},
                    LineCase{",,\n", {"", "", ""}}, LineCase{"\"a,b\",c\n", {"a,b", "c"}},
                    LineCase{"\"a\"\"b\",c\n", {"a\"b", "c"}}, LineCase{"\"\",x\n", {"", "x"}},
                    LineCase{"\"\"\"Cats\"\" 1981\",x\n", {"\"Cats\" 1981", "x"}},
                    LineCase{"a \"quote\" here,c\n", {"a \"quote\" here", "c"}},
                    LineCase{"\"a \"b\" c\",d\n", {"a \"b\" c", "d"}}, LineCase{"\"a\" ,d\n", {"a", "d"}},
                    LineCase{"\"two\nlines\",d\n", {"two\nlines", "d"}},
                    LineCase{"\xEF\xBB\xBF"
                             "a,b\n",
                             {"a", "b"}},
                    LineCase{"\n\r\n\na,b\n\n", {"a", "b"}}));

TEST(Csv, TellsLinesAndBytes) {
    const auto rows = rows_of(
        "\xEF\xBB\xBF"
        "a,b\r\n\"x\ny\",2\r\n\r\nc,d");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].place.line, 1U);
    EXPECT_EQ(rows[0].place.byte, 4U);
    EXPECT_EQ(rows[1].place.line, 2U);
    EXPECT_EQ(rows[1].place.byte, 9U);
    EXPECT_EQ(rows[2].place.line, 5U);
    EXPECT_EQ(rows[2].place.byte, 20U);
    EXPECT_TRUE(rows[1].has_line_end);
    EXPECT_FALSE(rows[2].has_line_end);
}

TEST(Csv, LosesOneLineToAQuoteThatNeverCloses) {
    const auto rows = rows_of("a,b\n\"c,d\ne,f\ng,h\n", ',', 2);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_TRUE(rows[1].is_broken);
    EXPECT_EQ(rows[2].fields, (Fields{"e", "f"}));
    EXPECT_EQ(rows[3].place.line, 4U);
}

TEST(Csv, LosesOneLineToAQuoteThatMeetsTheNext) {
    const auto rows = rows_of("a,b\n\"c,d\ne,f\n\"g\",h\n\"i\",j\n", ',', 2);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_TRUE(rows[1].is_broken);
    EXPECT_EQ(rows[2].fields, (Fields{"e", "f"}));
    EXPECT_EQ(rows[3].fields, (Fields{"g", "h"}));
    EXPECT_EQ(rows[4].fields, (Fields{"i", "j"}));
}

TEST(Csv, GivesUpLineByLineHoweverManyQuotesNeverClose) {
    // With a mebibyte looked through for each of them, two million lines would not come to an end.
    const std::map<std::string, std::uint64_t> lines{
        {"\"x\n", 2'000'000}, {"\"\"\"x\n", 2'000'000}, {"x\",\"y\n", 50'000}};
    for (const auto& [line, n_lines] : lines) {
        std::string text;
        for (std::uint64_t i = 0; i < n_lines; ++i) text += line;
        MemoryStream in(text);
        CsvReader reader(in, ',');
        reader.expect_fields(3);
        CsvRow row;
        std::uint64_t n_rows = 0;
        for (; reader.next(row); ++n_rows) ASSERT_EQ(row.place.line, n_rows + 1);
        EXPECT_EQ(n_rows, n_lines);
    }
}

TEST(Csv, IsTheSameHoweverTheBytesArrive) {
    std::string text = "n,name\r\n";
    for (int i = 0; i < 3000; ++i)
        text += std::to_string(i) + ",\"a \"\"quoted\"\", name\n of two lines\"\r\n";
    const auto whole = rows_of(text, ',', 2);
    ASSERT_EQ(whole.size(), 3001U);
    for (const std::size_t step : {1U, 13U, 4096U}) {
        SlowStream in(text, step);
        const auto slow = rows_of(in, ',', 2);
        ASSERT_EQ(slow.size(), whole.size());
        for (std::size_t i = 0; i < slow.size(); ++i) {
            EXPECT_EQ(slow[i].fields, whole[i].fields);
            EXPECT_EQ(slow[i].place.byte, whole[i].place.byte);
        }
    }
}

TEST(Csv, SkipsALineOfManyMegabytesWithoutHoldingIt) {
    const std::string text = "a,b\n" + std::string(20U << 20U, 'x') + "\nc,d\n";
    const auto rows = rows_of(text, ',', 2);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(rows[1].is_broken);
    EXPECT_EQ(rows[2].fields, (Fields{"c", "d"}));
    EXPECT_EQ(rows[2].place.line, 3U);
}

TEST(Csv, DetectsTheSeparator) {
    EXPECT_EQ(detect_separator("a,b;c,d\n"), ',');
    EXPECT_EQ(detect_separator("title;artist;album\nx,y,z,w;b;c\n"), ';');
    EXPECT_EQ(detect_separator("title\tartist\n"), '\t');
    EXPECT_EQ(detect_separator("\"a;b;c;d\",b\n"), ',');
    EXPECT_EQ(detect_separator(""), ',');
}

TEST(Columns, AreFoundHoweverTheyAreWritten) {
    for (const char* const header :
         {"Track Name,x", "track_name,x", "trackName,x", "TRACK-NAME,x", "\" Track Name \",x"}) {
        EXPECT_EQ(Columns::of({"", header}).find({"trackname"}), 0U) << header;
    }
    EXPECT_EQ(normal_name("Artist Name(s)"), "artistnames");
    EXPECT_EQ(Columns::of({"", "a,b"}).find({"c"}), std::nullopt);
    EXPECT_EQ(Columns::of({"", ""}).size(), 0U);
}

struct TableCase {
    const char* what;
    const char* text;
    bool is_strict;
    std::size_t n_rows;
    std::size_t n_unreadable;
};
void PrintTo(const TableCase& tested, std::ostream* out) { *out << tested.what; }

class TableRows : public testing::TestWithParam<TableCase> {};

TEST_P(TableRows, AreReadOrTold) {
    MemoryStream in(GetParam().text);
    Recorded sink;
    std::size_t n_rows = 0;
    const auto shape = shape_of(Columns::of({"t.csv", GetParam().text}), GetParam().is_strict);
    read_table(in, sink, shape, [&](const CsvRow&) { ++n_rows; });
    EXPECT_EQ(n_rows, GetParam().n_rows) << GetParam().what;
    EXPECT_EQ(sink.n_dropped(DropReason::unreadable), GetParam().n_unreadable) << GetParam().what;
    EXPECT_EQ(sink.problems.size(), GetParam().n_unreadable) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(Table, TableRows,
                         testing::Values(TableCase{"empty", "", false, 0, 0},
                                         TableCase{"header only", "a,b\n", false, 0, 0},
                                         TableCase{"no line end", "a,b\n1,2", false, 1, 0},
                                         TableCase{"cut in the last row", "a,b\n1,2\n3", false, 1, 1},
                                         TableCase{"short in the midst", "a,b,c\n1,2\n3,4,5\n", false, 2, 0},
                                         TableCase{"short, strictly", "a,b,c\n1,2\n3,4,5\n", true, 1, 1},
                                         TableCase{"long, but empty", "a,b\n1,2,,\n3,4\n", true, 2, 0},
                                         TableCase{"long", "a,b\n1,2,3\n3,4\n", true, 1, 1},
                                         TableCase{"stray quote", "a,b\n\"1,2\n3,4\n", true, 1, 1}));

}  // namespace
}  // namespace attune::sources::test
