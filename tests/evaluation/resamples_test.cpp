#include "evaluation/resamples.h"

#include "learning/numerics/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace attune::evaluation {
namespace {

/// 40 groups of 5 rows; each row's value is its group's.
struct Rows {
    std::vector<std::uint32_t> groups;
    std::vector<double> values;
};

Rows grouped_rows() {
    Rows rows;
    for (std::uint32_t i = 0; i < 200; ++i) {
        rows.groups.push_back(i / 5);
        rows.values.push_back(std::sin(i / 5));
    }
    return rows;
}

Resamples::Figure weighted_mean(const std::vector<double>& values) {
    return [values](std::span<const double> weights) -> std::optional<double> {
        double sum = 0;
        double all = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            sum += weights[i] * values[i];
            all += weights[i];
        }
        if (all <= 0) return std::nullopt;
        return sum / all;
    };
}

TEST(Resamples, GiveTheIntervalOfTheBootstrapByGroup) {
    const auto rows = grouped_rows();
    const auto figure =
        Resamples(rows.groups, 1000, 1).measure(rows.groups, weighted_mean(rows.values)).value();
    const std::vector<std::uint64_t> groups(rows.groups.begin(), rows.groups.end());
    const auto interval =
        learning::bootstrap_by_group(groups, 1000, 1, [&](auto drawn) -> std::optional<double> {
            double sum = 0;
            for (const auto row : drawn) sum += rows.values[row];
            return sum / static_cast<double>(drawn.size());
        }).value();
    EXPECT_NEAR(figure.value, interval.value, 1e-9);
    EXPECT_NEAR(figure.bounds()->low, interval.low, 1e-9);
    EXPECT_NEAR(figure.bounds()->high, interval.high, 1e-9);
}

TEST(Resamples, PairFigures) {
    const auto rows = grouped_rows();
    const Resamples resamples(rows.groups, 300, 1);
    auto shifted = rows.values;
    for (double& value : shifted) value += 0.25;
    const auto a = resamples.measure(rows.groups, weighted_mean(shifted)).value();
    const auto b = resamples.measure(rows.groups, weighted_mean(rows.values)).value();
    const auto bounds = difference(a, b).bounds().value();
    EXPECT_NEAR(bounds.low, 0.25, 1e-9);
    EXPECT_NEAR(bounds.high, 0.25, 1e-9);
    const auto middle = mean(std::vector<Resampled>{a, b});
    EXPECT_NEAR(middle.value, (a.value + b.value) / 2, 1e-12);
    EXPECT_NEAR(middle.values[17], (a.values[17] + b.values[17]) / 2, 1e-12);
}

TEST(Resamples, WithoutARowAreNone) {
    const Resamples resamples(std::vector<std::uint32_t>{}, 10, 1);
    EXPECT_FALSE(resamples.measure(std::vector<std::uint32_t>{}, weighted_mean({})));
}

TEST(Resampled, MostlyUndefinedHasNoBounds) {
    const double none = std::nan("");
    EXPECT_FALSE((Resampled{1, {none, none, 1}}.bounds()));
    EXPECT_TRUE((Resampled{1, {none, 1, 1}}.bounds()));
}

}  // namespace
}  // namespace attune::evaluation
