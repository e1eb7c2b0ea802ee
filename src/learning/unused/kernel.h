#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "core/options.h"
#include "learning/tables/standardizer.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

/// Names in brackets are those of Rasmussen and Williams.
struct GaussianProcessOptions {
    float length_scale = 1;
    float noise = 0.3F;
    int max_rows = 3000;
    std::uint32_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<float>{"length_scale", length_scale, 0.01F, 100,
                            "how far likeness reaches, in standard deviations a column [l]"});
        visit(Option<float>{"noise", noise, 1e-3F, 100,
                            "variance of a row against that of the function [sigma_n^2]"});
        visit(Option<int>{"max_rows", max_rows, 1, 20000, "rows kept; time grows with their cube"});
        visit(Option<std::uint32_t>{"seed", seed, 0, 0x7FFFFFFF, "which rows are kept where there are more"});
    }
};

/// Gaussian process regression (its mean is kernel ridge regression) with a squared exponential kernel on
/// standardised columns, missing values at the mean:
///
///     k(a, b) = exp(-|a - b|^2 / (2 n_columns length_scale^2)),   f(x) = mean(y) + k(x, X) (K + noise/w
///     I)^-1 (y - mean(y))
///
/// On 0/1 labels it gives a smooth score near the probability, not kept in [0, 1].
///
/// Source: C. E. Rasmussen, C. K. I. Williams, "Gaussian processes for machine learning", 2006,
/// algorithm 2.1.
class GaussianProcess {
  public:
    GaussianProcess() = default;

    /// @param X        shape (n_rows, n_columns), NaN missing; of more than max_rows a seeded sample is kept
    /// @param y        shape (n_rows,), finite
    /// @param weights  shape (n_rows,), >= 0, or empty for 1: a row of weight 2 has half the noise
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range
    static GaussianProcess fit(const Matrix& X, std::span<const float> y, std::span<const float> weights,
                               const GaussianProcessOptions& options = {});

    /// shape (n_rows,); far from every training row the mean of y.
    /// @throws Error{invalid_argument} if X has another number of columns than the training rows
    std::vector<float> predict(const Matrix& X) const;

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a GaussianProcess
    static GaussianProcess load(const Json& saved);

  private:
    Standardizer standardizer_;
    Matrix rows_;  // standardised
    std::vector<double> coefficients_;
    double mean_ = 0;
    double length_scale_ = 1;
};

}  // namespace attune::learning
