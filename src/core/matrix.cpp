#include "core/matrix.h"

#include "core/error.h"

#include <algorithm>

namespace attune {

void Matrix::add_row(std::span<const float> row) {
    if (n_rows_ == 0) n_columns_ = row.size();
    require(row.size() == n_columns_, "a row must have {} values, got {}", n_columns_, row.size());
    values_.insert(values_.end(), row.begin(), row.end());
    ++n_rows_;
}

Matrix Matrix::rows(std::span<const std::size_t> indices) const {
    Matrix taken(indices.size(), n_columns_);
    for (std::size_t i = 0; i < indices.size(); ++i) std::ranges::copy(row(indices[i]), taken.row(i).begin());
    return taken;
}

Matrix Matrix::columns(std::span<const std::size_t> indices) const {
    Matrix taken(n_rows_, indices.size());
    for (std::size_t r = 0; r < n_rows_; ++r) {
        for (std::size_t c = 0; c < indices.size(); ++c) taken(r, c) = (*this)(r, indices[c]);
    }
    return taken;
}

}  // namespace attune
