#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"

#include <span>
#include <vector>

namespace attune::learning {

/// Puts columns on one scale: mean 0, standard deviation 1 on the rows it was fitted on. A missing value
/// becomes the mean (0), and so does every value of a column that was constant or unknown there.
///
///     z[r, c] = (x[r, c] - mean[c]) / deviation[c]
class Standardizer {
  public:
    Standardizer() = default;

    /// @param weights  shape (n_rows,), >= 0; empty for 1 everywhere
    static Standardizer fit(const Matrix& X, std::span<const float> weights = {});

    /// @return shape of X, without missing values
    /// @throws Error{invalid_argument} if X has not n_columns() columns or a value is infinite
    Matrix transform(const Matrix& X) const;

    std::size_t n_columns() const noexcept { return means_.size(); }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a Standardizer
    static Standardizer load(const Json& saved);

  private:
    std::vector<double> means_;
    std::vector<double> deviations_;  // 0 for a column that says nothing
};

}  // namespace attune::learning
