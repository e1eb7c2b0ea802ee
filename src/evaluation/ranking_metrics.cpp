#include "evaluation/ranking_metrics.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::evaluation {
namespace {

void check(std::span<const std::size_t> places, std::size_t k, std::span<const double> gains) {
    require(k > 0, "k must be > 0, got {}", k);
    require(gains.empty() || gains.size() == places.size(), "gains must be empty or have {} values, got {}",
            places.size(), gains.size());
    require(std::ranges::find(places, std::size_t{0}) == places.end(), "a place must be >= 1, got 0");
}

double gain_of(std::span<const double> gains, std::size_t i) { return gains.empty() ? 1 : gains[i]; }

double discount(std::size_t place) { return 1 / std::log2(static_cast<double>(place) + 1); }

/// The DCG of so many items at the first places; the last counts in part.
double ideal_dcg(double n_items, std::size_t k) {
    double sum = 0;
    for (std::size_t place = 1; place <= k && n_items > 0; ++place, n_items -= 1)
        sum += std::min(1.0, n_items) * discount(place);
    return sum;
}

}  // namespace

std::optional<double> recall_at_k(std::span<const std::size_t> places, std::size_t k,
                                  std::span<const double> gains) {
    check(places, k, gains);
    double found = 0;
    double all = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        all += gain_of(gains, i);
        if (places[i] <= k) found += gain_of(gains, i);
    }
    if (all <= 0) return std::nullopt;
    return found / all;
}

std::optional<double> ndcg_at_k(std::span<const std::size_t> places, std::size_t k,
                                std::span<const double> gains) {
    check(places, k, gains);
    double sum = 0;
    double all = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        all += gain_of(gains, i);
        if (places[i] <= k) sum += gain_of(gains, i) * discount(places[i]);
    }
    if (all <= 0) return std::nullopt;
    return std::min(1.0, sum / ideal_dcg(all, k));
}

WeightedAuc::WeightedAuc(std::span<const float> scores, std::span<const float> labels) {
    require(scores.size() == labels.size(), "there must be {} labels, one a score, got {}", scores.size(),
            labels.size());
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return scores[i]; });
    for (std::size_t at = 0; at < order.size(); ++at) {
        const bool opens = at == 0 || scores[order[at]] != scores[order[at - 1]];
        ascending_.push_back({order[at], labels[order[at]] > 0.5F, opens});
    }
}

std::optional<double> WeightedAuc::operator()(std::span<const double> weights) const {
    require(weights.size() == ascending_.size(), "there must be {} weights, one a row, got {}",
            ascending_.size(), weights.size());
    double negatives_below = 0;
    double negatives_tied = 0;
    double positives = 0;
    double pairs_won = 0;
    double positives_tied = 0;
    const auto close_tie = [&] {
        pairs_won += positives_tied * (negatives_below + negatives_tied / 2);
        negatives_below += negatives_tied;
        positives += positives_tied;
        negatives_tied = positives_tied = 0;
    };
    for (const Row& row : ascending_) {
        if (row.opens_tie) close_tie();
        (row.is_positive ? positives_tied : negatives_tied) += weights[row.index];
    }
    close_tie();
    if (positives <= 0 || negatives_below <= 0) return std::nullopt;
    return pairs_won / (positives * negatives_below);
}

}  // namespace attune::evaluation
