#include "learning/unused/ensemble.h"

#include "core/error.h"
#include "learning/judging/metrics.h"
#include "learning/numerics/sigmoid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

void require_predictions(const Predictions& predictions, std::span<const double> weights) {
    require(!predictions.empty(), "a blend needs predictions of one model at least");
    for (const auto& list : predictions) {
        require(list.size() == predictions.front().size(), "all models must predict {} rows, got {}",
                predictions.front().size(), list.size());
    }
    require(weights.empty() || weights.size() == predictions.size(), "there must be {} weights, got {}",
            predictions.size(), weights.size());
    for (const double weight : weights)
        require(std::isfinite(weight) && weight >= 0, "a weight must be >= 0, got {}", weight);
    require(weights.empty() || std::accumulate(weights.begin(), weights.end(), 0.0) > 0,
            "not all weights may be 0");
}

/// The weighted mean of what `read(model)` gives for each row.
template <class Read>
std::vector<double> mean_over_models(const Predictions& predictions, std::span<const double> weights,
                                     Read read) {
    require_predictions(predictions, weights);
    std::vector<double> mean(predictions.front().size(), 0.0);
    double total = 0;
    for (std::size_t model = 0; model < predictions.size(); ++model) {
        const double weight = weights.empty() ? 1.0 : weights[model];
        if (weight <= 0) continue;
        total += weight;
        const auto values = read(predictions[model]);
        for (std::size_t row = 0; row < mean.size(); ++row) mean[row] += weight * values[row];
    }
    for (auto& value : mean) value /= total;
    return mean;
}

std::vector<float> to_floats(const std::vector<double>& values) { return {values.begin(), values.end()}; }

}  // namespace

std::vector<float> rank_average(const Predictions& predictions, std::span<const double> weights) {
    auto mean =
        mean_over_models(predictions, weights, [](const std::vector<float>& list) { return ranks(list); });
    const double last = static_cast<double>(mean.size()) - 1;
    for (auto& rank : mean) rank = last > 0 ? (rank - 1) / last : 0.5;
    return to_floats(mean);
}

std::vector<float> logit_average(const Predictions& predictions, std::span<const double> weights) {
    auto mean = mean_over_models(predictions, weights, [](const std::vector<float>& list) {
        std::vector<double> log_odds;
        for (const float p : list) log_odds.push_back(logit(p));
        return log_odds;
    });
    for (auto& value : mean) value = sigmoid(value);
    return to_floats(mean);
}

std::vector<float> average(const Predictions& predictions, std::span<const double> weights) {
    return to_floats(
        mean_over_models(predictions, weights, [](const std::vector<float>& list) { return list; }));
}

std::vector<double> blend_weights(const Predictions& predictions, std::span<const float> y,
                                  const Metric& metric, const Blend& blend, std::size_t n_steps) {
    require_predictions(predictions, {});
    require(n_steps > 0, "n_steps must be > 0, got {}", n_steps);
    std::vector<double> counts(predictions.size(), 0.0);
    std::vector<double> best_counts(predictions.size(), 1.0);
    std::optional<double> best;
    for (std::size_t step = 0; step < n_steps; ++step) {
        std::optional<double> best_here;
        std::size_t chosen = 0;
        for (std::size_t model = 0; model < predictions.size(); ++model) {
            ++counts[model];
            const auto value = metric(blend(predictions, counts), y);
            --counts[model];
            if (!value || (best_here && *value <= *best_here)) continue;
            best_here = value;
            chosen = model;
        }
        if (!best_here) break;
        ++counts[chosen];
        if (best && *best_here <= *best) continue;
        best = best_here;
        best_counts = counts;
    }
    const double total = std::accumulate(best_counts.begin(), best_counts.end(), 0.0);
    for (auto& weight : best_counts) weight /= total;
    return best_counts;
}

}  // namespace attune::learning
