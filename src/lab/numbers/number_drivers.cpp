#include "lab/numbers/number_findings.h"
#include "lab/rows/row_filter.h"
#include "learning/numerics/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace attune::lab {
namespace {

using Rows = std::vector<std::size_t>;
using learning::Numbers;

constexpr std::size_t tracks_explained = 400;
constexpr std::size_t tracks_moved = 300;  // along each curve
constexpr std::size_t places = 20;         // of a curve
constexpr std::size_t least_rows_of_decade = 200;

/// Places between the 1st and the 99th percentile, as many rows between each two; fewer of few values.
std::vector<double> places_of(const Numbers& numbers) {
    Numbers known = numbers;
    std::erase_if(known, [](double x) { return std::isnan(x); });
    std::ranges::sort(known);
    std::vector<double> at;
    if (known.empty()) return at;
    for (std::size_t i = 0; i < places; ++i)
        at.push_back(learning::quantile(known, 0.01 + 0.98 * static_cast<double>(i) / (places - 1)));
    at.erase(std::unique(at.begin(), at.end()), at.end());
    return at;
}

/// Some rows of a table with one column at one value.
learning::Table table_at(const learning::Table& table, const std::string& feature, double value) {
    learning::Table moved;
    for (const auto& column : table.columns()) {
        moved.add(column.name == feature ? learning::Column{feature, Numbers(table.n_rows(), value)}
                                         : column);
    }
    return moved;
}

learning::Table rows_of_table(const learning::Table& table, const Rows& rows) {
    learning::Table part;
    for (const auto& column : table.columns()) {
        std::visit([&](const auto& values) { part.add({column.name, gather(values, rows)}); }, column.values);
    }
    return part;
}

Rows all_rows(std::size_t n) { return some_rows(n, n, 0); }

std::vector<float> importance_in(const NumberData& data, const Rows& rows,
                                 std::span<const std::string> features, std::uint64_t seed,
                                 const Task& task) {
    const auto encoder = Encoder::fit(data.rows.table, rows, features, data.sounds, {false, false});
    learning::BoosterOptions options;
    options.objective = learning::Objective::squared_error;
    options.rounds = 100;
    options.seed = static_cast<std::uint32_t>(seed & 0x7FFFFFFFU);
    const auto model = learning::Booster::fit(encoder.apply(data.rows.table, rows),
                                              gather(data.rows.target, rows), {}, options, task);
    const auto gains = model.gain_importance();
    std::vector<float> of_feature(features.size(), 0.0F);
    for (std::size_t c = 0; c < gains.size(); ++c) {
        const auto place = std::ranges::find(features, encoder.sources()[c]) - features.begin();
        of_feature[static_cast<std::size_t>(place)] += gains[c];
    }
    return of_feature;
}

Decade decade_of(const NumberData& data, int from, const Rows& rows, std::span<const std::string> features,
                 std::uint64_t seed, const Task& task) {
    Decade decade{from, rows.size(), 0, 0, {}};
    std::vector<double> targets;
    for (const auto row : rows) targets.push_back(static_cast<double>(data.rows.target[row]));
    std::ranges::sort(targets);
    decade.median = learning::quantile(targets, 0.5);
    std::vector<std::string> notes;
    const auto ols = explain_linearly(data, rows, features, notes, task);
    decade.r2 = ols.r2;
    const auto importance = importance_in(data, rows, features, seed, task);
    for (std::size_t f = 0; f < features.size(); ++f) {
        const double none = std::numeric_limits<double>::quiet_NaN();  // constant in this decade
        DecadeDriver driver{features[f], {none, none, none}, static_cast<double>(importance[f])};
        for (const auto& line : ols.coefficients) {
            if (line.name == features[f]) driver.effect = {line.estimate, line.low, line.high};
        }
        decade.drivers.push_back(std::move(driver));
    }
    return decade;
}

}  // namespace

Contributions contributions_of(const NumberData& data, const Encoder& encoder, const NumberModel& model,
                               const std::vector<TrackName>& names, std::uint64_t seed) {
    const auto rows = some_rows(data.rows.rows.size(), tracks_explained, seed);
    const auto moved = model.booster().contributions(encoder.apply(data.rows.table, rows));
    Contributions found;
    found.features = data.features;
    const auto n_features = data.features.size();
    found.values.assign(rows.size() * n_features, std::numeric_limits<double>::quiet_NaN());
    found.moved.assign(rows.size() * n_features, 0.0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        found.tracks.push_back(names[rows[i]]);
        for (std::size_t c = 0; c < encoder.n_columns(); ++c) {
            const auto place = std::ranges::find(data.features, encoder.sources()[c]) - data.features.begin();
            found.moved[i * n_features + static_cast<std::size_t>(place)] += static_cast<double>(moved(i, c));
        }
        for (std::size_t f = 0; f < n_features; ++f) {
            if (data.is_number(data.features[f]))
                found.values[i * n_features + f] = data.rows.table.numbers(data.features[f])[rows[i]];
        }
    }
    if (moved.n_rows() > 0) found.base = static_cast<double>(moved(0, encoder.n_columns()));
    return found;
}

std::vector<Dependence> dependence_of(const NumberData& data, const Encoder& encoder,
                                      const NumberModel& model, const std::vector<Driver>& drivers,
                                      std::uint64_t seed, const Task& task) {
    const auto rows = some_rows(data.rows.rows.size(), tracks_moved, seed);
    const auto table = rows_of_table(data.rows.table, rows);
    const auto everyone = all_rows(rows.size());
    std::vector<Dependence> curves;
    for (const auto& driver : drivers) {
        task.report("moving one feature", curves.size(), drivers.size());
        if (!data.is_number(driver.feature)) continue;
        Dependence curve{driver.feature, places_of(data.rows.table.numbers(driver.feature)), {}, {}, {}};
        for (const double at : curve.at) {
            const auto X = encoder.apply(table_at(table, driver.feature, at), everyone);
            const auto said = model.booster().predict(X);
            std::vector<double> ascending(said.begin(), said.end());
            std::ranges::sort(ascending);
            curve.mean.push_back(std::accumulate(ascending.begin(), ascending.end(), 0.0) /
                                 static_cast<double>(ascending.size()));
            curve.low.push_back(learning::quantile(ascending, 0.25));
            curve.high.push_back(learning::quantile(ascending, 0.75));
        }
        curves.push_back(std::move(curve));
    }
    return curves;
}

std::vector<Decade> decades_of(const NumberData& data, std::uint64_t seed, const Task& task) {
    std::map<int, Rows> rows_of;
    for (std::size_t row = 0; row < data.rows.year.size(); ++row) {
        if (!std::isnan(data.rows.year[row]))
            rows_of[static_cast<int>(data.rows.year[row]) / 10 * 10].push_back(row);
    }
    std::vector<std::string> numbers;
    for (const auto& feature : data.features) {
        if (data.is_number(feature)) numbers.push_back(feature);
    }
    std::vector<Decade> decades;
    for (const auto& [from, rows] : rows_of) {
        if (rows.size() < least_rows_of_decade || numbers.empty()) continue;
        const auto targets = gather(data.rows.target, rows);
        if (std::ranges::min(targets) < std::ranges::max(targets))
            decades.push_back(decade_of(data, from, rows, numbers, seed, task));
    }
    return decades;
}

}  // namespace attune::lab
