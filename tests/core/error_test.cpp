#include "core/error.h"

#include "core/options.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(Error, IsToldFromFurtherOut) {
    const Error error = Error(ErrorCode::corrupt_data, "no artist name").within("line 3").within("a.json");
    EXPECT_STREQ(error.what(), "a.json: line 3: no artist name");
    EXPECT_EQ(error.code(), ErrorCode::corrupt_data);
}

TEST(Error, IsReturnedOrThrown) {
    const auto half = [](int value) -> Result<int> {
        if (value % 2 != 0) return failure(ErrorCode::invalid_argument, "{} is odd", value);
        return value / 2;
    };
    EXPECT_EQ(half(4).value(), 2);
    EXPECT_STREQ(half(3).error().what(), "3 is odd");
    EXPECT_THROW(require(false, "k must be > 0, got {}", 0), Error);
    EXPECT_NO_THROW(require(true, "never"));
}

struct Dials {
    int count = 30;
    double familiarity = 0.5;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"count", count, 1, 1000, "how many"});
        visit(Option<double>{"familiarity", familiarity, 0, 1, "how familiar"});
    }
};

TEST(CheckRanges, NamesTheOptionThatIsOut) {
    EXPECT_NO_THROW(check_ranges(Dials{}));
    try {
        check_ranges(Dials{.count = 0});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
        EXPECT_STREQ(error.what(), "count must be in [1, 1000], got 0");
    }
    EXPECT_THROW(check_ranges(Dials{.familiarity = std::numeric_limits<double>::quiet_NaN()}), Error);
}

}  // namespace
}  // namespace attune
