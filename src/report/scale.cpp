#include "report/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace attune::report {
namespace {

constexpr double nice_steps[] = {1, 2, 2.5, 5, 10};
// The less round a step, the worse: 0.5, 2.5 and the like need a digit more than 1 and 2.
constexpr double roughness[] = {0, 0.1, 0.45, 0.15, 0};

Extent with_width(Extent extent) {
    if (extent.width() > 0) return extent;
    const double margin = extent.low == 0 ? 1 : std::abs(extent.low) * 0.1;
    return {extent.low - margin, extent.high + margin};
}

double nice_step(double width, int wanted) {
    const double power = std::pow(10.0, std::floor(std::log10(width / wanted)));
    double best = power;
    double least_cost = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::size(nice_steps); ++i) {
        const double step = nice_steps[i] * power;
        const double cost = std::abs(std::log2(width / step / wanted)) + roughness[i];
        if (cost < least_cost) {
            least_cost = cost;
            best = step;
        }
    }
    return best;
}

/// Decimals that write a step exactly: 0.25 needs two.
int decimals_of_step(double step) {
    for (int decimals = 0; decimals < 12; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled) return decimals;
    }
    return 12;
}

}  // namespace

Extent extent_of(std::span<const double> values) {
    Extent extent{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        extent.low = std::min(extent.low, value);
        extent.high = std::max(extent.high, value);
    }
    return extent.low <= extent.high ? extent : Extent{};
}

Extent united(Extent a, Extent b) noexcept { return {std::min(a.low, b.low), std::max(a.high, b.high)}; }

NumberFormat format_within(Extent extent, NumberFormat format) noexcept {
    const bool is_default = format.kind == NumberFormat::Kind::number && format.decimals < 0;
    if (is_default && extent.low >= 1000 && extent.high < 3000) format.kind = NumberFormat::Kind::plain;
    return format;
}

std::string Ticks::text(double value, NumberFormat format) const {
    format = format_within({values.front(), values.back()}, std::move(format));
    const bool percent = format.kind == NumberFormat::Kind::percent;
    format.decimals = decimals_of_step(percent ? step * 100 : step);
    return to_text(value, format);
}

Ticks ticks_in(Extent extent, int wanted) {
    extent = with_width(extent);
    Ticks ticks;
    for (int more = std::max(2, wanted); ticks.values.size() < 2; more *= 2) {
        ticks.step = nice_step(extent.width(), more);
        ticks.values.clear();
        const double slack = ticks.step * 1e-9;
        const double first = std::ceil((extent.low - slack) / ticks.step);
        for (double k = first; k * ticks.step <= extent.high + slack; ++k)
            ticks.values.push_back(k * ticks.step);
    }
    return ticks;
}

Extent to_ticks(Extent extent, int wanted) {
    extent = with_width(extent);
    const double step = ticks_in(extent, wanted).step;
    const double slack = 1e-9;
    return {std::floor(extent.low / step + slack) * step, std::ceil(extent.high / step - slack) * step};
}

Scale::Scale(Extent extent, double to_low, double to_high) noexcept
    : extent_(with_width(extent)), low_(to_low), high_(to_high) {}

double Scale::operator()(double value) const noexcept {
    return low_ + (value - extent_.low) / extent_.width() * (high_ - low_);
}

}  // namespace attune::report
