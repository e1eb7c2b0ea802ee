#include "report/axes.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::report {
namespace {

constexpr double legend_line = 18;
constexpr double legend_mark = 16;
constexpr double legend_gap = 16;

/// Calls place(name, corner) for each name in reading order. Gives the height of all lines.
template <class Place>
double lay_legend(Point corner, double width, const std::vector<LegendEntry>& entries, Place&& place) {
    if (entries.size() < 2) return 0;
    Point at = corner;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double needed = legend_mark + text_width(entries[i].name);
        if (at.x > corner.x && at.x + needed > corner.x + width) at = {corner.x, at.y + legend_line};
        place(i, at);
        at.x += needed + legend_gap;
    }
    return at.y + legend_line + 4 - corner.y;
}

}  // namespace

std::string to_text(const Interval& interval, const NumberFormat& format) {
    return to_text(interval.low, format) + " to " + to_text(interval.high, format);
}

int ticks_for_width(double width) noexcept { return std::clamp(static_cast<int>(width / 80), 2, 8); }
int ticks_for_height(double height) noexcept { return std::clamp(static_cast<int>(height / 56), 2, 7); }

void draw_x_axis(Svg& svg, const Frame& frame, const Scale& x, const AxisText& text) {
    const auto ticks = ticks_in(x.extent(), ticks_for_width(frame.width()));
    for (const double value : ticks.values) {
        const double at = x(value);
        svg.line({at, frame.top}, {at, frame.bottom}, {"grid"});
        svg.text({at, frame.bottom + 15}, ticks.text(value, text.format), "tick", Anchor::middle);
    }
    if (!text.title.empty()) svg.text({frame.right, frame.bottom + 31}, text.title, "faint", Anchor::end);
}

void draw_y_axis(Svg& svg, const Frame& frame, const Scale& y, const AxisText& text) {
    const auto ticks = ticks_in(y.extent(), ticks_for_height(frame.height()));
    for (const double value : ticks.values) {
        const double at = y(value);
        svg.line({frame.left, at}, {frame.right, at}, {"grid"});
        svg.text({frame.left - 6, at + 4}, ticks.text(value, text.format), "tick", Anchor::end);
    }
    if (!text.title.empty()) svg.text({0, frame.top - 12}, text.title, "faint");
}

double y_axis_width(Extent extent, double height, const NumberFormat& format) {
    const auto ticks = ticks_in(extent, ticks_for_height(height));
    double widest = 0;
    for (const double value : ticks.values)
        widest = std::max(widest, text_width(ticks.text(value, format), 11));
    return widest + 8;
}

std::string series_style(char kind, std::size_t series) {
    return fmt::format("{}{}", kind, series % most_series);
}

void draw_marker(Svg& svg, Point at, std::size_t series, double radius, const std::string& title) {
    const auto style = series_style('s', series);
    const Look look{style, title};
    const double r = radius;
    switch (series % 4) {
        case 0: svg.circle(at, r, look); break;
        case 1: svg.rect({at.x - r * 0.9, at.y - r * 0.9}, 1.8 * r, 1.8 * r, look); break;
        case 2:
            svg.area(
                {{at.x, at.y - 1.2 * r}, {at.x + 1.1 * r, at.y + 0.8 * r}, {at.x - 1.1 * r, at.y + 0.8 * r}},
                look);
            break;
        default:
            svg.area({{at.x, at.y - 1.3 * r},
                      {at.x + 1.3 * r, at.y},
                      {at.x, at.y + 1.3 * r},
                      {at.x - 1.3 * r, at.y}},
                     look);
    }
}

std::vector<LegendEntry> legend_of(const std::vector<std::string>& names) {
    std::vector<LegendEntry> entries;
    for (const auto& name : names) entries.push_back({name, entries.size()});
    return entries;
}

double draw_legend(Svg& svg, Point corner, double width, const std::vector<LegendEntry>& entries) {
    return lay_legend(corner, width, entries, [&](std::size_t i, Point at) {
        draw_marker(svg, {at.x + 6, at.y + 8}, entries[i].series, 4.5);
        svg.text({at.x + legend_mark, at.y + 12}, entries[i].name, "label");
    });
}

double legend_height(double width, const std::vector<LegendEntry>& entries) {
    return lay_legend({}, width, entries, [](std::size_t, Point) {});
}

}  // namespace attune::report
