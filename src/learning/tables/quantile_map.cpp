#include "learning/tables/quantile_map.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace attune::learning {

QuantileMap::QuantileMap(std::vector<float> from, std::vector<float> to)
    : from_(std::move(from)), to_(std::move(to)) {
    require(!from_.empty() && from_.size() == to_.size(),
            "a map needs as many values on both scales, got {} and {}", from_.size(), to_.size());
    std::ranges::sort(from_);
    std::ranges::sort(to_);
}

float QuantileMap::operator()(float value) const {
    if (from_.empty() || std::isnan(value)) return value;
    // Equal values have one quantile: the middle of theirs.
    const auto [low, high] = std::ranges::equal_range(from_, value);
    if (low != high) {
        const auto first = static_cast<std::size_t>(low - from_.begin());
        const auto last = static_cast<std::size_t>(high - from_.begin()) - 1;
        return 0.5F * (to_[(first + last) / 2] + to_[(first + last + 1) / 2]);
    }
    if (low == from_.begin()) return to_.front();
    if (low == from_.end()) return to_.back();
    const auto i = static_cast<std::size_t>(low - from_.begin());
    const float share = (value - from_[i - 1]) / (from_[i] - from_[i - 1]);
    return to_[i - 1] + share * (to_[i] - to_[i - 1]);
}

MapErrors judge_quantile_map(std::span<const float> x, std::span<const float> y, std::size_t n_folds) {
    require(x.size() == y.size() && x.size() >= n_folds && n_folds >= 2,
            "{} folds need as many pairs, got {} and {}", n_folds, x.size(), y.size());
    MapErrors errors;
    for (std::size_t fold = 0; fold < n_folds; ++fold) {
        std::vector<float> from;
        std::vector<float> to;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (i % n_folds == fold) continue;
            from.push_back(x[i]);
            to.push_back(y[i]);
        }
        const QuantileMap map(from, to);
        const auto middle = to.begin() + static_cast<std::ptrdiff_t>(to.size() / 2);
        std::ranges::nth_element(to, middle);
        for (std::size_t i = fold; i < x.size(); i += n_folds) {
            errors.as_is += std::abs(static_cast<double>(x[i]) - y[i]);
            errors.mapped += std::abs(static_cast<double>(map(x[i])) - y[i]);
            errors.constant += std::abs(static_cast<double>(*middle) - y[i]);
        }
    }
    const auto n = static_cast<double>(x.size());
    return {errors.as_is / n, errors.mapped / n, errors.constant / n};
}

}  // namespace attune::learning
