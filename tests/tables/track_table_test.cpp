#include "tables/track_table.h"

#include "core/error.h"
#include "tables/seen_column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace attune::tables {
namespace {

class TrackTableFile : public testing::Test {
  protected:
    ~TrackTableFile() override { std::filesystem::remove(path_); }

    TrackTable read(const std::string& content, const TableColumns& wanted) {
        std::ofstream(path_, std::ios::binary) << content;
        return read_track_table(path_, wanted, {});
    }

    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("attune-table-" + std::to_string(getpid()) + ".csv");
};

TEST_F(TrackTableFile, FindsFeaturesByTheirNamesWhateverWroteTheFile) {
    const auto read_as = [&](std::string separator, std::string end) {
        const std::string comma = separator == "," ? "." : ",";
        std::string text = "\xEF\xBB\xBFTrack URI,Genre,Energy%,BPM,Key,Length,Mode,energy_level" + end +
                           "a,rock,50,120|5,C#,200000,major,low" + end + "b, Jazz ,70,0,-1,,NA,high" + end;
        for (auto& c : text) c = c == ',' ? separator[0] : c == '|' ? comma[0] : c;
        return read(text, {.label = "genre"});
    };
    for (const std::string separator : {",", ";", "\t"}) {
        const auto table = read_as(separator, separator == ";" ? "\n" : "\r\n");
        EXPECT_EQ(table.columns.label, "Genre");
        EXPECT_EQ(table.columns.id, "Track URI");
        std::vector<std::string> features = table.columns.features;
        std::sort(features.begin(), features.end());
        EXPECT_EQ(features, (std::vector<std::string>{"BPM", "Energy%", "Key", "Length", "Mode"}));
        EXPECT_EQ(table.table.texts("Genre"), (learning::Texts{"rock", "Jazz"}));
        EXPECT_NEAR(table.table.numbers("Energy%")[0], 0.5, 1e-6);
        EXPECT_NEAR(table.table.numbers("BPM")[0], 120.5, 1e-4);
        EXPECT_EQ(table.table.numbers("Key")[0], 1);
        for (const auto* const name : {"BPM", "Key", "Length", "Mode"})
            EXPECT_TRUE(std::isnan(table.table.numbers(name)[1])) << name;  // 0, -1, empty, NA: not known
    }
}

TEST_F(TrackTableFile, TakesAColumnForWhatItIsShownAs) {
    const std::vector<std::pair<std::vector<std::string>, ColumnKind>> columns{
        {{"0,5", "7", "n", ""}, ColumnKind::number},
        {{"1999", "2001", "2003", ""}, ColumnKind::number},
        {{"yes", "no", "yes", ""}, ColumnKind::flag},
        {{"2001-05-03", "1999-01", "x", ""}, ColumnKind::date},
        {{"['a']", "['b' 'c']", "", ""}, ColumnKind::list},
        {{"a1", "b2", "c3", "d4"}, ColumnKind::id},
        {{"a", "a", "b", ""}, ColumnKind::text},
        {{"", "", "", ""}, ColumnKind::empty}};
    std::string text = "label;energy";
    for (std::size_t c = 0; c < columns.size(); ++c) text += ";column " + std::to_string(c);
    for (std::size_t row = 0; row < 4; ++row) {
        text += "\nrock;0,5";
        for (const auto& [values, _] : columns) text += ";" + values[row];
    }
    TableColumns wanted{.label = "label"};
    for (std::size_t c = 0; c < columns.size(); ++c) wanted.features.push_back("column " + std::to_string(c));
    const auto table = read(text + "\n", wanted);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        SCOPED_TRACE(c);
        SeenColumn seen(true);
        for (const auto& value : columns[c].first) seen.look(value);
        EXPECT_EQ(to_string(seen.kind()), to_string(columns[c].second));
        const auto& name = wanted.features[c];
        const bool is_text = columns[c].second == ColumnKind::list || columns[c].second == ColumnKind::id ||
                             columns[c].second == ColumnKind::text;
        EXPECT_EQ(std::holds_alternative<learning::Texts>(table.table.column(name).values), is_text);
    }
}

TEST_F(TrackTableFile, TakesOtherFeaturesAsWhatMostOfTheirValuesAre) {
    const auto table =
        read("genre,energy,year,country\nrock,0.5,1999,SE\npop,0.1,?,FI\npop,0.2,2001,7\nbroken,\"\n",
             {.label = "genre", .features = {"year", "Country", "energy"}});
    EXPECT_EQ(table.n_unreadable, 1U);
    EXPECT_EQ(table.table.numbers("year")[2], 2001);
    EXPECT_TRUE(std::isnan(table.table.numbers("year")[1]));
    EXPECT_EQ(table.table.texts("country"), (learning::Texts{"SE", "FI", "7"}));
}

TEST_F(TrackTableFile, NeverTakesTheLabelOrTheGroupForAFeature) {
    const auto table = read("key,energy,mode\nC,0.5,major\nD,0.1,minor\n", {.label = "key", .group = "mode"});
    EXPECT_EQ(table.columns.features, (std::vector<std::string>{"energy"}));
    EXPECT_EQ(table.table.texts("key"), (learning::Texts{"C", "D"}));
}

TEST_F(TrackTableFile, SaysWhichColumnsThereAre) {
    try {
        read("genre,energy\nrock,1\n", {.label = "style"});
        FAIL() << "a column that is not there was found";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::not_found);
        EXPECT_TRUE(std::string(error.what()).ends_with("has no column 'style'; there are: genre, energy"));
    }
    EXPECT_THROW(read("PK\x03\x04" + std::string(20, '\0'), {"genre"}), Error);
}

}  // namespace
}  // namespace attune::tables
