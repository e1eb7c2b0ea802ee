#include "core/zone.h"

#include "core/error.h"

#include <gtest/gtest.h>

namespace attune::test {
namespace {

Timestamp at(std::string_view text) { return *parse_timestamp(text); }

TEST(Zone, KnowsSummerAndWinter) {
    const auto berlin = Zone::named("Europe/Berlin");
    EXPECT_EQ(berlin.utc_of(at("2023-12-31 14:05")), at("2023-12-31 13:05"));
    EXPECT_EQ(berlin.utc_of(at("2023-07-01 14:05")), at("2023-07-01 12:05"));
    EXPECT_EQ(Zone::named("America/New_York").utc_of(at("2023-07-01 14:05")), at("2023-07-01 18:05"));
    EXPECT_EQ(berlin.name(), "Europe/Berlin");
}

TEST(Zone, TakesTheEarlierOfTwoAndTheLeap) {
    const auto berlin = Zone::named("Europe/Berlin");
    EXPECT_EQ(berlin.utc_of(at("2020-10-25 02:30")), at("2020-10-25 00:30"));
    EXPECT_EQ(berlin.utc_of(at("2020-03-29 02:30")), at("2020-03-29 01:00"));
}

TEST(Zone, GoesBackToWhatClocksShow) {
    const auto tokyo = Zone::named("Asia/Tokyo");
    EXPECT_EQ(tokyo.wall_of(at("2023-01-01 00:00")), at("2023-01-01 09:00"));
    EXPECT_EQ(tokyo.utc_of(tokyo.wall_of(at("2023-01-01 00:00"))), at("2023-01-01 00:00"));
}

TEST(Zone, OfNoNameIsRefused) {
    EXPECT_THROW(Zone::named("Europe/Nowhere"), Error);
    EXPECT_THROW(Zone::named(""), Error);
    EXPECT_EQ(Zone().utc_of(at("2023-07-01 14:05")), at("2023-07-01 14:05"));
    EXPECT_EQ(Zone::named("UTC").name(), "UTC");
}

}  // namespace
}  // namespace attune::test
