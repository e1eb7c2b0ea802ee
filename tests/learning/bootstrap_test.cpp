#include "learning/numerics/bootstrap.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <vector>

namespace attune::learning {
namespace {

struct Sample {
    std::vector<std::uint64_t> groups;
    std::vector<double> values;

    std::optional<Interval> mean_interval(std::uint64_t seed) const {
        return bootstrap_by_group(groups, 400, seed, [this](std::span<const std::size_t> rows) {
            double sum = 0;
            for (const auto row : rows) sum += values[row];
            return std::optional(sum / static_cast<double>(rows.size()));
        });
    }
};

/// 60 groups of 5 rows around 0; the rows of a group are much alike.
Sample correlated_groups(std::uint64_t seed) {
    Random random(seed);
    Sample sample;
    for (std::uint64_t group = 0; group < 60; ++group) {
        const double shared = random.normal();
        for (int i = 0; i < 5; ++i) {
            sample.groups.push_back(group);
            sample.values.push_back(shared + 0.1 * random.normal());
        }
    }
    return sample;
}

TEST(BootstrapByGroup, CoversTheTruthAboutAsOftenAsItSays) {
    int covered = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto interval = correlated_groups(seed).mean_interval(seed + 1).value();
        covered += interval.low <= 0 && 0 <= interval.high ? 1 : 0;
    }
    EXPECT_GE(covered, 86);
    EXPECT_LE(covered, 100);
}

TEST(BootstrapByGroup, IsWiderThanIfRowsWereTakenForIndependent) {
    auto sample = correlated_groups(3);
    const auto by_group = sample.mean_interval(1).value();
    std::iota(sample.groups.begin(), sample.groups.end(), std::uint64_t{0});
    const auto by_row = sample.mean_interval(1).value();
    EXPECT_EQ(by_group.value, by_row.value);
    EXPECT_GT(by_group.high - by_group.low, 1.5 * (by_row.high - by_row.low));
}

TEST(BootstrapByGroup, DrawsWholeGroups) {
    const std::vector<std::uint64_t> groups = {7, 8, 7, 8, 8, 9};
    bootstrap_by_group(groups, 50, 1, [&](std::span<const std::size_t> rows) {
        std::map<std::size_t, int> times;
        for (const auto row : rows) ++times[row];
        EXPECT_EQ(times[0], times[2]);
        EXPECT_EQ(times[1], times[3]);
        EXPECT_EQ(times[1], times[4]);
        EXPECT_EQ(times[0] + times[1] + times[5], 3);
        return std::optional(0.0);
    });
}

TEST(BootstrapByGroup, IsTheSameForTheSameSeed) {
    const auto sample = correlated_groups(2);
    EXPECT_EQ(sample.mean_interval(5)->low, sample.mean_interval(5)->low);
    EXPECT_NE(sample.mean_interval(5)->low, sample.mean_interval(6)->low);
}

TEST(BootstrapByGroup, IsNoneWhereTheStatisticIs) {
    const std::vector<std::uint64_t> groups = {1, 2};
    const auto undefined = [](std::span<const std::size_t>) { return std::optional<double>(); };
    EXPECT_FALSE(bootstrap_by_group(groups, 10, 1, undefined));
    EXPECT_FALSE(
        bootstrap_by_group({}, 10, 1, [](std::span<const std::size_t>) { return std::optional(1.0); }));
    EXPECT_THROW(bootstrap_by_group(groups, 0, 1, undefined), Error);
}

}  // namespace
}  // namespace attune::learning
