#pragma once

#include <vector>

namespace attune::learning {

using Vector = std::vector<double>;
using Vectors = std::vector<Vector>;

/// Makes the vectors orthogonal by rotations of pairs (the one-sided Jacobi method), and returns the product
/// of these: its vector j tells of what old vectors the new vector j is made. With the vectors as the columns
/// of A, their new lengths are the singular values of A, right to many digits even where A is badly scaled,
/// and the product is V. For some hundred vectors.
///
/// Source: G. Golub, C. Van Loan, "Matrix computations", 4th ed., 2013, section 8.6.3.
Vectors rotate_until_orthogonal(Vectors& vectors);

/// Eigenvalues, falling, and their vectors (orthonormal, the largest entry by amount positive).
struct SymmetricEigen {
    Vector values;
    Vectors vectors;
};

/// Of a symmetric matrix given by its rows, by Jacobi's method with two-sided rotations. For some hundred
/// rows.
SymmetricEigen symmetric_eigen(Vectors matrix);

}  // namespace attune::learning
