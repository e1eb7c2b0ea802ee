#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "core/options.h"
#include "learning/tables/standardizer.h"

#include <span>
#include <vector>

namespace attune::learning {

struct LinearOptions {
    float l2 = 1;
    int iterations = 50;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<float>{"l2", l2, 0, 1e6F, "penalty on coefficients of standardised columns"});
        visit(Option<int>{"iterations", iterations, 1, 1000, "most Newton steps (logistic regression)"});
    }
};

/// A weighted sum of standardised columns plus a constant; the common part of the two models below.
class LinearModel {
  public:
    LinearModel() = default;
    LinearModel(Standardizer standardizer, std::vector<double> coefficients, double intercept);

    /// shape (n_rows,)
    std::vector<float> margins(const Matrix& X) const;
    Matrix contributions(const Matrix& X) const;

    const Standardizer& standardizer() const noexcept { return standardizer_; }
    const std::vector<double>& coefficients() const noexcept { return coefficients_; }
    double intercept() const noexcept { return intercept_; }

    Json save(std::string_view model_name) const;
    static LinearModel load(const Json& saved, std::string_view model_name);

  private:
    Standardizer standardizer_;
    std::vector<double> coefficients_;
    double intercept_ = 0;
};

// Both models standardise the columns and put the mean in place of missing values by what the training rows
// say (learning/standardizer.h); a column that was constant there has coefficient 0. X has shape
// (n_rows, n_columns); weights have shape (n_rows,), are >= 0, and are empty for 1 everywhere. fit() throws
// Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range.

/// Linear regression with an L2 penalty:
///
///     minimise  sum_i w_i (y_i - intercept - z_i . c)^2 + l2 |c|^2
///
/// Source: A. E. Hoerl, R. W. Kennard, "Ridge regression: biased estimation for nonorthogonal problems",
/// Technometrics 12, 1970.
class RidgeRegression {
  public:
    RidgeRegression() = default;
    static RidgeRegression fit(const Matrix& X, std::span<const float> y, std::span<const float> weights,
                               const LinearOptions& options = {});

    /// Values, shape (n_rows,).
    std::vector<float> predict(const Matrix& X) const { return model_.margins(X); }

    /// How much each column moved each value away from the intercept, shape (n_rows, n_columns + 1); the last
    /// column is the intercept, and each row sums to the value predicted.
    Matrix contributions(const Matrix& X) const { return model_.contributions(X); }

    /// Change of the value for one standard deviation of each column, shape (n_columns,).
    const std::vector<double>& coefficients() const noexcept { return model_.coefficients(); }
    double intercept() const noexcept { return model_.intercept(); }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a RidgeRegression
    static RidgeRegression load(const Json& saved);

  private:
    LinearModel model_;
};

/// Logistic regression with an L2 penalty, for labels in [0, 1]:
///
///     minimise  -sum_i w_i (y_i log p_i + (1 - y_i) log(1 - p_i)) + l2/2 |c|^2,
///     p_i = sigmoid(intercept + z_i . c)
///
/// found by Newton's method, a step halved until the loss falls. Source: T. Hastie, R. Tibshirani, J.
/// Friedman, "The elements of statistical learning", 2nd ed., 2009, section 4.4.
class LogisticRegression {
  public:
    LogisticRegression() = default;
    static LogisticRegression fit(const Matrix& X, std::span<const float> y, std::span<const float> weights,
                                  const LinearOptions& options = {});

    /// Probabilities, shape (n_rows,), in [0, 1].
    std::vector<float> predict(const Matrix& X) const;

    /// Log-odds, shape (n_rows,).
    std::vector<float> margins(const Matrix& X) const { return model_.margins(X); }

    /// As RidgeRegression::contributions, to the log-odds.
    Matrix contributions(const Matrix& X) const { return model_.contributions(X); }

    /// Change of the log-odds for one standard deviation of each column, shape (n_columns,).
    const std::vector<double>& coefficients() const noexcept { return model_.coefficients(); }
    double intercept() const noexcept { return model_.intercept(); }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a LogisticRegression
    static LogisticRegression load(const Json& saved);

  private:
    LinearModel model_;
};

}  // namespace attune::learning
