#include "learning/judging/metrics.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

bool is_positive(float label) { return label > 0.5F; }

void require_same_length(std::span<const float> a, std::span<const float> b) {
    require(a.size() == b.size(), "both lists must have one length, got {} and {}", a.size(), b.size());
}

/// The rows, the smallest value first.
template <class T>
std::vector<std::size_t> ascending(std::span<const T> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return values[row]; });
    return order;
}

template <class Term>
std::optional<double> mean_of(std::span<const float> a, std::span<const float> b, Term term) {
    require_same_length(a, b);
    if (a.empty()) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += term(a[i], b[i]);
    return sum / static_cast<double>(a.size());
}

template <class T>
double mean(std::span<const T> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> correlation(std::span<const double> a, std::span<const double> b) {
    if (a.size() < 2) return std::nullopt;
    const double mean_a = mean(a);
    const double mean_b = mean(b);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double da = a[i] - mean_a;
        const double db = b[i] - mean_b;
        ab += da * db;
        aa += da * da;
        bb += db * db;
    }
    if (aa <= 0 || bb <= 0) return std::nullopt;
    return std::clamp(ab / std::sqrt(aa * bb), -1.0, 1.0);
}

struct Bin {
    double said = 0;
    double positives = 0;
};

}  // namespace

std::vector<double> ranks(std::span<const float> values) {
    const auto order = ascending(values);
    std::vector<double> rank_of(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first + 1;
        while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
        const double shared = static_cast<double>(first + 1 + end) / 2;
        for (; first < end; ++first) rank_of[order[first]] = shared;
    }
    return rank_of;
}

std::optional<double> auc(std::span<const float> scores, std::span<const float> labels) {
    require_same_length(scores, labels);
    const auto rank_of = ranks(scores);
    double rank_sum = 0;
    double n_positive = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!is_positive(labels[i])) continue;
        rank_sum += rank_of[i];
        ++n_positive;
    }
    const double n_negative = static_cast<double>(labels.size()) - n_positive;
    if (n_positive == 0 || n_negative == 0) return std::nullopt;
    return (rank_sum - n_positive * (n_positive + 1) / 2) / (n_positive * n_negative);
}

std::optional<double> log_loss(std::span<const float> probabilities, std::span<const float> labels) {
    return mean_of(probabilities, labels, [](float p, float label) {
        const double kept = std::clamp(static_cast<double>(p), 1e-7, 1 - 1e-7);
        return is_positive(label) ? -std::log(kept) : -std::log1p(-kept);
    });
}

std::optional<double> brier(std::span<const float> probabilities, std::span<const float> labels) {
    return mean_of(probabilities, labels, [](float p, float label) {
        const double error = static_cast<double>(p) - (is_positive(label) ? 1 : 0);
        return error * error;
    });
}

std::optional<double> accuracy(std::span<const float> scores, std::span<const float> labels,
                               float threshold) {
    return mean_of(scores, labels, [threshold](float score, float label) {
        return (score >= threshold) == is_positive(label) ? 1.0 : 0.0;
    });
}

std::optional<double> expected_calibration_error(std::span<const float> probabilities,
                                                 std::span<const float> labels, std::size_t n_bins) {
    require_same_length(probabilities, labels);
    require(n_bins > 0, "n_bins must be > 0, got {}", n_bins);
    if (probabilities.empty()) return std::nullopt;
    std::vector<Bin> bins(n_bins);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double p = std::clamp(static_cast<double>(probabilities[i]), 0.0, 1.0);
        auto& bin = bins[std::min(n_bins - 1, static_cast<std::size_t>(p * static_cast<double>(n_bins)))];
        bin.said += p;
        bin.positives += is_positive(labels[i]) ? 1 : 0;
    }
    double distance = 0;
    for (const auto& bin : bins) distance += std::abs(bin.said - bin.positives);
    return distance / static_cast<double>(probabilities.size());
}

std::optional<double> spearman(std::span<const float> a, std::span<const float> b) {
    require_same_length(a, b);
    const auto ranks_a = ranks(a);
    const auto ranks_b = ranks(b);
    return correlation(ranks_a, ranks_b);
}

std::optional<double> r2(std::span<const float> predicted, std::span<const float> truth) {
    require_same_length(predicted, truth);
    if (truth.empty()) return std::nullopt;
    const double centre = mean(truth);
    double residual = 0;
    double total = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double y = truth[i];
        residual += (y - predicted[i]) * (y - predicted[i]);
        total += (y - centre) * (y - centre);
    }
    if (total <= 0) return std::nullopt;
    return 1 - residual / total;
}

std::optional<double> mae(std::span<const float> predicted, std::span<const float> truth) {
    return mean_of(predicted, truth, [](float p, float y) { return std::abs(static_cast<double>(p) - y); });
}

}  // namespace attune::learning
