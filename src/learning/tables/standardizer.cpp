#include "learning/tables/standardizer.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>

namespace attune::learning {
namespace {

constexpr std::string_view model_name = "standardizer";

/// Weighted mean and standard deviation of what is known of a column; both 0 if nothing is.
std::pair<double, double> moments_of(const Matrix& X, std::size_t column, std::span<const float> weights) {
    const auto weight_of = [&](std::size_t row) {
        return is_missing(X(row, column)) ? 0.0 : (weights.empty() ? 1.0 : static_cast<double>(weights[row]));
    };
    double total = 0;
    double sum = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        const double weight = weight_of(row);
        if (weight <= 0) continue;
        total += weight;
        sum += weight * X(row, column);
    }
    if (total <= 0) return {0, 0};
    const double mean = sum / total;
    double squares = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        const double weight = weight_of(row);
        if (weight <= 0) continue;
        const double distance = X(row, column) - mean;
        squares += weight * distance * distance;
    }
    const double deviation = std::sqrt(squares / total);
    // What rounding leaves of a constant column is not a scale; float32 holds 7 digits.
    return {mean, deviation > 1e-7 * std::abs(mean) ? deviation : 0};
}

}  // namespace

Standardizer Standardizer::fit(const Matrix& X, std::span<const float> weights) {
    require(weights.empty() || weights.size() == X.n_rows(),
            "weights must be empty or have {} values, got {}", X.n_rows(), weights.size());
    Standardizer standardizer;
    for (std::size_t column = 0; column < X.n_columns(); ++column) {
        const auto [mean, deviation] = moments_of(X, column, weights);
        require(std::isfinite(mean) && std::isfinite(deviation), "column {} has an infinite value", column);
        standardizer.means_.push_back(mean);
        standardizer.deviations_.push_back(deviation);
    }
    return standardizer;
}

Matrix Standardizer::transform(const Matrix& X) const {
    require(X.n_columns() == n_columns() || X.n_rows() == 0, "X must have {} columns, got {}", n_columns(),
            X.n_columns());
    Matrix Z(X.n_rows(), n_columns());
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t column = 0; column < n_columns(); ++column) {
            const float x = X(row, column);
            require(!std::isinf(x), "a value must be finite or missing, got {}", x);
            if (is_missing(x) || deviations_[column] <= 0) continue;
            Z(row, column) = static_cast<float>((x - means_[column]) / deviations_[column]);
        }
    }
    return Z;
}

Json Standardizer::save() const {
    auto saved = saved_model(model_name, 1);
    saved["means"] = means_;
    saved["deviations"] = deviations_;
    return saved;
}

Standardizer Standardizer::load(const Json& saved) {
    return read_saved_model(saved, model_name, 1, [](const Json& fields) {
        Standardizer standardizer;
        standardizer.means_ = fields.at("means").get<std::vector<double>>();
        standardizer.deviations_ = fields.at("deviations").get<std::vector<double>>();
        require_intact(standardizer.means_.size() == standardizer.deviations_.size(), model_name,
                       "means and deviations differ in length");
        return standardizer;
    });
}

}  // namespace attune::learning
