#pragma once

#include "core/matrix.h"
#include "core/task.h"

#include <cstddef>

namespace attune::projection {

/// How far the neighbours on a map are neighbours in the table, in [0, 1], 1 where all are: each of the k
/// nearest on the map that is not among the k nearest of the table costs how far behind it stands there.
///
/// @param n_sample  rows to judge, spread evenly over the table; 0 for all. Each is compared with all rows
/// @throws Error{invalid_argument} if shapes differ or k is not in [1, n_rows / 2)
///
/// Source: J. Venna, S. Kaski, "Neighborhood preservation in nonlinear projection methods", ICANN 2001.
double trustworthiness(const Matrix& X, const Matrix& map, std::size_t k, std::size_t n_sample = 0,
                       std::size_t threads = 1, const Task& task = {});

}  // namespace attune::projection
