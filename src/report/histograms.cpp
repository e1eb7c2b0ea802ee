#include "report/histograms.h"

#include "core/error.h"
#include "report/panels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::report {
namespace {

void check(const Histograms& histograms) {
    require(!histograms.panels.empty(), "histograms need a panel");
    for (const auto& panel : histograms.panels)
        require(!panel.counts.empty() && panel.edges.size() == panel.counts.size() + 1,
                "histogram '{}' has {} counts and {} edges", panel.name, panel.counts.size(),
                panel.edges.size());
}

double median_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

void draw_panel(Svg& svg, const Histogram& panel, const Frame& frame, const NumberFormat& format,
                const std::string& counted) {
    const Scale x({panel.edges.front(), panel.edges.back()}, frame.left, frame.right);
    const auto most = static_cast<double>(std::max<std::size_t>(1, std::ranges::max(panel.counts)));
    const Scale y({0, most}, frame.bottom, frame.top);
    for (std::size_t i = 0; i < panel.counts.size(); ++i) {
        if (panel.counts[i] == 0) continue;
        const double top = y(static_cast<double>(panel.counts[i]));
        const double left = x(panel.edges[i]);
        svg.rect({left, top}, std::max(0.8, x(panel.edges[i + 1]) - left - 0.8), frame.bottom - top,
                 {"s0", to_text(Interval{panel.edges[i], panel.edges[i + 1]}, format) + ": " +
                            count_text(panel.counts[i]) + " " + counted});
    }
    svg.line({frame.left, frame.bottom}, {frame.right, frame.bottom}, {"zero"});
    if (std::isfinite(panel.median)) {
        const double at = x(panel.median);
        svg.line({at, frame.top - 2}, {at, frame.bottom}, {"median"});
    }
    const auto ticks = ticks_in(x.extent(), std::max(2, static_cast<int>(frame.width() / 60)));
    for (const double value : ticks.values)
        svg.text({x(value), frame.bottom + 15}, ticks.text(value, format), "tick", Anchor::middle);
}

}  // namespace

Histogram histogram_of(std::string name, std::span<const double> values, int bins) {
    std::vector<double> known;
    for (const double value : values)
        if (std::isfinite(value)) known.push_back(value);
    if (known.empty()) return {std::move(name), {0, 1}, {0}, std::numeric_limits<double>::quiet_NaN()};

    const auto range = extent_of(known);
    const double step = ticks_in(range, bins).step;
    const double first = std::floor(range.low / step + 1e-9);
    const auto n_bins = static_cast<std::size_t>(std::max(1.0, std::ceil(range.high / step - 1e-9) - first));
    Histogram histogram{std::move(name), {}, std::vector<std::size_t>(n_bins), median_of(known)};
    for (std::size_t i = 0; i <= n_bins; ++i)
        histogram.edges.push_back((first + static_cast<double>(i)) * step);
    for (const double value : known) {
        const double place = std::max(0.0, value / step - first + 1e-9);
        ++histogram.counts[std::min(n_bins - 1, static_cast<std::size_t>(place))];
    }
    return histogram;
}

Svg draw(const Histograms& histograms, double width) {
    check(histograms);
    const auto grid = panel_grid(histograms.panels.size(), width, 0);
    Svg svg(width, grid.height);
    for (std::size_t i = 0; i < grid.frames.size(); ++i) {
        draw_panel_name(svg, grid.frames[i], histograms.panels[i].name, 0);
        draw_panel(svg, histograms.panels[i], grid.frames[i], histograms.format, histograms.counted);
    }
    return svg;
}

Table table_of(const Histograms& histograms) {
    check(histograms);
    Table table;
    table.columns = {text_column("of"), number_column("from"), number_column("to"),
                     number_column(histograms.counted)};
    for (const auto& panel : histograms.panels) {
        const auto format = format_within({panel.edges.front(), panel.edges.back()}, histograms.format);
        for (std::size_t i = 0; i < panel.counts.size(); ++i)
            table.row({panel.name, to_text(panel.edges[i], format), to_text(panel.edges[i + 1], format),
                       count_text(panel.counts[i])});
    }
    return table;
}

}  // namespace attune::report
