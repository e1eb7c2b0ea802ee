#pragma once

#include "core/matrix.h"
#include "learning/tables/classes.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

// What a model must beat. All take training rows and say something of rows held out; they throw
// Error{invalid_argument} without training rows or if shapes differ.

/// The shares of the classes among the training rows, for every row: shape (n_test, n_classes). The class
/// said is always the most frequent one.
Matrix majority_baseline(std::span<const ClassIndex> train, std::size_t n_classes, std::size_t n_test);

/// One class a row with certainty, drawn by the shares of the training rows.
Matrix stratified_baseline(std::span<const ClassIndex> train, std::size_t n_classes, std::size_t n_test,
                           std::uint64_t seed);

/// The median of the training targets, shape (n_test,).
std::vector<float> median_baseline(std::span<const float> train, std::size_t n_test);

/// The median of each row's group (a genre) among the training rows; for a group without any the median of
/// all.
std::vector<float> group_median_baseline(std::span<const std::uint64_t> train_groups,
                                         std::span<const float> train,
                                         std::span<const std::uint64_t> test_groups);

}  // namespace attune::learning
