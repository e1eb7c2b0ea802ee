#include "learning/judging/folds.h"

#include "core/error.h"
#include "core/random.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace attune::learning {
namespace {

std::vector<std::size_t> shuffled_rows(std::size_t n, std::uint64_t seed) {
    std::vector<std::size_t> rows(n);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    Random(seed).shuffle(rows);
    return rows;
}

void require_folds(std::size_t n, std::size_t k, const char* what) {
    require(k >= 2 && k <= n, "the number of folds must be in [2, {}], the number of {}, got {}", n, what, k);
}

}  // namespace

std::vector<std::size_t> k_folds(std::size_t n, std::size_t k, std::uint64_t seed) {
    require_folds(n, k, "rows");
    std::vector<std::size_t> fold_of(n);
    const auto rows = shuffled_rows(n, seed);
    for (std::size_t i = 0; i < n; ++i) fold_of[rows[i]] = i % k;
    return fold_of;
}

std::vector<std::size_t> stratified_k_folds(std::span<const float> labels, std::size_t k,
                                            std::uint64_t seed) {
    require_folds(labels.size(), k, "rows");
    auto rows = shuffled_rows(labels.size(), seed);
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return labels[row]; });
    // Dealt in one go through all strata: not only each stratum but also the whole comes out even.
    std::vector<std::size_t> fold_of(labels.size());
    for (std::size_t i = 0; i < rows.size(); ++i) fold_of[rows[i]] = i % k;
    return fold_of;
}

std::vector<std::size_t> grouped_k_folds(std::span<const std::uint64_t> groups, std::size_t k,
                                         std::uint64_t seed) {
    std::map<std::uint64_t, std::size_t> size_of;
    for (const auto group : groups) ++size_of[group];
    require_folds(size_of.size(), k, "groups");

    std::vector<std::pair<std::uint64_t, std::size_t>> by_size(size_of.begin(), size_of.end());
    Random(seed).shuffle(by_size);
    std::ranges::stable_sort(by_size, std::ranges::greater{}, &std::pair<std::uint64_t, std::size_t>::second);

    std::vector<std::size_t> filled(k);
    std::map<std::uint64_t, std::size_t> fold_of_group;
    for (const auto& [group, size] : by_size) {
        const auto smallest = std::ranges::min_element(filled);
        *smallest += size;
        fold_of_group[group] = static_cast<std::size_t>(smallest - filled.begin());
    }
    std::vector<std::size_t> fold_of;
    fold_of.reserve(groups.size());
    for (const auto group : groups) fold_of.push_back(fold_of_group.at(group));
    return fold_of;
}

Split split(std::span<const std::size_t> fold_of, std::size_t fold) {
    Split rows;
    for (std::size_t row = 0; row < fold_of.size(); ++row) {
        (fold_of[row] == fold ? rows.test : rows.train).push_back(row);
    }
    return rows;
}

std::size_t n_folds(std::span<const std::size_t> fold_of) {
    return fold_of.empty() ? 0 : *std::ranges::max_element(fold_of) + 1;
}

}  // namespace attune::learning
