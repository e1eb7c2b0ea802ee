#pragma once

#include "learning/tables/leakage.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace attune::learning {

/// Puts the mean target of a group (an artist) in the place of its name, drawn towards the mean of all where
/// the group has few rows:  (sum + strength * mean) / (rows + strength).
///
/// Source: D. Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes", SIGKDD
/// Explorations 3, 2001.
class TargetEncoder {
  public:
    /// @param groups    the group of each row of the table
    /// @param y         shape of groups; of training rows finite
    /// @param rows      the training rows
    /// @param strength  how many rows of the mean a group starts with, >= 0
    /// @throws Error{invalid_argument} without rows, or if shapes differ or a target is not finite
    static TargetEncoder fit(std::span<const std::uint64_t> groups, std::span<const float> y,
                             std::span<const std::size_t> rows, double strength = 10);

    /// The value of each group; of one that was not seen the mean of all.
    std::vector<float> encode(std::span<const std::uint64_t> groups) const;

    const SeenRows& fitted_on() const noexcept { return seen_; }

  private:
    double mean_ = 0;
    std::unordered_map<std::uint64_t, double> value_of_;
    SeenRows seen_;
};

/// The values for training rows themselves, each from the rows of the other folds: with its own target in it
/// a column would give the answer away, and the model would trust it too much.
///
/// @param fold_of  the fold of each of `rows`, shape of rows
/// @return shape of rows
std::vector<float> cross_encode(std::span<const std::uint64_t> groups, std::span<const float> y,
                                std::span<const std::size_t> rows, std::span<const std::size_t> fold_of,
                                double strength = 10);

}  // namespace attune::learning
