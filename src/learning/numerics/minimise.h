#pragma once

#include "core/task.h"

#include <functional>
#include <span>
#include <vector>

namespace attune::learning {

/// A smooth function: gives its value at x and writes its slope, shape of x.
using Smooth = std::function<double(std::span<const double> x, std::span<double> gradient)>;

/// Where a smooth convex function is least, by the limited-memory BFGS method with a backtracking step.
///
/// @param x          where to start; becomes the answer
/// @param tolerance  ends when no entry of the gradient is larger than this
/// @return the number of steps taken, at most `most_steps`
///
/// Source: J. Nocedal, S. J. Wright, "Numerical optimization", 2nd ed., 2006, algorithm 7.5.
std::size_t minimise(const Smooth& function, std::vector<double>& x, double tolerance, std::size_t most_steps,
                     const Task& task = {});

}  // namespace attune::learning
