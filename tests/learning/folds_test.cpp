#include "learning/judging/folds.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace attune::learning {
namespace {

std::vector<std::size_t> sizes_of(const std::vector<std::size_t>& fold_of, std::size_t k) {
    std::vector<std::size_t> sizes(k);
    for (const auto fold : fold_of) ++sizes.at(fold);
    return sizes;
}

std::size_t spread(const std::vector<std::size_t>& sizes) {
    return *std::ranges::max_element(sizes) - *std::ranges::min_element(sizes);
}

TEST(KFolds, DifferInSizeByAtMostOne) {
    for (const std::size_t n : {5U, 17U, 100U, 101U})
        EXPECT_LE(spread(sizes_of(k_folds(n, 5, 3), 5)), 1U) << n;
}

TEST(KFolds, AreTheSameForTheSameSeedOnly) {
    EXPECT_EQ(k_folds(50, 5, 1), k_folds(50, 5, 1));
    EXPECT_NE(k_folds(50, 5, 1), k_folds(50, 5, 2));
}

TEST(KFolds, RefuseMoreFoldsThanRowsAndFewerThanTwo) {
    EXPECT_THROW(k_folds(3, 4, 1), Error);
    EXPECT_THROW(k_folds(3, 1, 1), Error);
    EXPECT_THROW(k_folds(0, 2, 1), Error);
}

TEST(StratifiedKFolds, SpreadEachClassEvenly) {
    std::vector<float> labels(103, 0.0F);
    std::fill_n(labels.begin() + 40, 13, 1.0F);
    const auto fold_of = stratified_k_folds(labels, 5, 7);
    std::vector<std::size_t> positives(5);
    for (std::size_t row = 0; row < labels.size(); ++row) {
        if (labels[row] == 1) ++positives[fold_of[row]];
    }
    EXPECT_LE(spread(positives), 1U);
    EXPECT_LE(spread(sizes_of(fold_of, 5)), 1U);
}

std::vector<std::uint64_t> uneven_groups() {
    std::vector<std::uint64_t> groups;
    for (std::uint64_t group = 0; group < 40; ++group) {
        for (std::uint64_t i = 0; i <= group % 7; ++i) groups.push_back(group * 1'000'003);
    }
    return groups;
}

TEST(GroupedKFolds, NeverSplitAGroup) {
    const auto groups = uneven_groups();
    const auto fold_of = grouped_k_folds(groups, 5, 11);
    std::map<std::uint64_t, std::set<std::size_t>> folds_of_group;
    for (std::size_t row = 0; row < groups.size(); ++row) folds_of_group[groups[row]].insert(fold_of[row]);
    for (const auto& [group, folds] : folds_of_group) EXPECT_EQ(folds.size(), 1U) << group;
}

TEST(GroupedKFolds, AreAsEvenAsTheSmallestGroupAllows) {
    EXPECT_LE(spread(sizes_of(grouped_k_folds(uneven_groups(), 5, 11), 5)), 1U);
}

TEST(GroupedKFolds, DependOnTheSeed) {
    EXPECT_EQ(grouped_k_folds(uneven_groups(), 5, 1), grouped_k_folds(uneven_groups(), 5, 1));
    EXPECT_NE(grouped_k_folds(uneven_groups(), 5, 1), grouped_k_folds(uneven_groups(), 5, 2));
}

TEST(GroupedKFolds, RefuseFewerGroupsThanFolds) {
    const std::vector<std::uint64_t> groups = {1, 1, 1, 2, 2};
    EXPECT_THROW(grouped_k_folds(groups, 3, 1), Error);
}

TEST(Split, GivesEachRowToOneSide) {
    const std::vector<std::size_t> fold_of = {0, 1, 2, 1, 0};
    const auto rows = split(fold_of, 1);
    EXPECT_EQ(rows.test, (std::vector<std::size_t>{1, 3}));
    EXPECT_EQ(rows.train, (std::vector<std::size_t>{0, 2, 4}));
    EXPECT_EQ(n_folds(fold_of), 3U);
}

}  // namespace
}  // namespace attune::learning
