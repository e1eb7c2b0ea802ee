#include "core/text.h"
#include "playlists/export_format.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::playlists {

void PrintTo(const ExportFormat& format, std::ostream* out) { *out << format.name; }

namespace {

constexpr std::string_view id = "0Hi2e0tK8xefutVU3oE9JG";

class ExportFormatContract : public testing::TestWithParam<ExportFormat> {};

TEST_P(ExportFormatContract, SaysWhatItIsFor) {
    EXPECT_FALSE(GetParam().help.empty());
    EXPECT_EQ(find_format_of_file("list." + std::string(GetParam().extension))->name, GetParam().name);
    EXPECT_EQ(export_format(GetParam().name).write, GetParam().write);
}

TEST_P(ExportFormatContract, WritesAnEmptyList) { EXPECT_NO_THROW(GetParam().write({})); }

TEST_P(ExportFormatContract, SaysThatAListenerIsSimulatedAndOnlyThen) {
    ExportList list{"x", true, {{.artist = "A", .title = "B", .spotify_id = std::string(id)}}};
    EXPECT_NE(GetParam().write(list).find(simulated_note), std::string::npos);
    list.simulated = false;
    EXPECT_EQ(GetParam().write(list).find(simulated_note), std::string::npos);
}

TEST_P(ExportFormatContract, NamesEveryTrackInOrder) {
    ExportList list{"x", false, {}};
    for (const char last : {'3', '1', '2'})
        list.tracks.push_back(
            {.artist = "A", .title = "B", .spotify_id = std::string(id.substr(0, 21)) + last});
    const auto text = GetParam().write(list);
    const auto third = text.find(list.tracks[0].spotify_id);
    const auto first = text.find(list.tracks[1].spotify_id);
    const auto second = text.find(list.tracks[2].spotify_id);
    EXPECT_LT(third, first);
    EXPECT_LT(first, second);
    EXPECT_NE(second, std::string::npos);
}

TEST_P(ExportFormatContract, WritesUtf8WhateverComesIn) {
    for (int byte = 0; byte < 256; ++byte) {
        const std::string name = "a" + std::string(1, static_cast<char>(byte)) + "b";
        const ExportList list{
            name, true, {{.artist = name, .title = name, .release = name, .spotify_id = std::string(id)}}};
        const auto text = GetParam().write(list);
        EXPECT_TRUE(is_valid_utf8(text)) << byte;
        // Control characters other than the format's own line ends are nobody's.
        EXPECT_TRUE(std::ranges::none_of(text, [](char c) {
            return c >= 0 && c < ' ' && c != '\n' && c != '\r';
        })) << byte;
    }
}

INSTANTIATE_TEST_SUITE_P(All, ExportFormatContract,
                         testing::ValuesIn(export_formats().begin(), export_formats().end()));

}  // namespace
}  // namespace attune::playlists
