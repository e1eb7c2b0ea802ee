#include "library/track_number.h"

#include <gtest/gtest.h>

namespace attune::library {
namespace {

TEST(TrackNumber, IsReadAsItIsWritten) {
    for (const std::int64_t value : {1, 12, 1'000'000'007}) {
        EXPECT_EQ(parse_track_number(track_number(TrackId{value})), TrackId{value});
    }
    EXPECT_EQ(track_number(TrackId{12}), "track:12");
    for (const auto* wrong :
         {"", "12", "track:", "track:x", "track:1x", "track: 1", "spotify:track:1", "Track:1"})
        EXPECT_FALSE(parse_track_number(wrong)) << wrong;
}

}  // namespace
}  // namespace attune::library
