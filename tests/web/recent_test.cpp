#include "web/recent.h"

#include <gtest/gtest.h>

#include <string>

namespace attune::web {
namespace {

TEST(Recent, LetsGoOfWhatWasNotAskedForLongest) {
    Recent<int> recent(3);
    for (int i = 0; i < 3; ++i) recent.keep(std::to_string(i), i);
    EXPECT_EQ(*recent.find("0"), 0);
    recent.keep("3", 3);
    EXPECT_EQ(recent.find("1"), nullptr);
    EXPECT_EQ(recent.size(), 3U);
    for (const auto* key : {"0", "2", "3"}) EXPECT_NE(recent.find(key), nullptr);
}

TEST(Recent, NeverWeighsMoreThanItMay) {
    Recent<int> recent(10);
    for (int i = 0; i < 100; ++i) {
        recent.keep(std::to_string(i % 7), i, static_cast<std::size_t>(i) % 12);
        EXPECT_LE(recent.weight(), 10U);
    }
    recent.keep("heavy", 1, 11);
    EXPECT_EQ(recent.find("heavy"), nullptr);
    recent.keep("a", 1, 4);
    recent.keep("a", 2, 6);
    EXPECT_EQ(*recent.find("a"), 2);
    recent.forget("a");
    EXPECT_EQ(recent.find("a"), nullptr);
    recent.forget("a");
}

}  // namespace
}  // namespace attune::web
