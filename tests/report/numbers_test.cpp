#include "report/numbers.h"

#include "report/html.h"
#include "report/scale.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace attune::report {
namespace {

TEST(Numbers, AreWrittenAsPeopleReadThem) {
    EXPECT_EQ(to_text(1234567.4), "1,234,567");
    EXPECT_EQ(to_text(0.12345), "0.123");
    EXPECT_EQ(to_text(12.345), "12.3");
    EXPECT_EQ(to_text(-0.5, number_format(1)), "−0.5");
    EXPECT_EQ(to_text(0.614, percent_format()), "61.4 %");
    EXPECT_EQ(to_text(1999, plain_format()), "1999");
    EXPECT_EQ(to_text(0.00002), "2.0 × 10⁻⁵");
    EXPECT_EQ(to_text(0.0004, p_value_format()), "< 0.001");
    EXPECT_EQ(to_text(3, {NumberFormat::Kind::number, 1, true, "dB"}), "+3.0 dB");
}

TEST(Numbers, NeverShowMinusNoughtOrNan) {
    EXPECT_EQ(to_text(-0.001, number_format(1)), "0.0");
    EXPECT_EQ(to_text(0.0, {NumberFormat::Kind::number, 1, true, ""}), "0.0");
    EXPECT_EQ(to_text(std::nan("")), "–");
    EXPECT_EQ(to_text(-std::numeric_limits<double>::infinity()), "−∞");
}

TEST(Numbers, ListsReadLikeASentence) {
    EXPECT_EQ(list_text({}), "");
    EXPECT_EQ(list_text({"a"}), "a");
    EXPECT_EQ(list_text({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(count_of(1, "track", "tracks"), "1 track");
    EXPECT_EQ(count_of(1200, "track", "tracks"), "1,200 tracks");
}

TEST(Ticks, AreRoundAndInside) {
    const auto ticks = ticks_in({0.03, 0.98}, 5);
    EXPECT_EQ(ticks.values.size(), 4U);
    EXPECT_DOUBLE_EQ(ticks.step, 0.2);
    EXPECT_EQ(ticks.text(ticks.values[0]), "0.2");
    EXPECT_EQ(ticks.text(ticks.values[0], percent_format()), "20 %");
    EXPECT_EQ(ticks_in({1957, 2020}, 6).text(1960), "1960") << "years get no comma";
    EXPECT_EQ(ticks_in({0, 4000}, 4).text(2000), "2,000");
}

TEST(Ticks, HoldForAnyExtent) {
    for (const double width : {1e-9, 0.013, 1.0, 7.0, 99.0, 12345.0, 1e12}) {
        for (const double low : {-width * 3.3, -width / 2, 0.0, width * 11.7}) {
            for (const int wanted : {2, 5, 8}) {
                const Extent extent{low, low + width};
                const auto ticks = ticks_in(extent, wanted);
                ASSERT_GE(ticks.values.size(), 2U);
                EXPECT_LE(ticks.values.size(), 2 * static_cast<std::size_t>(wanted) + 2);
                EXPECT_GE(ticks.values.front(), extent.low - width * 1e-6);
                EXPECT_LE(ticks.values.back(), extent.high + width * 1e-6);
                const auto wider = to_ticks(extent, wanted);
                EXPECT_LE(wider.low, extent.low + width * 1e-6);
                EXPECT_GE(wider.high, extent.high - width * 1e-6);
                EXPECT_LE(wider.width(), width * 3.01);
            }
        }
    }
    EXPECT_GE(ticks_in({5, 5}, 4).values.size(), 2U) << "an extent without width";
}

TEST(Scale, MapsEndsOnEnds) {
    const Scale y({10, 20}, 300, 100);
    EXPECT_DOUBLE_EQ(y(10), 300);
    EXPECT_DOUBLE_EQ(y(20), 100);
    EXPECT_DOUBLE_EQ(y(15), 200);
    const std::vector<double> values{std::nan(""), 3, -1};
    EXPECT_DOUBLE_EQ(extent_of(values).low, -1);
    EXPECT_TRUE(std::isfinite(Scale(extent_of(std::vector<double>{}), 0, 1)(0)));
}

TEST(Html, EscapesWhatWouldBeMarkup) {
    EXPECT_EQ(escaped("<script>alert('x') & \"y\"</script>"),
              "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;");
    EXPECT_EQ(escaped("61.4 % of a"), "61.4\u00a0% of a");
    EXPECT_EQ(escaped("Bj\xF6rk\x01"), "Björk") << "bytes that are not UTF-8, control characters";
    EXPECT_EQ(anchor_of("Errors by genre & décade!"), "errors-by-genre-and-decade");
    EXPECT_EQ(anchor_of("\"><img>"), "img");
    EXPECT_EQ(anchor_of("!!!"), "section");
}

}  // namespace
}  // namespace attune::report
