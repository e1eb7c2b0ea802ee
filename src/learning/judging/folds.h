#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

/// Cuts n rows into k folds at random; the sizes differ by at most 1.
///
/// @return the fold of each row, shape (n,), in [0, k); the same for the same seed
/// @throws Error{invalid_argument} unless 2 <= k <= n
std::vector<std::size_t> k_folds(std::size_t n, std::size_t k, std::uint64_t seed);

/// As k_folds, and every value of `labels` is spread evenly: its counts in two folds differ by at most 1.
/// For classes (0/1), not for continuous targets.
std::vector<std::size_t> stratified_k_folds(std::span<const float> labels, std::size_t k, std::uint64_t seed);

/// As k_folds, but rows of one group (an artist, a session) never stand in two folds. The largest groups are
/// dealt first, each to the smallest fold, so that the sizes are as even as the groups allow.
///
/// @param groups  the group of each row, any numbers
/// @throws Error{invalid_argument} unless k >= 2 and there are at least k groups
std::vector<std::size_t> grouped_k_folds(std::span<const std::uint64_t> groups, std::size_t k,
                                         std::uint64_t seed);

/// The rows to learn from and the rows to judge on, each ascending.
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};

/// Holds one fold out: its rows are `test`, all others `train`.
Split split(std::span<const std::size_t> fold_of, std::size_t fold);

/// The number of folds: the largest of `fold_of` + 1; 0 for no rows.
std::size_t n_folds(std::span<const std::size_t> fold_of);

}  // namespace attune::learning
