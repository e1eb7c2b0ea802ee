#pragma once

#include "core/task.h"
#include "learning/numerics/jacobi.h"

#include <cstddef>
#include <span>

namespace attune::learning {

/// What a QR decomposition and the singular values of a tall matrix X say about solving X b = y.
struct LeastSquares {
    Vector solution;         ///< shape (n_columns,); of all best ones the shortest
    Vector ones_solution;    ///< the same for `second`
    Vector singular_values;  ///< falling, shape (n_columns,)
    Vectors V;               ///< right singular vectors, in the order of the values
    std::size_t rank = 0;

    /// The row of the pseudoinverse that belongs to a row x of X: V S^-2 V^T x, shape (n_columns,).
    Vector pseudo_row(std::span<const double> x) const;

    /// Entry (i, j) of (X^T X)^+.
    double inverse_gram(std::size_t i, std::size_t j) const;

    /// x (X^T X)^+ x: how much a row pulls its own fitted value, in [0, 1].
    double leverage(std::span<const double> x) const;
};

/// Solves by Householder QR, some thousand rows at a time so that X is not copied, then by the singular
/// values of the small triangle.
///
/// @param X       row-major, shape (n_rows, n_columns), finite
/// @param y       shape (n_rows,)
/// @param second  another right side of shape (n_rows,)
LeastSquares solve_least_squares(std::span<const double> X, std::size_t n_columns, std::span<const double> y,
                                 std::span<const double> second, const Task& task);

}  // namespace attune::learning
