#include "core/time.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(ParseTimestamp, ReadsWhatExportsWrite) {
    EXPECT_EQ(parse_timestamp("2026-02-02T01:15:20Z"), timestamp_of(1'769'994'920));
    EXPECT_EQ(parse_timestamp("2026-02-02 01:15:20"), timestamp_of(1'769'994'920));
    EXPECT_EQ(parse_timestamp("2026-02-02 01:15"), timestamp_of(1'769'994'900));
    EXPECT_EQ(parse_timestamp("2026-02-02"), timestamp_of(1'769'990'400));
    EXPECT_EQ(parse_timestamp("2026-02-02T01:15:20.123Z"), timestamp_of(1'769'994'920));
    EXPECT_EQ(parse_timestamp("2026-02-02T01:15:20+00:00"), timestamp_of(1'769'994'920));
    EXPECT_EQ(parse_timestamp("2024-02-29"), timestamp_of(1'709'164'800));
    EXPECT_EQ(parse_timestamp("1969-12-31T23:59:59Z"), timestamp_of(-1));
}

TEST(ParseTimestamp, RefusesAnythingElse) {
    for (const auto* text : {"", "2023-02-29", "2026-13-01", "2026-02-02T24:00:00Z", "2026-02-02T01:60:00Z",
                             "2026-02-02T01:15:20+02:00", "2026-2-2", "02.02.2026", "2026-02-02T",
                             "2026-02-02x", "1769994920", "2026-02-02 01:15:20 PM"}) {
        EXPECT_EQ(parse_timestamp(text), std::nullopt) << text;
    }
}

TEST(FormatTimestamp, IsReadBack) {
    for (const std::int64_t seconds : {-1LL, 0LL, 951'782'399LL, 1'769'994'920LL, 4'102'444'800LL}) {
        const auto time = timestamp_of(seconds);
        EXPECT_EQ(parse_timestamp(format_timestamp(time)), time);
        EXPECT_EQ(unix_seconds(time), seconds);
    }
    EXPECT_EQ(format_timestamp(timestamp_of(1'769'994'920)), "2026-02-02T01:15:20Z");
    EXPECT_EQ(format_date(timestamp_of(1'769'994'920)), "2026-02-02");
}

TEST(ParseYear, FindsTheYear) {
    EXPECT_EQ(parse_year("1999"), 1999);
    EXPECT_EQ(parse_year("1999-05"), 1999);
    EXPECT_EQ(parse_year("1999-05-03"), 1999);
    EXPECT_EQ(parse_year("5/3/1999"), 1999);
    EXPECT_EQ(parse_year(""), std::nullopt);
    EXPECT_EQ(parse_year("NA"), std::nullopt);
    EXPECT_EQ(parse_year("0000"), std::nullopt);
    EXPECT_EQ(parse_year("19990503"), std::nullopt);
}

}  // namespace
}  // namespace attune
