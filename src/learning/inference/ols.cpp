#include "learning/inference/ols.h"

#include "core/error.h"
#include "learning/inference/least_squares.h"
#include "learning/numerics/distributions.h"
#include "learning/numerics/dot.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace attune::learning {
namespace {

/// The design as least squares sees it: with the constant, each row times the root of its weight.
struct Rows {
    std::size_t n_columns = 0;
    std::vector<double> X;
    std::vector<double> y;
    std::vector<double> ones;
    std::vector<double> weights;

    std::size_t n_rows() const { return y.size(); }
    std::span<const double> row(std::size_t i) const {
        return std::span(X).subspan(i * n_columns, n_columns);
    }
};

void require_input(const Design& design, std::span<const double> y, std::span<const double> weights) {
    const auto n = design.n_rows();
    require(y.size() == n, "y must have {} values, one a row, got {}", n, y.size());
    require(weights.empty() || weights.size() == n, "weights must be empty or have {} values, got {}", n,
            weights.size());
    for (std::size_t i = 0; i < design.values.size(); ++i) {
        require(std::isfinite(design.values[i]),
                "row {}, column '{}': least squares takes no missing value; fill or drop it",
                i / design.n_columns(), design.names[i % design.n_columns()]);
    }
    for (std::size_t i = 0; i < n; ++i)
        require(std::isfinite(y[i]), "row {}: y must be finite, got {}", i, y[i]);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        require(std::isfinite(weights[i]) && weights[i] > 0,
                "row {}: a weight must be > 0, got {}; leave the row out", i, weights[i]);
    }
}

Rows weighted_rows(const Design& design, std::span<const double> y, std::span<const double> weights,
                   bool intercept) {
    Rows rows;
    rows.n_columns = design.n_columns() + (intercept ? 1 : 0);
    rows.X.reserve(design.n_rows() * rows.n_columns);
    for (std::size_t i = 0; i < design.n_rows(); ++i) {
        const double weight = weights.empty() ? 1 : weights[i];
        const double root = std::sqrt(weight);
        if (intercept) rows.X.push_back(root);
        for (std::size_t c = 0; c < design.n_columns(); ++c) rows.X.push_back(root * design(i, c));
        rows.y.push_back(root * y[i]);
        rows.ones.push_back(root);
        rows.weights.push_back(weight);
    }
    return rows;
}

/// Is the vector of ones a sum of the columns?
bool spans_constant(const Rows& rows, const LeastSquares& solved) {
    double rest = 0;
    for (std::size_t i = 0; i < rows.n_rows(); ++i) {
        const double distance = rows.ones[i] - dot(rows.row(i), solved.ones_solution);
        rest += distance * distance;
    }
    return rest < 1e-18 * dot(rows.ones, rows.ones);
}

/// The sums of squares that the figures of fit are made of.
struct Squares {
    double residual = 0;
    double centred = 0;
    double uncentred = 0;
};

Squares squares_of(const Rows& rows, std::span<const double> residuals) {
    Squares squares;
    squares.residual = dot(residuals, residuals);
    squares.uncentred = dot(rows.y, rows.y);
    const double mean = dot(rows.ones, rows.y) / dot(rows.ones, rows.ones);
    for (std::size_t i = 0; i < rows.n_rows(); ++i) {
        const double distance = rows.y[i] - rows.ones[i] * mean;
        squares.centred += distance * distance;
    }
    return squares;
}

/// What a row's squared residual counts in the "meat" of the robust covariance.
double meat_weight(Covariance kind, double leverage, double n, double df_residual) {
    switch (kind) {
        case Covariance::classical:
        case Covariance::hc0: return 1;
        case Covariance::hc1: return n / df_residual;
        case Covariance::hc2: return 1 / (1 - leverage);
        case Covariance::hc3: return 1 / ((1 - leverage) * (1 - leverage));
    }
    return 1;
}

Vectors covariance_of(const Rows& rows, const LeastSquares& solved, std::span<const double> residuals,
                      const OlsFit& fit, Covariance kind, const Task& task) {
    const auto k = rows.n_columns;
    Vectors covariance(k, Vector(k, 0.0));
    if (kind == Covariance::classical) {
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t j = 0; j < k; ++j)
                covariance[i][j] = fit.residual_variance * solved.inverse_gram(i, j);
        }
        return covariance;
    }
    const bool needs_leverage = kind == Covariance::hc2 || kind == Covariance::hc3;
    for (std::size_t row = 0; row < rows.n_rows(); ++row) {
        if (row % 4096 == 0) task.check();
        const auto x = rows.row(row);
        const double leverage = needs_leverage ? solved.leverage(x) : 0;
        const double weight =
            residuals[row] * residuals[row] *
            meat_weight(kind, leverage, static_cast<double>(rows.n_rows()), fit.df_residual);
        const auto pseudo = solved.pseudo_row(x);
        for (std::size_t i = 0; i < k; ++i) {
            for (std::size_t j = 0; j < k; ++j) covariance[i][j] += weight * pseudo[i] * pseudo[j];
        }
    }
    return covariance;
}

/// Wald's F: b^T C^+ b / df over the coefficients but the intercept.
double wald_f(const Vector& solution, const Vectors& covariance, bool intercept, double df) {
    const std::size_t first = intercept ? 1 : 0;
    Vectors tested;
    for (std::size_t i = first; i < solution.size(); ++i)
        tested.emplace_back(covariance[i].begin() + static_cast<std::ptrdiff_t>(first), covariance[i].end());
    // Scaled to ones on the diagonal: columns of different units would look like a loss of rank.
    Vector scale;
    for (std::size_t i = 0; i < tested.size(); ++i) scale.push_back(std::sqrt(tested[i][i]));
    for (std::size_t i = 0; i < tested.size(); ++i) {
        for (std::size_t j = 0; j < tested.size(); ++j) tested[i][j] /= scale[i] * scale[j];
    }
    const auto eigen = symmetric_eigen(std::move(tested));
    double sum = 0;
    for (std::size_t l = 0; l < eigen.values.size(); ++l) {
        if (eigen.values[l] <= 1e-12 * eigen.values.front()) continue;
        double along = 0;
        for (std::size_t i = 0; i < scale.size(); ++i)
            along += eigen.vectors[l][i] * solution[first + i] / scale[i];
        sum += along * along / eigen.values[l];
    }
    return sum / df;
}

/// TSS_j (X^T X)^+_jj; the total is around the mean where there is an intercept.
double variance_inflation(const Rows& rows, const LeastSquares& solved, std::size_t column, bool centred) {
    for (std::size_t l = solved.rank; l < solved.V.size(); ++l) {
        if (std::abs(solved.V[l][column]) > 1e-8) return std::numeric_limits<double>::infinity();
    }
    const double total_weight = dot(rows.ones, rows.ones);
    double mean = 0;
    for (std::size_t i = 0; i < rows.n_rows() && centred; ++i)
        mean += rows.ones[i] * rows.row(i)[column] / total_weight;
    double total = 0;
    for (std::size_t i = 0; i < rows.n_rows(); ++i) {
        const double x = rows.row(i)[column] - rows.ones[i] * mean;
        total += x * x;
    }
    return total * solved.inverse_gram(column, column);
}

void write_coefficients(OlsFit& fit, const Design& design, const Rows& rows, const LeastSquares& solved,
                        const Vectors& covariance, const OlsOptions& options) {
    const double reach = options.student ? student_quantile(0.975, fit.df_residual) : normal_quantile(0.975);
    for (std::size_t i = 0; i < rows.n_columns; ++i) {
        OlsCoefficient line;
        const bool is_intercept = options.intercept && i == 0;
        line.name = is_intercept ? "intercept" : design.names[i - (options.intercept ? 1 : 0)];
        line.estimate = solved.solution[i];
        line.std_error = std::sqrt(covariance[i][i]);
        line.t = line.estimate / line.std_error;
        line.p = options.student ? student_two_sided(line.t, fit.df_residual) : normal_two_sided(line.t);
        line.low = line.estimate - reach * line.std_error;
        line.high = line.estimate + reach * line.std_error;
        line.vif = is_intercept ? std::numeric_limits<double>::quiet_NaN()
                                : variance_inflation(rows, solved, i, options.intercept);
        fit.coefficients.push_back(std::move(line));
    }
}

void write_figures(OlsFit& fit, const Rows& rows, const Squares& squares) {
    const auto n = static_cast<double>(rows.n_rows());
    const double constant = fit.has_constant ? 1 : 0;
    fit.r2_centred = 1 - squares.residual / squares.centred;
    fit.r2_uncentred = 1 - squares.residual / squares.uncentred;
    fit.r2 = fit.has_constant ? fit.r2_centred : fit.r2_uncentred;
    fit.r2_adjusted = 1 - (n - constant) / fit.df_residual * (1 - fit.r2);
    double log_weights = 0;
    for (const double w : rows.weights) log_weights += std::log(w);
    fit.log_likelihood =
        -n / 2 * (std::log(2 * std::numbers::pi * squares.residual / n) + 1) + log_weights / 2;
    const double n_parameters = fit.df_model + constant;
    fit.aic = 2 * n_parameters - 2 * fit.log_likelihood;
    fit.bic = std::log(n) * n_parameters - 2 * fit.log_likelihood;
}

}  // namespace

OlsFit fit_ols(const Design& design, std::span<const double> y, std::span<const double> weights,
               const OlsOptions& options, const Task& task) {
    require_input(design, y, weights);
    const auto rows = weighted_rows(design, y, weights, options.intercept);
    require(rows.n_columns > 0, "a regression needs an intercept or a column");
    require(rows.n_rows() > rows.n_columns,
            "a regression with {} coefficients needs more than {} rows, got {}", rows.n_columns,
            rows.n_columns, rows.n_rows());
    const auto solved = solve_least_squares(rows.X, rows.n_columns, rows.y, rows.ones, task);

    OlsFit fit;
    fit.intercept = options.intercept;
    fit.n_rows = rows.n_rows();
    fit.rank = solved.rank;
    fit.has_constant = options.intercept || spans_constant(rows, solved);
    fit.df_model = static_cast<double>(solved.rank) - (fit.has_constant ? 1 : 0);
    fit.df_residual = static_cast<double>(rows.n_rows() - solved.rank);
    fit.condition_number = solved.singular_values.front() / solved.singular_values.back();
    std::vector<double> residuals;
    for (std::size_t i = 0; i < rows.n_rows(); ++i) {
        residuals.push_back(rows.y[i] - dot(rows.row(i), solved.solution));
        fit.fitted.push_back(dot(rows.row(i), solved.solution) / rows.ones[i]);
        fit.residuals.push_back(y[i] - fit.fitted.back());
    }
    const auto squares = squares_of(rows, residuals);
    fit.residual_variance = squares.residual / fit.df_residual;
    write_figures(fit, rows, squares);
    const auto covariance = covariance_of(rows, solved, residuals, fit, options.covariance, task);
    const double explained = (fit.has_constant ? squares.centred : squares.uncentred) - squares.residual;
    fit.f = options.covariance == Covariance::classical
                ? explained / fit.df_model / fit.residual_variance
                : wald_f(solved.solution, covariance, options.intercept, fit.df_model);
    fit.f_p = fit.df_model > 0 ? f_tail(fit.f, fit.df_model, fit.df_residual)
                               : std::numeric_limits<double>::quiet_NaN();
    write_coefficients(fit, design, rows, solved, covariance, options);
    return fit;
}

std::vector<double> OlsFit::predict(const Design& design) const {
    const std::size_t first = intercept ? 1 : 0;
    require(design.n_columns() + first == coefficients.size(), "the design must have {} columns, got {}",
            coefficients.size() - first, design.n_columns());
    std::vector<double> values;
    for (std::size_t i = 0; i < design.n_rows(); ++i) {
        double value = intercept ? coefficients.front().estimate : 0;
        for (std::size_t c = 0; c < design.n_columns(); ++c)
            value += design(i, c) * coefficients[first + c].estimate;
        values.push_back(value);
    }
    return values;
}

}  // namespace attune::learning
