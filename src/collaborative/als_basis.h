#pragma once

#include "core/matrix.h"

#include <span>
#include <vector>

namespace attune::collaborative {

/// Y^T Y in float64, shape (n_columns, n_columns) by rows; the same to the bit on any number of threads.
std::vector<double> gram_of_rows(const Matrix& Y, std::size_t threads);

/// Coordinates in which what all rows of one side share, Y^T Y + lambda I, is diagonal. There each row's
/// system is a diagonal plus its own few items, which is what makes ALS fast: see als_rows.h.
struct AlsBasis {
    Matrix to;    ///< T, shape (f, f): a row y of the fixed side becomes y T
    Matrix from;  ///< T^T: a solution z becomes z T^T = x
    Matrix back;  ///< an x of before becomes z = x back

    /// The diagonal of T^T (Y^T Y) T, to which lambda is to be added; empty if T^T (Y^T Y + lambda I) T is I
    /// already.
    std::vector<float> diagonal;
};

/// For one lambda for all: T = L^-T with L L^T = Y^T Y + lambda I.
AlsBasis whitened_basis(std::span<const double> gram, std::size_t n_factors, double lambda);

/// For a lambda of each row: T the eigenvectors of Y^T Y.
AlsBasis diagonal_basis(std::span<const double> gram, std::size_t n_factors);

}  // namespace attune::collaborative
