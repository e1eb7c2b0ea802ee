#include "learning/numerics/bootstrap.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/numerics/quantile.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

namespace attune::learning {
namespace {

std::vector<std::vector<std::size_t>> rows_by_group(std::span<const std::uint64_t> groups) {
    std::map<std::uint64_t, std::vector<std::size_t>> rows_of;
    for (std::size_t row = 0; row < groups.size(); ++row) rows_of[groups[row]].push_back(row);
    std::vector<std::vector<std::size_t>> rows;
    for (auto& [group, members] : rows_of) rows.push_back(std::move(members));
    return rows;
}

}  // namespace

std::optional<Interval> bootstrap_by_group(std::span<const std::uint64_t> groups, std::size_t n_resamples,
                                           std::uint64_t seed, const Statistic& statistic) {
    require(n_resamples > 0, "n_resamples must be > 0, got {}", n_resamples);
    std::vector<std::size_t> all(groups.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto value = statistic(all);
    if (!value || groups.empty()) return std::nullopt;

    Random random(seed);
    const auto rows_of = rows_by_group(groups);
    std::vector<double> values;
    std::vector<std::size_t> drawn;
    for (std::size_t resample = 0; resample < n_resamples; ++resample) {
        drawn.clear();
        for (std::size_t i = 0; i < rows_of.size(); ++i) {
            const auto& rows = rows_of[random.below(rows_of.size())];
            drawn.insert(drawn.end(), rows.begin(), rows.end());
        }
        if (const auto resampled = statistic(drawn)) values.push_back(*resampled);
    }
    if (values.size() * 2 < n_resamples) return std::nullopt;
    std::ranges::sort(values);
    return Interval{*value, quantile(values, 0.025), quantile(values, 0.975)};
}

}  // namespace attune::learning
