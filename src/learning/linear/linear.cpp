#include "learning/linear/linear.h"

#include "core/json.h"
#include "learning/numerics/sigmoid.h"
#include "learning/saved_model.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

constexpr std::string_view ridge_name = "ridge_regression";
constexpr std::string_view logistic_name = "logistic_regression";

void require_rows(const Matrix& X, std::span<const float> y, std::span<const float> weights) {
    require(X.n_rows() > 0, "a table to learn from must have rows");
    require(y.size() == X.n_rows(), "y must have {} values, one a row, got {}", X.n_rows(), y.size());
    require(weights.empty() || weights.size() == y.size(), "weights must be empty or have {} values, got {}",
            y.size(), weights.size());
    double total = weights.empty() ? 1 : 0;
    for (const float w : weights) {
        require(std::isfinite(w) && w >= 0, "a weight must be >= 0, got {}", w);
        total += w;
    }
    require(total > 0, "one weight at least must be > 0");
    for (const float target : y) require(std::isfinite(target), "a target must be finite, got {}", target);
}

/// Standardised columns and, last, a column of ones for the intercept.
Eigen::MatrixXd design_of(const Matrix& Z) {
    const auto n_rows = static_cast<Eigen::Index>(Z.n_rows());
    const auto n_columns = static_cast<Eigen::Index>(Z.n_columns());
    Eigen::MatrixXd design(n_rows, n_columns + 1);
    for (Eigen::Index r = 0; r < n_rows; ++r) {
        for (Eigen::Index c = 0; c < n_columns; ++c) {
            design(r, c) = Z(static_cast<std::size_t>(r), static_cast<std::size_t>(c));
        }
        design(r, n_columns) = 1;
    }
    return design;
}

Eigen::VectorXd to_vector(std::span<const float> values, std::size_t size) {
    Eigen::VectorXd vector = Eigen::VectorXd::Ones(static_cast<Eigen::Index>(size));
    for (std::size_t i = 0; i < values.size(); ++i) vector(static_cast<Eigen::Index>(i)) = values[i];
    return vector;
}

/// The penalty of each coefficient. That of the intercept is 1e-6, which nobody notices, and keeps it finite
/// where all labels are one.
Eigen::VectorXd penalty_of(Eigen::Index n_coefficients, double l2) {
    Eigen::VectorXd penalty = Eigen::VectorXd::Constant(n_coefficients, std::max(l2, 1e-9));
    penalty(n_coefficients - 1) = 1e-6;
    return penalty;
}

Eigen::VectorXd solve(const Eigen::MatrixXd& design, const Eigen::VectorXd& row_weights,
                      const Eigen::VectorXd& penalty, const Eigen::VectorXd& right) {
    Eigen::MatrixXd normal = design.transpose() * row_weights.asDiagonal() * design;
    normal.diagonal() += penalty;
    return normal.ldlt().solve(right);
}

LinearModel to_model(Standardizer standardizer, const Eigen::VectorXd& solution) {
    const auto n_columns = solution.size() - 1;
    return {std::move(standardizer), {solution.data(), solution.data() + n_columns}, solution(n_columns)};
}

/// The loss that logistic regression minimises.
struct LogisticLoss {
    Eigen::MatrixXd design;
    Eigen::VectorXd y;
    Eigen::VectorXd weights;
    Eigen::VectorXd penalty;

    double operator()(const Eigen::VectorXd& beta) const {
        const Eigen::VectorXd margins = design * beta;
        double loss = 0.5 * (penalty.array() * beta.array().square()).sum();
        for (Eigen::Index i = 0; i < y.size(); ++i) {
            loss += weights(i) * (y(i) * softplus(-margins(i)) + (1 - y(i)) * softplus(margins(i)));
        }
        return loss;
    }

    /// Where Newton's method would go from beta, as a difference.
    Eigen::VectorXd newton_step(const Eigen::VectorXd& beta) const {
        const Eigen::VectorXd p = (design * beta).unaryExpr([](double margin) { return sigmoid(margin); });
        const Eigen::VectorXd curvature = weights.array() * p.array() * (1 - p.array());
        const Eigen::VectorXd residual = weights.array() * (y - p).array();
        const Eigen::VectorXd downhill = design.transpose() * residual - penalty.cwiseProduct(beta);
        return solve(design, curvature, penalty, downhill);
    }
};

Eigen::VectorXd minimise(const LogisticLoss& loss, int iterations) {
    Eigen::VectorXd beta = Eigen::VectorXd::Zero(loss.design.cols());
    double current = loss(beta);
    for (int i = 0; i < iterations; ++i) {
        Eigen::VectorXd step = loss.newton_step(beta);
        double next = loss(beta + step);
        // 2^-30 of a step: what is left is rounding, and the bottom is reached.
        for (int halving = 0; halving < 30 && !(next <= current); ++halving) {
            step *= 0.5;
            next = loss(beta + step);
        }
        if (!(next <= current)) break;
        beta += step;
        const bool settled = step.cwiseAbs().maxCoeff() < 1e-10;
        current = next;
        if (settled) break;
    }
    return beta;
}

}  // namespace

LinearModel::LinearModel(Standardizer standardizer, std::vector<double> coefficients, double intercept)
    : standardizer_(std::move(standardizer)), coefficients_(std::move(coefficients)), intercept_(intercept) {}

std::vector<float> LinearModel::margins(const Matrix& X) const {
    const auto Z = standardizer_.transform(X);
    std::vector<float> margins;
    margins.reserve(Z.n_rows());
    for (std::size_t row = 0; row < Z.n_rows(); ++row) {
        const auto z = Z.row(row);
        margins.push_back(
            static_cast<float>(std::inner_product(z.begin(), z.end(), coefficients_.begin(), intercept_)));
    }
    return margins;
}

Matrix LinearModel::contributions(const Matrix& X) const {
    const auto Z = standardizer_.transform(X);
    Matrix parts(Z.n_rows(), coefficients_.size() + 1, static_cast<float>(intercept_));
    for (std::size_t row = 0; row < Z.n_rows(); ++row) {
        for (std::size_t column = 0; column < coefficients_.size(); ++column) {
            parts(row, column) = static_cast<float>(Z(row, column) * coefficients_[column]);
        }
    }
    return parts;
}

Json LinearModel::save(std::string_view model_name) const {
    auto saved = saved_model(model_name, 1);
    saved["standardizer"] = standardizer_.save();
    saved["coefficients"] = coefficients_;
    saved["intercept"] = intercept_;
    return saved;
}

LinearModel LinearModel::load(const Json& saved, std::string_view model_name) {
    return read_saved_model(saved, model_name, 1, [model_name](const Json& fields) {
        LinearModel model(Standardizer::load(fields.at("standardizer")),
                          fields.at("coefficients").get<std::vector<double>>(),
                          fields.at("intercept").get<double>());
        require_intact(model.coefficients_.size() == model.standardizer_.n_columns(), model_name,
                       "not one coefficient a column");
        return model;
    });
}

RidgeRegression RidgeRegression::fit(const Matrix& X, std::span<const float> y,
                                     std::span<const float> weights, const LinearOptions& options) {
    check_ranges(options);
    require_rows(X, y, weights);
    auto standardizer = Standardizer::fit(X, weights);
    const auto design = design_of(standardizer.transform(X));
    const auto row_weights = to_vector(weights, y.size());
    // Around its mean: the tiny penalty of the intercept must not depend on the unit of y.
    const auto target = to_vector(y, y.size());
    const double centre = row_weights.dot(target) / row_weights.sum();
    const Eigen::VectorXd right =
        design.transpose() * (row_weights.array() * (target.array() - centre)).matrix();
    auto solution = solve(design, row_weights, penalty_of(design.cols(), options.l2), right);
    solution(solution.size() - 1) += centre;
    RidgeRegression regression;
    regression.model_ = to_model(std::move(standardizer), solution);
    return regression;
}

Json RidgeRegression::save() const { return model_.save(ridge_name); }

RidgeRegression RidgeRegression::load(const Json& saved) {
    RidgeRegression regression;
    regression.model_ = LinearModel::load(saved, ridge_name);
    return regression;
}

LogisticRegression LogisticRegression::fit(const Matrix& X, std::span<const float> y,
                                           std::span<const float> weights, const LinearOptions& options) {
    check_ranges(options);
    require_rows(X, y, weights);
    for (const float label : y) require(label >= 0 && label <= 1, "a label must be in [0, 1], got {}", label);
    auto standardizer = Standardizer::fit(X, weights);
    LogisticLoss loss{
        design_of(standardizer.transform(X)), to_vector(y, y.size()), to_vector(weights, y.size()), {}};
    loss.penalty = penalty_of(loss.design.cols(), options.l2);
    LogisticRegression regression;
    regression.model_ = to_model(std::move(standardizer), minimise(loss, options.iterations));
    return regression;
}

std::vector<float> LogisticRegression::predict(const Matrix& X) const {
    auto probabilities = margins(X);
    for (auto& p : probabilities) p = static_cast<float>(sigmoid(p));
    return probabilities;
}

Json LogisticRegression::save() const { return model_.save(logistic_name); }

LogisticRegression LogisticRegression::load(const Json& saved) {
    LogisticRegression regression;
    regression.model_ = LinearModel::load(saved, logistic_name);
    return regression;
}

}  // namespace attune::learning
