#include "library/interactions.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <limits>

namespace attune::library {
namespace {

TEST(Interactions, AddsValuesAtTheSamePlaceAndSortsTheItemsOfARow) {
    const Interactions table(3, 4, {{2, 3, 1}, {0, 1, 2}, {2, 0, 5}, {0, 1, 3}});
    EXPECT_EQ(table.n_users(), 3u);
    EXPECT_EQ(table.size(), 3u);
    EXPECT_EQ(table.row(1).size(), 0u);
    ASSERT_EQ(table.row(0).size(), 1u);
    EXPECT_EQ(table.row(0).values[0], 5);
    ASSERT_EQ(table.row(2).size(), 2u);
    EXPECT_EQ(table.row(2).indices[0], 0u);
    EXPECT_EQ(table.row(2).indices[1], 3u);
}

TEST(Interactions, TransposedTwiceIsTheSame) {
    const Interactions table(3, 4, {{2, 3, 1}, {0, 1, 2}, {2, 0, 5}});
    const Interactions turned = table.transposed();
    EXPECT_EQ(turned.n_users(), 4u);
    EXPECT_EQ(turned.n_items(), 3u);
    ASSERT_EQ(turned.row(3).size(), 1u);
    EXPECT_EQ(turned.row(3).indices[0], 2u);
    const Interactions back = turned.transposed();
    for (UserIndex user = 0; user < 3; ++user) {
        ASSERT_EQ(back.row(user).size(), table.row(user).size());
        for (std::size_t k = 0; k < table.row(user).size(); ++k) {
            EXPECT_EQ(back.row(user).indices[k], table.row(user).indices[k]);
            EXPECT_EQ(back.row(user).values[k], table.row(user).values[k]);
        }
    }
}

TEST(Interactions, RefusesWhatNoPlayCanBe) {
    EXPECT_THROW(Interactions(1, 1, {{0, 1, 1}}), Error);
    EXPECT_THROW(Interactions(1, 1, {{0, 0, -1}}), Error);
    EXPECT_THROW(Interactions(1, 1, {{0, 0, std::numeric_limits<float>::infinity()}}), Error);
}

}  // namespace
}  // namespace attune::library
