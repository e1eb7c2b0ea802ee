#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "core/options.h"
#include "learning/tables/standardizer.h"

#include <span>
#include <vector>

namespace attune::learning {

struct KnnOptions {
    int neighbours = 20;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"neighbours", neighbours, 1, 10000, "training rows that a row is compared to [k]"});
    }
};

/// The mean target of the k nearest training rows, each weighted by 1 / (1 + distance^2), on standardised
/// columns with missing values at the mean. Compares with every row: for tables up to some ten thousand rows.
///
/// Source: T. Cover, P. Hart, "Nearest neighbor pattern classification", IEEE Transactions on Information
/// Theory 13, 1967.
class NearestNeighbours {
  public:
    NearestNeighbours() = default;

    /// @param weights  shape (n_rows,), >= 0, or empty for 1 everywhere; rows of weight 0 are left out
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range
    static NearestNeighbours fit(const Matrix& X, std::span<const float> y, std::span<const float> weights,
                                 const KnnOptions& options = {});

    /// shape (n_rows,), between the least and the largest training target; of 0/1 labels a probability.
    /// Equally distant rows: those that came first.
    std::vector<float> predict(const Matrix& X) const;

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by NearestNeighbours
    static NearestNeighbours load(const Json& saved);

  private:
    float predict_row(std::span<const float> z) const;

    Standardizer standardizer_;
    Matrix rows_;  // standardised
    std::vector<float> y_;
    std::vector<float> weights_;
    std::size_t neighbours_ = 1;
};

}  // namespace attune::learning
