#pragma once

#include "core/task.h"
#include "learning/tables/design.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attune::learning {

/// What the standard errors allow for.
enum class Covariance {
    classical,  ///< every row's error has the same variance
    hc0,        ///< variances that differ from row to row (White), for many rows
    hc1,        ///< hc0 with n / (n - k)
    hc2,        ///< with leverage: right where the variance is in fact the same
    hc3,        ///< with leverage squared: careful, for few rows
};

struct OlsOptions {
    bool intercept = true;
    Covariance covariance = Covariance::classical;
    bool student = true;  ///< t and its p by Student's distribution; otherwise by the normal one
};

/// One line of the table that a regression is read from.
struct OlsCoefficient {
    std::string name;
    double estimate = 0;
    double std_error = 0;
    double t = 0;
    double p = 0;    ///< of |t| this large or larger if the coefficient were 0
    double low = 0;  ///< the 95 % interval
    double high = 0;
    double vif = 0;  ///< variance inflation factor, >= 1; infinite where collinear; NaN for the intercept
};

/// A linear regression by (weighted) least squares, and how far it can be trusted.
///
/// R² is `r2_centred` if the columns span a constant (an intercept, or a full set of dummies) and
/// `r2_uncentred` otherwise; adjusted R² and F go by the same. Collinear columns (rank < columns) get the
/// shortest solution: its fit is right, its single coefficients are not to be read.
struct OlsFit {
    std::vector<OlsCoefficient> coefficients;  ///< the intercept first, if any
    bool intercept = true;                     ///< there is one
    std::size_t n_rows = 0;
    std::size_t rank = 0;
    bool has_constant = false;  ///< the columns span a constant
    double df_model = 0;        ///< rank without the constant
    double df_residual = 0;
    double r2 = 0;
    double r2_centred = 0;
    double r2_uncentred = 0;
    double r2_adjusted = 0;
    double f = 0;  ///< that all coefficients but the constant are 0; with HC covariance Wald's
    double f_p = 0;
    double log_likelihood = 0;
    double aic = 0;
    double bic = 0;
    double residual_variance = 0;
    double condition_number = 0;    ///< largest to smallest singular value of the (weighted) columns
    std::vector<double> fitted;     ///< shape (n_rows,)
    std::vector<double> residuals;  ///< shape (n_rows,), y - fitted

    /// Values for other rows of the same columns, shape (n_rows,).
    std::vector<double> predict(const Design& design) const;
};

/// Fits y to the design by a QR decomposition (not the normal equations, which lose half of the digits).
///
/// @param y        shape (n_rows,), finite
/// @param weights  shape (n_rows,), > 0: a row's error has variance proportional to 1 / weight; empty for 1
/// @throws Error{invalid_argument} if shapes differ, a value is missing or out of range, or there are no more
///         rows than coefficients
///
/// Source: W. H. Greene, "Econometric analysis", 8th ed., 2018, ch. 3-5 and 9; HC0-HC3: J. G. MacKinnon,
/// H. White, "Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample
/// properties", Journal of Econometrics 29, 1985.
OlsFit fit_ols(const Design& design, std::span<const double> y, std::span<const double> weights = {},
               const OlsOptions& options = {}, const Task& task = {});

}  // namespace attune::learning
