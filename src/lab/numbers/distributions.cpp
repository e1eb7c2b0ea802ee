#include "lab/numbers/distributions.h"

#include "learning/judging/metrics.h"
#include "learning/numerics/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace attune::lab {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> bars_of(const std::vector<double>& ascending, std::size_t n_bars) {
    const double least = ascending.front();
    const double width = (ascending.back() - least) / static_cast<double>(n_bars);
    if (!(width > 0)) return {ascending.size()};
    std::vector<std::size_t> bars(n_bars, 0);
    for (const double x : ascending)
        ++bars[std::min(static_cast<std::size_t>((x - least) / width), n_bars - 1)];
    return bars;
}

/// Spearman's correlation of the rows that know both.
double rank_correlation(const learning::Numbers& a, const learning::Numbers& b) {
    std::vector<float> x;
    std::vector<float> y;
    for (std::size_t row = 0; row < a.size(); ++row) {
        if (std::isnan(a[row]) || std::isnan(b[row])) continue;
        x.push_back(static_cast<float>(a[row]));
        y.push_back(static_cast<float>(b[row]));
    }
    return learning::spearman(x, y).value_or(unknown);
}

}  // namespace

Distribution distribution_of(std::string name, const learning::Numbers& numbers, std::size_t n_bars) {
    std::vector<double> known = numbers;
    std::erase_if(known, [](double x) { return std::isnan(x); });
    Distribution of{std::move(name),
                    known.size(),
                    numbers.size() - known.size(),
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    {}};
    if (known.empty()) return of;
    std::ranges::sort(known);
    const auto n = static_cast<double>(known.size());
    of.mean = std::accumulate(known.begin(), known.end(), 0.0) / n;
    double squares = 0;
    for (const double x : known) squares += (x - of.mean) * (x - of.mean);
    of.deviation = std::sqrt(squares / n);
    of.least = known.front();
    of.most = known.back();
    of.lower_quartile = learning::quantile(known, 0.25);
    of.median = learning::quantile(known, 0.5);
    of.upper_quartile = learning::quantile(known, 0.75);
    of.bars = bars_of(known, n_bars);
    return of;
}

LevelCounts levels_of(std::string name, const learning::TextLists& lists, std::size_t most) {
    LevelCounts counts;
    counts.name = std::move(name);
    std::map<std::string, std::size_t> count_of;
    for (const auto& list : lists) {
        counts.missing += list.empty() ? 1U : 0U;
        for (const auto& member : list) ++count_of[member];
    }
    counts.n_levels = count_of.size();
    counts.levels.assign(count_of.begin(), count_of.end());
    std::ranges::stable_sort(counts.levels, std::greater{}, [](const auto& level) { return level.second; });
    if (counts.levels.size() > most) counts.levels.resize(most);
    return counts;
}

Correlations correlations_of(const std::vector<std::pair<std::string, const learning::Numbers*>>& columns) {
    Correlations all;
    for (const auto& [name, numbers] : columns) all.names.push_back(name);
    const auto n = columns.size();
    all.values.assign(n * n, unknown);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b <= a; ++b)
            all.values[a * n + b] = all.values[b * n + a] =
                rank_correlation(*columns[a].second, *columns[b].second);
    }
    return all;
}

}  // namespace attune::lab
