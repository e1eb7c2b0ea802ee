#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "learning/tables/classes.h"
#include "learning/tables/standardizer.h"

#include <span>
#include <vector>

namespace attune::learning {

struct MultinomialOptions {
    float l2 = 1;
    int iterations = 500;
    float tolerance = 1e-6F;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<float>{"l2", l2, 0, 1e6F, "penalty on coefficients of standardised columns"});
        visit(Option<int>{"iterations", iterations, 1, 100000, "most steps"});
        visit(Option<float>{"tolerance", tolerance, 0, 1, "slope of the mean loss at which to end"});
    }
};

/// Logistic regression for several classes with an L2 penalty on standardised columns, missing values at the
/// mean:
///
///     minimise  -sum_i w_i log p_i[class of i] + l2/2 sum_k |c_k|^2,   p_i = softmax_k(a_k + z_i . c_k)
///
/// Source: T. Hastie, R. Tibshirani, J. Friedman, "The elements of statistical learning", 2nd ed., 2009,
/// section 4.4.
class MultinomialLogistic {
  public:
    MultinomialLogistic() = default;

    /// @param X        shape (n_rows, n_columns), NaN missing
    /// @param labels   shape (n_rows,), in [0, n_classes); a class without rows gets a probability near 0
    /// @param weights  shape (n_rows,), >= 0, or empty for 1 everywhere
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range
    static MultinomialLogistic fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                                   std::span<const float> weights = {},
                                   const MultinomialOptions& options = {}, const Task& task = {});

    /// Probabilities, shape (n_rows, n_classes), rows sum to 1.
    Matrix predict(const Matrix& X) const;

    std::size_t n_classes() const noexcept { return intercepts_.size(); }
    std::size_t n_columns() const noexcept { return standardizer_.n_columns(); }

    /// Change of a class's log-odds for one standard deviation of each column, shape (n_columns,).
    std::span<const double> coefficients(std::size_t of_class) const;
    const std::vector<double>& intercepts() const noexcept { return intercepts_; }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a MultinomialLogistic
    static MultinomialLogistic load(const Json& saved);

  private:
    Standardizer standardizer_;
    std::vector<double> coefficients_;  // class after class
    std::vector<double> intercepts_;
};

}  // namespace attune::learning
