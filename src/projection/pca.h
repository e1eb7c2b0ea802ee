#pragma once

#include "core/matrix.h"

#include <cstddef>
#include <vector>

namespace attune::projection {

/// The directions in which rows differ most, falling; at each direction the largest entry by amount is
/// positive.
///
/// Source: K. Pearson, "On lines and planes of closest fit to systems of points in space", 1901.
class Pca {
  public:
    Pca() = default;

    /// @param X  shape (n_rows, n_columns), without missing values; standardise first if units differ
    /// @throws Error{invalid_argument} unless 1 <= n_components <= n_columns, or if a value is not finite
    static Pca fit(const Matrix& X, std::size_t n_components);

    /// Coordinates along the directions, shape (n_rows, n_components).
    Matrix transform(const Matrix& X) const;

    /// The rows that have these coordinates, shape (n_rows, n_columns).
    Matrix undo(const Matrix& coordinates) const;

  private:
    std::vector<double> means_;
    std::vector<std::vector<double>> directions_;  ///< shape (n_components, n_columns), rows orthonormal
};

}  // namespace attune::projection
