#include "sources/values.h"

#include "core/time.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

using Words = std::vector<std::string>;

TEST(Values, CleansNames) {
    EXPECT_EQ(clean_text("  a\tb\n"), "a b");
    EXPECT_EQ(clean_text("Bj\xF6rk"), "Björk");
    EXPECT_EQ(clean_text(std::string_view("a\0b", 3)), "a b");
    EXPECT_EQ(clean_text("\x01 \x7F"), "");
    EXPECT_FALSE(has_text("\x01 \x7F"));
    EXPECT_TRUE(has_text(" a"));
}

TEST(Values, ReadsWholeNumbers) {
    EXPECT_EQ(parse_whole(" 42 "), 42);
    EXPECT_EQ(parse_whole("42.0"), 42);
    EXPECT_EQ(parse_whole("-1"), -1);
    EXPECT_EQ(parse_whole("42.5"), std::nullopt);
    EXPECT_EQ(parse_whole("1e30"), std::nullopt);
    EXPECT_EQ(parse_whole("x"), std::nullopt);
    EXPECT_EQ(parse_whole(""), std::nullopt);
    EXPECT_EQ(parse_number("nan"), std::nullopt);
    EXPECT_EQ(parse_number("inf"), std::nullopt);
    EXPECT_EQ(parse_number("1.5x"), std::nullopt);
}

TEST(Values, ReadsSecondsAndMilliseconds) {
    EXPECT_EQ(format_timestamp(parse_epoch("1620035000").value()), "2021-05-03T09:43:20Z");
    EXPECT_EQ(parse_epoch("1620035000999"), parse_epoch("1620035000"));
    EXPECT_EQ(parse_epoch("0"), std::nullopt);
    EXPECT_EQ(parse_epoch("-1"), std::nullopt);
}

TEST(Values, ReadsLists) {
    EXPECT_EQ(parse_list("['a', \"b's\", 'c\\'d']"), (Words{"a", "b's", "c'd"}));
    EXPECT_EQ(parse_list("['a'], ['b']"), (Words{"a", "b"}));
    EXPECT_EQ(parse_list("[]"), Words());
    EXPECT_EQ(parse_list("['a"), Words{"a"});
}

TEST(Values, TakesEntitiesOutOfText) {
    EXPECT_EQ(unescape_html("R&amp;B &#x27;90 &#8364; &lt;3"), "R&B '90 € <3");
    EXPECT_EQ(unescape_html("A & B; &nope; &#xD800; &#0; &"), "A & B; &nope; &#xD800; &#0; &");
}

TEST(Values, BelievesDatesOfTheTimeOfStreaming) {
    EXPECT_TRUE(is_credible(parse_timestamp("2002-01-01").value(), today));
    EXPECT_FALSE(is_credible(parse_timestamp("2001-12-31").value(), today));
    EXPECT_TRUE(is_credible(today + std::chrono::days(1), today));
    EXPECT_FALSE(is_credible(today + std::chrono::days(2), today));
}

}  // namespace
}  // namespace attune::sources::test
