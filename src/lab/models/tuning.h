#pragma once

#include "learning/choosing/point_search.h"
#include "learning/judging/folds.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace attune::lab {

/// A part of the training rows that settings are tried on: learned from three quarters, judged on one, groups
/// kept together.
struct TuningSplit {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};

/// @param groups  of the training rows, or empty
/// @param most    rows that take part; the others only wait for the final fit
TuningSplit tuning_split(std::size_t n_rows, std::span<const std::uint64_t> groups, std::size_t most,
                         std::uint64_t seed);

/// The point of the best score; of equals the first. `score`: higher is better.
learning::Point best_point(const std::vector<learning::Point>& points,
                           const std::function<double(const learning::Point&)>& score, const Task& task);

}  // namespace attune::lab
