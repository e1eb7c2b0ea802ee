#include "report/curves.h"

#include "core/error.h"
#include "report/panels.h"

#include <algorithm>
#include <cmath>

namespace attune::report {
namespace {

void check(const Curves& curves) {
    require(!curves.panels.empty(), "curves need a panel");
    for (const auto& panel : curves.panels) {
        require(!panel.x.empty(), "curve '{}' has no points", panel.name);
        require(
            panel.x.size() == panel.y.size() && (panel.band.empty() || panel.band.size() == panel.x.size()),
            "curve '{}' has {} x, {} y and {} bands", panel.name, panel.x.size(), panel.y.size(),
            panel.band.size());
    }
}

Extent y_of(const Curves& curves) {
    std::vector<double> all;
    for (const auto& panel : curves.panels) {
        all.insert(all.end(), panel.y.begin(), panel.y.end());
        for (const auto& [low, high] : panel.band) all.insert(all.end(), {low, high});
    }
    return extent_of(all);
}

void draw_panel(Svg& svg, const Curve& panel, const Frame& frame, const Scale& y,
                const NumberFormat& x_format) {
    const Scale x(extent_of(panel.x), frame.left + 2, frame.right - 2);
    std::vector<Point> line;
    std::vector<Point> band;
    for (std::size_t i = 0; i < panel.x.size(); ++i) line.push_back({x(panel.x[i]), y(panel.y[i])});
    for (std::size_t i = 0; i < panel.band.size(); ++i)
        band.push_back({x(panel.x[i]), y(panel.band[i].high)});
    for (std::size_t i = panel.band.size(); i-- > 0;) band.push_back({x(panel.x[i]), y(panel.band[i].low)});
    svg.area(band, {"b0"});
    svg.path(line, {"l0"});
    for (const double value : panel.seen) {
        if (value < x.extent().low || value > x.extent().high) continue;
        svg.line({x(value), frame.bottom}, {x(value), frame.bottom - 5}, {"whisker"});
    }
    const auto ticks = ticks_in(x.extent(), std::max(2, static_cast<int>(frame.width() / 60)));
    for (const double value : ticks.values)
        svg.text({x(value), frame.bottom + 15}, ticks.text(value, x_format), "tick", Anchor::middle);
}

}  // namespace

Svg draw(const Curves& curves, double width) {
    check(curves);
    const auto y_extent = to_ticks(y_of(curves), 3);
    const double axis_width = y_axis_width(y_extent, 120, curves.y.format);
    const auto grid = panel_grid(curves.panels.size(), width, axis_width);
    const double title = curves.y.title.empty() ? 0 : 20;
    Svg svg(width, grid.height + title);
    if (title > 0) svg.text({0, 11}, "↑ " + curves.y.title, "faint");
    for (std::size_t i = 0; i < grid.frames.size(); ++i) {
        auto frame = grid.frames[i];
        frame.top += title;
        frame.bottom += title;
        const Scale y(y_extent, frame.bottom, frame.top);
        draw_panel_name(svg, frame, curves.panels[i].name, axis_width);
        draw_y_axis(svg, frame, y, {"", curves.y.format});
        draw_panel(svg, curves.panels[i], frame, y, curves.x_format);
    }
    return svg;
}

Table table_of(const Curves& curves) {
    check(curves);
    const bool bands =
        std::ranges::any_of(curves.panels, [](const auto& panel) { return !panel.band.empty(); });
    Table table;
    table.columns = {text_column("input"), number_column("value"), number_column(curves.y.title)};
    if (bands) table.columns.push_back(number_column("interval"));
    for (const auto& panel : curves.panels) {
        const auto format = format_within(extent_of(panel.x), curves.x_format);
        for (std::size_t i = 0; i < panel.x.size(); ++i) {
            table.row({panel.name, to_text(panel.x[i], format), to_text(panel.y[i], curves.y.format)});
            if (bands)
                table.rows.back().push_back(panel.band.empty() ? ""
                                                               : to_text(panel.band[i], curves.y.format));
        }
    }
    return table;
}

}  // namespace attune::report
