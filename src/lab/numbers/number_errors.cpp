#include "core/error.h"
#include "lab/numbers/number_findings.h"
#include "lab/rows/row_filter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace attune::lab {
namespace {

using Rows = std::vector<std::size_t>;

constexpr std::size_t most_points = 2000;

PartError error_of(const std::string& name, const Rows& rows, const NumberData& data, const Unseen& unseen,
                   std::uint64_t seed) {
    std::vector<double> errors;
    PartError part{name, rows.size(), {}, 0, 0};
    for (const auto row : rows) {
        const double truth = static_cast<double>(data.rows.target[row]);
        const double said = static_cast<double>(unseen.said[row]);
        errors.push_back(std::abs(said - truth));
        part.median_mae += std::abs(static_cast<double>(unseen.rule[row]) - truth);
        part.bias += said - truth;
    }
    part.median_mae /= static_cast<double>(rows.size());
    part.bias /= static_cast<double>(rows.size());
    const auto groups =
        data.rows.groups.empty() ? std::vector<std::uint64_t>() : gather(data.rows.groups, rows);
    part.mae = mean_with_interval(errors, groups, seed);
    return part;
}

}  // namespace

std::vector<PartError> errors_by_genre(const NumberData& data, const Unseen& unseen, std::uint64_t seed) {
    std::map<std::string, Rows> rows_of;
    for (std::size_t row = 0; row < data.rows.genre.size(); ++row) {
        const auto& genre = data.rows.genre[row];
        rows_of[genre.empty() ? "no genre" : genre].push_back(row);
    }
    std::vector<PartError> parts;
    for (const auto& [genre, rows] : rows_of) parts.push_back(error_of(genre, rows, data, unseen, seed));
    std::ranges::stable_sort(parts, std::greater{}, &PartError::rows);
    return parts;
}

std::vector<PartError> errors_by_decade(const NumberData& data, const Unseen& unseen, std::uint64_t seed) {
    std::map<int, Rows> rows_of;
    for (std::size_t row = 0; row < data.rows.year.size(); ++row) {
        if (!std::isnan(data.rows.year[row]))
            rows_of[static_cast<int>(data.rows.year[row]) / 10 * 10].push_back(row);
    }
    std::vector<PartError> parts;
    for (const auto& [decade, rows] : rows_of)
        parts.push_back(error_of(fmt::format("{}s", decade), rows, data, unseen, seed));
    return parts;
}

Residuals residuals_of(const NumberData& data, const Unseen& unseen, std::uint64_t seed) {
    const auto n = unseen.said.size();
    learning::Numbers residuals;
    std::vector<double> covered;
    double width = 0;
    for (std::size_t row = 0; row < n; ++row) {
        const float truth = data.rows.target[row];
        residuals.push_back(static_cast<double>(truth) - static_cast<double>(unseen.said[row]));
        covered.push_back(truth >= unseen.low[row] && truth <= unseen.high[row] ? 1 : 0);
        width += static_cast<double>(unseen.high[row]) - static_cast<double>(unseen.low[row]);
    }
    Residuals found{distribution_of("residual", residuals), {}, {}, width / static_cast<double>(n)};
    found.coverage = mean_with_interval(covered, data.rows.groups, seed);
    for (const auto row : some_rows(n, most_points, seed))
        found.points.emplace_back(unseen.said[row], data.rows.target[row]);
    return found;
}

}  // namespace attune::lab
