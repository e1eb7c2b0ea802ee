#include "learning/unused/kernel.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "learning/saved_model.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

constexpr std::string_view model_name = "gaussian_process";

double squared_distance(std::span<const float> a, std::span<const float> b) {
    // In float: four at a time, and rounding is far below the noise of any label.
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const float difference = a[i] - b[i];
        sum += difference * difference;
    }
    return sum;
}

/// The likeness of two standardised rows, in (0, 1].
double kernel(std::span<const float> a, std::span<const float> b, double length_scale) {
    const double n_columns = static_cast<double>(std::max<std::size_t>(a.size(), 1));
    return std::exp(-squared_distance(a, b) / (2 * n_columns * length_scale * length_scale));
}

/// Rows of weight > 0, at most `most` of them, ascending.
std::vector<std::size_t> rows_to_keep(std::size_t n_rows, std::span<const float> weights,
                                      const GaussianProcessOptions& options) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < n_rows; ++row) {
        if (weights.empty() || weights[row] > 0) rows.push_back(row);
    }
    const auto most = static_cast<std::size_t>(options.max_rows);
    if (rows.size() > most) {
        Random(options.seed).shuffle(rows);
        rows.resize(most);
        std::ranges::sort(rows);
    }
    return rows;
}

/// The lower half of the kernel matrix, noise on its diagonal.
Eigen::MatrixXd kernel_matrix(const Matrix& rows, const std::vector<double>& noise, double length_scale) {
    const auto n = static_cast<Eigen::Index>(rows.n_rows());
    Eigen::MatrixXd K(n, n);
    for (std::size_t j = 0; j < rows.n_rows(); ++j) {
        for (std::size_t i = j; i < rows.n_rows(); ++i) {
            K(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) =
                kernel(rows.row(i), rows.row(j), length_scale) + (i == j ? noise[i] : 0);
        }
    }
    return K;
}

}  // namespace

GaussianProcess GaussianProcess::fit(const Matrix& X, std::span<const float> y,
                                     std::span<const float> weights, const GaussianProcessOptions& options) {
    check_ranges(options);
    require(y.size() == X.n_rows(), "y must have {} values, one a row, got {}", X.n_rows(), y.size());
    require(weights.empty() || weights.size() == y.size(), "weights must be empty or have {} values, got {}",
            y.size(), weights.size());
    for (const float target : y) require(std::isfinite(target), "a target must be finite, got {}", target);
    for (const float w : weights) require(std::isfinite(w) && w >= 0, "a weight must be >= 0, got {}", w);
    const auto kept = rows_to_keep(X.n_rows(), weights, options);
    require(!kept.empty(), "a table to learn from must have rows");

    GaussianProcess process;
    process.standardizer_ = Standardizer::fit(X, weights);
    process.rows_ = process.standardizer_.transform(X.rows(kept));
    process.length_scale_ = options.length_scale;
    std::vector<double> noise;
    double total = 0;
    for (const auto row : kept) {
        const double weight = weights.empty() ? 1.0 : weights[row];
        noise.push_back(options.noise / weight);
        process.mean_ += weight * y[row];
        total += weight;
    }
    process.mean_ /= total;

    Eigen::VectorXd alpha(static_cast<Eigen::Index>(kept.size()));
    for (std::size_t i = 0; i < kept.size(); ++i)
        alpha(static_cast<Eigen::Index>(i)) = y[kept[i]] - process.mean_;
    auto K = kernel_matrix(process.rows_, noise, process.length_scale_);
    // In the memory of K: at 5000 rows a copy would be 200 MB.
    const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factors(K);
    factors.solveInPlace(alpha);
    process.coefficients_.assign(alpha.begin(), alpha.end());
    return process;
}

std::vector<float> GaussianProcess::predict(const Matrix& X) const {
    const auto Z = standardizer_.transform(X);
    std::vector<float> values;
    values.reserve(Z.n_rows());
    for (std::size_t row = 0; row < Z.n_rows(); ++row) {
        double value = mean_;
        for (std::size_t i = 0; i < rows_.n_rows(); ++i) {
            value += coefficients_[i] * kernel(Z.row(row), rows_.row(i), length_scale_);
        }
        values.push_back(static_cast<float>(value));
    }
    return values;
}

Json GaussianProcess::save() const {
    auto saved = saved_model(model_name, 1);
    saved["standardizer"] = standardizer_.save();
    saved["length_scale"] = length_scale_;
    saved["mean"] = mean_;
    saved["coefficients"] = coefficients_;
    saved["rows"] = std::vector<float>(rows_.values().begin(), rows_.values().end());
    return saved;
}

GaussianProcess GaussianProcess::load(const Json& saved) {
    return read_saved_model(saved, model_name, 1, [](const Json& fields) {
        GaussianProcess process;
        process.standardizer_ = Standardizer::load(fields.at("standardizer"));
        process.length_scale_ = fields.at("length_scale").get<double>();
        process.mean_ = fields.at("mean").get<double>();
        process.coefficients_ = fields.at("coefficients").get<std::vector<double>>();
        const auto values = fields.at("rows").get<std::vector<float>>();
        process.rows_ = Matrix(process.coefficients_.size(), process.standardizer_.n_columns());
        require_intact(values.size() == process.rows_.values().size(), model_name,
                       "not one coefficient a row");
        require_intact(process.length_scale_ > 0, model_name, "the length scale is not above 0");
        std::ranges::copy(values, process.rows_.values().begin());
        return process;
    });
}

}  // namespace attune::learning
