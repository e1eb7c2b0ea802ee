#pragma once

#include "core/task.h"

#include <cstddef>

namespace attune::collaborative {

// Square matrices of float32 by rows, of which only the part on and above the diagonal is read. Large ones
// use several threads; the outcome does not depend on how many.

/// A = U^T U in place; U is upper triangular.
/// @param A  shape (size, size), symmetric
/// @return   false if A is not positive definite in float32; A is then spoilt
bool cholesky(float* A, std::size_t size, std::size_t threads = 1, const Task& task = {});

/// Solves U^T U x = b in place.
/// @param x  holds b, shape (size,)
void solve_cholesky(const float* U, std::size_t size, float* x);

/// A^-1 of a positive definite A in place, whole: both halves are written. Needs another size x size floats
/// meanwhile.
/// @return false if A is not positive definite in float32; A is then spoilt
bool invert(float* A, std::size_t size, std::size_t threads = 1, const Task& task = {});

}  // namespace attune::collaborative
