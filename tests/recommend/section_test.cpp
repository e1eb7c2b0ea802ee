#include "recommend/section.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::recommend {
namespace {

std::vector<std::size_t> numbers(std::size_t first, std::size_t n) {
    std::vector<std::size_t> all(n);
    std::iota(all.begin(), all.end(), first);
    return all;
}

TEST(Sections, AreMixedSoThatEveryBeginningHasTheWantedShare) {
    for (const double share : {0.0, 0.2, 1.0 / 3, 0.5, 0.77, 1.0}) {
        const auto list = interleave(numbers(0, 100), numbers(100, 100), share);
        ASSERT_EQ(list.size(), 200U);
        double n_new = 0;
        for (std::size_t k = 1; k <= 100; ++k) {
            n_new += list[k - 1] < 100 ? 1 : 0;
            EXPECT_LE(std::abs(n_new - share * static_cast<double>(k)), 0.5 + 1e-9) << share << " " << k;
        }
    }
}

TEST(Sections, KeepTheirOrderAndGoOnWhenTheOtherIsAtItsEnd) {
    const auto list = interleave(numbers(0, 3), numbers(10, 5), 0.5);
    const auto of = [&](auto wanted) {
        std::vector<std::size_t> found;
        std::ranges::copy_if(list, std::back_inserter(found), wanted);
        return found;
    };
    EXPECT_EQ(of([](std::size_t i) { return i < 10; }), numbers(0, 3));
    EXPECT_EQ(of([](std::size_t i) { return i >= 10; }), numbers(10, 5));
    EXPECT_EQ(interleave({}, numbers(10, 5), 0.5), numbers(10, 5));
    EXPECT_EQ(interleave(numbers(0, 3), {}, 0), numbers(0, 3));
    EXPECT_TRUE(interleave({}, {}, 0.5).empty());
}

}  // namespace
}  // namespace attune::recommend
