#include "evaluation/resamples.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::evaluation {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// The value below which a share q of the ascending values lies, linear between neighbours.
double quantile(std::span<const double> ascending, double q) {
    const double position = q * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    const auto above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], position - std::floor(position));
}

}  // namespace

std::optional<Resampled::Bounds> Resampled::bounds() const {
    std::vector<double> defined;
    std::ranges::copy_if(values, std::back_inserter(defined), [](double v) { return !std::isnan(v); });
    if (defined.empty() || defined.size() * 2 < values.size()) return std::nullopt;
    std::ranges::sort(defined);
    return Bounds{quantile(defined, 0.025), quantile(defined, 0.975)};
}

Resampled difference(const Resampled& a, const Resampled& b) {
    Resampled result{a.value - b.value, a.values};
    for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] -= b.values[i];
    return result;
}

Resampled mean(std::span<const Resampled> figures) {
    Resampled result{0, std::vector<double>(figures.front().values.size(), 0)};
    const double n = static_cast<double>(figures.size());
    for (const auto& figure : figures) {
        result.value += figure.value / n;
        for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] += figure.values[i] / n;
    }
    return result;
}

Resamples::Resamples(std::span<const std::uint32_t> groups, std::size_t n_resamples, std::uint64_t seed)
    : groups_(groups.begin(), groups.end()) {
    std::ranges::sort(groups_);
    groups_.erase(std::unique(groups_.begin(), groups_.end()), groups_.end());
    Random random(seed);
    counts_.assign(n_resamples, std::vector<std::uint16_t>(groups_.size(), 0));
    for (auto& counts : counts_) {
        for (std::size_t i = 0; i < groups_.size(); ++i) ++counts[random.below(groups_.size())];
    }
}

std::optional<Resampled> Resamples::measure(std::span<const std::uint32_t> groups,
                                            const Figure& figure) const {
    std::vector<double> weights(groups.size(), 1);
    const auto value = figure(weights);
    if (!value) return std::nullopt;
    std::vector<std::size_t> group_of_row;
    for (const auto group : groups)
        group_of_row.push_back(
            static_cast<std::size_t>(std::ranges::lower_bound(groups_, group) - groups_.begin()));
    Resampled result{*value, {}};
    for (const auto& counts : counts_) {
        for (std::size_t row = 0; row < weights.size(); ++row) weights[row] = counts[group_of_row[row]];
        result.values.push_back(figure(weights).value_or(undefined));
    }
    return result;
}

}  // namespace attune::evaluation
