#include "similarity/mutual_proximity.h"

#include "core/random.h"
#include "similarity/hubness.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace attune::similarity {
namespace {

/// Points of many independent columns: some come to lie near the middle, and are near to everything.
Space high_dimensional(std::size_t n, std::size_t d) {
    Random random(7);
    Matrix X(n, d);
    for (auto& x : X.values()) x = static_cast<float>(random.normal());
    return make_space(X, Measure::euclidean);
}

Hubness hubness_in(const Space& space, const MutualProximity* mutual) {
    const NeighbourSample all{10, space.size(), 1};
    const auto lists = neighbour_lists(space, all, mutual);
    return hubness_of(count_occurrences(lists, space.size()), lists.size());
}

TEST(MutualProximity, LowersTheHubnessOfManyColumns) {
    const auto space = high_dimensional(600, 40);
    const MutualProximity mutual(space);
    const auto before = hubness_in(space, nullptr);
    const auto after = hubness_in(space, &mutual);
    EXPECT_GT(before.skewness, 2);
    EXPECT_LT(after.skewness, 0.5 * before.skewness);
    EXPECT_LT(after.largest_share, 0.5 * before.largest_share);
    EXPECT_LT(after.never, 0.5 * before.never);
}

TEST(MutualProximity, IsSymmetricAndAProbability) {
    const auto space = high_dimensional(80, 10);
    const MutualProximity mutual(space);
    for (std::size_t a = 0; a < 80; ++a) {
        const auto from_a = mutual.apply(a, space.distances(a));
        for (std::size_t b = 0; b < 80; ++b) {
            if (a == b) continue;
            EXPECT_GE(from_a[b], 0);
            EXPECT_LE(from_a[b], 1);
            if (b < 3) EXPECT_FLOAT_EQ(from_a[b], mutual.apply(b, space.distances(b))[a]);
        }
        EXPECT_TRUE(std::isinf(from_a[a]));
    }
}

TEST(MutualProximity, IsTheSameOnAnyNumberOfThreadsAndWithTheSameSeed) {
    const auto space = high_dimensional(2100, 6);
    MutualProximityOptions options;
    options.sample = 32;
    const MutualProximity one(space, options);
    options.threads = 3;
    const MutualProximity three(space, options);
    EXPECT_EQ(one.apply(5, space.distances(5)).at(6), three.apply(5, space.distances(5)).at(6));
    options.seed = 2;
    const MutualProximity other(space, options);
    EXPECT_NE(one.apply(5, space.distances(5)).at(6), other.apply(5, space.distances(5)).at(6));
}

TEST(Hubness, OfListsThatAllNameOneThing) {
    const std::vector<std::vector<std::uint32_t>> lists = {{0, 1}, {0, 2}, {0, 3}, {0, 1}};
    const auto occurrences = count_occurrences(lists, 6);
    EXPECT_EQ(occurrences, (std::vector<std::uint32_t>{4, 2, 1, 1, 0, 0}));
    const auto hubness = hubness_of(occurrences, lists.size());
    EXPECT_EQ(hubness.largest_share, 1);
    EXPECT_NEAR(hubness.never, 2.0 / 6, 1e-12);
    // Around the mean of 4/3 the second moment is 17/9, the third 65/27.
    EXPECT_NEAR(hubness.skewness, 65.0 / 27 / std::pow(17.0 / 9, 1.5), 1e-9);
    EXPECT_EQ(hubness_of({}, 0).largest_share, 0);
}

}  // namespace
}  // namespace attune::similarity
