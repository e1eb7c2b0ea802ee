#include "learning/unused/knn.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::learning {
namespace {

constexpr std::string_view model_name = "nearest_neighbours";

}  // namespace

NearestNeighbours NearestNeighbours::fit(const Matrix& X, std::span<const float> y,
                                         std::span<const float> weights, const KnnOptions& options) {
    check_ranges(options);
    require(y.size() == X.n_rows(), "y must have {} values, one a row, got {}", X.n_rows(), y.size());
    require(weights.empty() || weights.size() == y.size(), "weights must be empty or have {} values, got {}",
            y.size(), weights.size());
    NearestNeighbours model;
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < y.size(); ++row) {
        const float weight = weights.empty() ? 1.0F : weights[row];
        require(std::isfinite(y[row]), "a target must be finite, got {}", y[row]);
        require(std::isfinite(weight) && weight >= 0, "a weight must be >= 0, got {}", weight);
        if (weight <= 0) continue;
        kept.push_back(row);
        model.y_.push_back(y[row]);
        model.weights_.push_back(weight);
    }
    require(!kept.empty(), "a table to learn from must have rows");
    model.standardizer_ = Standardizer::fit(X, weights);
    model.rows_ = model.standardizer_.transform(X.rows(kept));
    model.neighbours_ = static_cast<std::size_t>(options.neighbours);
    return model;
}

float NearestNeighbours::predict_row(std::span<const float> z) const {
    std::vector<std::pair<float, std::size_t>> by_distance;
    by_distance.reserve(rows_.n_rows());
    for (std::size_t i = 0; i < rows_.n_rows(); ++i) {
        const auto row = rows_.row(i);
        float squared = 0;
        for (std::size_t c = 0; c < z.size(); ++c) squared += (z[c] - row[c]) * (z[c] - row[c]);
        by_distance.emplace_back(squared, i);
    }
    const auto k = std::min(neighbours_, by_distance.size());
    std::ranges::partial_sort(by_distance, by_distance.begin() + static_cast<std::ptrdiff_t>(k));
    double sum = 0;
    double total = 0;
    for (const auto& [squared, i] : std::span(by_distance).first(k)) {
        const double weight = weights_[i] / (1.0 + squared);
        sum += weight * y_[i];
        total += weight;
    }
    return static_cast<float>(sum / total);
}

std::vector<float> NearestNeighbours::predict(const Matrix& X) const {
    const auto Z = standardizer_.transform(X);
    std::vector<float> values;
    values.reserve(Z.n_rows());
    for (std::size_t row = 0; row < Z.n_rows(); ++row) values.push_back(predict_row(Z.row(row)));
    return values;
}

Json NearestNeighbours::save() const {
    auto saved = saved_model(model_name, 1);
    saved["standardizer"] = standardizer_.save();
    saved["neighbours"] = neighbours_;
    saved["y"] = y_;
    saved["weights"] = weights_;
    saved["rows"] = std::vector<float>(rows_.values().begin(), rows_.values().end());
    return saved;
}

NearestNeighbours NearestNeighbours::load(const Json& saved) {
    return read_saved_model(saved, model_name, 1, [](const Json& fields) {
        NearestNeighbours model;
        model.standardizer_ = Standardizer::load(fields.at("standardizer"));
        model.neighbours_ = fields.at("neighbours").get<std::size_t>();
        model.y_ = fields.at("y").get<std::vector<float>>();
        model.weights_ = fields.at("weights").get<std::vector<float>>();
        const auto values = fields.at("rows").get<std::vector<float>>();
        model.rows_ = Matrix(model.y_.size(), model.standardizer_.n_columns());
        require_intact(model.neighbours_ > 0 && !model.y_.empty(), model_name, "no neighbours");
        require_intact(
            model.weights_.size() == model.y_.size() && values.size() == model.rows_.values().size(),
            model_name, "rows, targets and weights differ in length");
        std::ranges::copy(values, model.rows_.values().begin());
        return model;
    });
}

}  // namespace attune::learning
