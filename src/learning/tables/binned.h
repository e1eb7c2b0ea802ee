#pragma once

#include "core/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

/// The columns of a table with each value put into one of at most 256 bins, so that looking for a split is
/// counting. Bin 0 is "missing"; the others hold about as many rows each, or one value each where there are
/// few.
class BinnedColumns {
  public:
    /// @throws Error{invalid_argument} for an infinite value or n_bins not in [2, 255]
    BinnedColumns(const Matrix& X, std::size_t n_bins);

    std::size_t n_columns() const noexcept { return edges_.size(); }

    /// The bins of a column, shape (n_rows,).
    std::span<const std::uint8_t> column(std::size_t column) const {
        return std::span(bins_).subspan(column * n_rows_, n_rows_);
    }

    /// A number such that exactly the values of this bin and those below it are not larger.
    float upper_edge(std::size_t column, std::uint8_t bin) const;

  private:
    std::size_t n_rows_ = 0;
    std::vector<std::uint8_t> bins_;         // column after column
    std::vector<std::vector<float>> edges_;  // of each column: edge i ends bin i + 1
};

}  // namespace attune::learning
