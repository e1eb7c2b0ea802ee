#include "lab/rows/figures.h"

#include <numeric>

namespace attune::lab {
namespace {

// The ends of a 95 % interval lie on the 5th value from either side: enough for two digits.
constexpr std::size_t n_resamples = 200;

}  // namespace

Interval figure_with_interval(std::size_t n_rows, std::span<const std::uint64_t> groups, std::uint64_t seed,
                              const learning::Statistic& statistic) {
    std::vector<std::uint64_t> own(groups.begin(), groups.end());
    if (own.empty()) {
        own.resize(n_rows);
        std::iota(own.begin(), own.end(), std::uint64_t{0});
    }
    if (const auto interval = learning::bootstrap_by_group(own, n_resamples, seed, statistic))
        return *interval;
    std::vector<std::size_t> all(n_rows);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const double value = statistic(all).value_or(0);
    return {value, value, value};
}

Interval mean_with_interval(std::span<const double> values, std::span<const std::uint64_t> groups,
                            std::uint64_t seed) {
    return figure_with_interval(values.size(), groups, seed,
                                [&](std::span<const std::size_t> rows) -> std::optional<double> {
                                    if (rows.empty()) return std::nullopt;
                                    double sum = 0;
                                    for (const auto row : rows) sum += values[row];
                                    return sum / static_cast<double>(rows.size());
                                });
}

}  // namespace attune::lab
