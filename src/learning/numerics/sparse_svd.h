#pragma once

#include "core/matrix.h"
#include "core/options.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

struct SparseEntry {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    float value = 0;
};

/// A matrix that is mostly 0, in compressed rows.
class SparseMatrix {
  public:
    SparseMatrix() = default;

    /// Values at the same place are added.
    /// @throws Error{invalid_argument} if an entry is outside of the matrix or not finite
    SparseMatrix(std::size_t n_rows, std::size_t n_columns, std::vector<SparseEntry> entries);

    std::size_t n_rows() const noexcept { return row_starts_.size() - 1; }
    std::size_t n_columns() const noexcept { return n_columns_; }

    /// A x, shape (n_rows,); x has shape (n_columns,).
    std::vector<double> times(std::span<const double> x) const;

    /// A^T x, shape (n_columns,); x has shape (n_rows,).
    std::vector<double> transposed_times(std::span<const double> x) const;

  private:
    std::size_t n_columns_ = 0;
    std::vector<std::size_t> row_starts_ = {0};
    std::vector<std::uint32_t> columns_;
    std::vector<float> values_;
};

struct SvdOptions {
    int rank = 32;
    int oversampling = 10;
    int iterations = 6;
    std::uint64_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"rank", rank, 1, 4096, "singular values wanted [k]"});
        visit(Option<int>{"oversampling", oversampling, 0, 256, "directions beyond rank, for accuracy [p]"});
        visit(Option<int>{"iterations", iterations, 0, 100, "passes that sharpen the subspace [q]"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
    }
};

/// A ~ U diag(singular_values) V^T. The columns of U and V are orthonormal; the largest entry of each column
/// of U, by amount, is positive.
struct TruncatedSvd {
    Matrix U;                            ///< shape (n_rows, rank)
    std::vector<float> singular_values;  ///< shape (rank,), falling, > 0
    Matrix V;                            ///< shape (n_columns, rank)
};

/// The largest singular values of a sparse matrix with their vectors. `rank` is what the options ask for, or
/// what the matrix has if that is less (0 for a matrix of zeros).
///
/// Source: N. Halko, P.-G. Martinsson, J. A. Tropp, "Finding structure with randomness", SIAM Review 53,
/// 2011, algorithms 4.4 and 5.1.
TruncatedSvd truncated_svd(const SparseMatrix& A, const SvdOptions& options);

}  // namespace attune::learning
