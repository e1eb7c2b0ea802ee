#include "report/lines.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace attune::report {
namespace {

constexpr double name_height = 14;
constexpr std::size_t most_bands = 3;    // more lie over each other and hide the lines
constexpr std::size_t most_points = 12;  // up to as many different x each has its tick

void check(const Lines& lines) {
    require(!lines.series.empty() && lines.series.size() <= most_series, "lines need 1 to {} series, got {}",
            most_series, lines.series.size());
    for (const auto& series : lines.series) {
        require(!series.x.empty(), "series '{}' has no points", series.name);
        require(series.x.size() == series.y.size() &&
                    (series.band.empty() || series.band.size() == series.x.size()),
                "series '{}' has {} x, {} y and {} bands", series.name, series.x.size(), series.y.size(),
                series.band.size());
    }
}

Extent x_of(const Lines& lines) {
    Extent all = extent_of(lines.series.front().x);
    for (const auto& series : lines.series) all = united(all, extent_of(series.x));
    return all;
}

Extent y_of(const Lines& lines) {
    std::vector<double> all;
    for (const auto& series : lines.series) {
        all.insert(all.end(), series.y.begin(), series.y.end());
        for (const auto& [low, high] : series.band) all.insert(all.end(), {low, high});
    }
    for (const auto& reference : lines.references) all.push_back(reference.at);
    if (lines.from_zero) all.push_back(0);
    return extent_of(all);
}

void draw_series(Svg& svg, const LineSeries& series, std::size_t s, const Scale& x, const Scale& y,
                 bool with_band) {
    std::vector<Point> line;
    std::vector<Point> band;
    for (std::size_t i = 0; i < series.x.size(); ++i) line.push_back({x(series.x[i]), y(series.y[i])});
    for (std::size_t i = 0; i < series.band.size(); ++i)
        if (std::isfinite(series.band[i].high)) band.push_back({x(series.x[i]), y(series.band[i].high)});
    for (std::size_t i = series.band.size(); i-- > 0;)
        if (std::isfinite(series.band[i].low)) band.push_back({x(series.x[i]), y(series.band[i].low)});
    if (with_band) svg.area(band, {series_style('b', s)});
    svg.path(line, {series_style('l', s)});
    if (line.size() == 1) draw_marker(svg, line.front(), s, 3.5);
}

/// Heights for the names at the ends of lines: as near to the ends as they can be without touching.
std::vector<double> name_places(std::vector<double> wanted, double top, double bottom) {
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return wanted[i]; });
    double free_from = top;
    for (const auto i : order) {
        wanted[i] = std::max(wanted[i], free_from);
        free_from = wanted[i] + name_height;
    }
    double free_to = bottom;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        wanted[*i] = std::min(wanted[*i], free_to);
        free_to = wanted[*i] - name_height;
    }
    return wanted;
}

double last_known(const LineSeries& series) {
    for (std::size_t i = series.y.size(); i-- > 0;)
        if (std::isfinite(series.y[i])) return series.y[i];
    return 0;
}

void draw_names(Svg& svg, const Lines& lines, const Frame& frame, const Scale& y) {
    std::vector<double> wanted;
    for (const auto& series : lines.series) wanted.push_back(y(last_known(series)));
    const auto places = name_places(wanted, frame.top, frame.bottom);
    for (std::size_t s = 0; s < lines.series.size(); ++s)
        svg.text({frame.right + 8, places[s] + 4}, lines.series[s].name, series_style('s', s) + " strong");
}

/// Few different whole x, decades say, have a tick each; more have round ones.
void draw_x_ticks(Svg& svg, const Lines& lines, const Frame& frame, const Scale& x) {
    auto ticks = ticks_in(x.extent(), ticks_for_width(frame.width()));
    std::set<double> points;
    for (const auto& series : lines.series) points.insert(series.x.begin(), series.x.end());
    const bool whole = std::ranges::all_of(points, [](double value) { return value == std::round(value); });
    const auto fitting = std::min<std::size_t>(most_points, static_cast<std::size_t>(frame.width() / 45));
    if (whole && points.size() <= fitting) ticks = {{points.begin(), points.end()}, 1};
    for (const double value : ticks.values)
        svg.text({x(value), frame.bottom + 15}, ticks.text(value, lines.x.format), "tick", Anchor::middle);
}

}  // namespace

Svg draw(const Lines& lines, double width) {
    check(lines);
    const double height = width < 500 ? 200 : 280;
    std::vector<std::string> names;
    double widest = 0;
    for (const auto& series : lines.series) {
        names.push_back(series.name);
        widest = std::max(widest, text_width(series.name) * 1.06 + 12);
    }
    const bool named_at_ends = names.size() > 1 && widest < 0.3 * width;
    const double legend = named_at_ends ? 0 : legend_height(width, legend_of(names));

    const auto y_extent = to_ticks(y_of(lines), ticks_for_height(height));
    Frame frame{y_axis_width(y_extent, height, lines.y.format), legend + (lines.y.title.empty() ? 8 : 24),
                named_at_ends ? width - widest : width - 12, 0};
    frame.bottom = frame.top + height;
    Svg svg(width, frame.bottom + (lines.x.title.empty() ? 20 : 36));
    const Scale x(x_of(lines), frame.left + 4, frame.right);
    const Scale y(y_extent, frame.bottom, frame.top);

    if (!named_at_ends) draw_legend(svg, {0, 0}, width, legend_of(names));
    draw_y_axis(svg, frame, y, lines.y);
    draw_x_ticks(svg, lines, frame, x);
    if (!lines.x.title.empty())
        svg.text({frame.right, frame.bottom + 31}, lines.x.title, "faint", Anchor::end);
    for (const auto& reference : lines.references)
        svg.line({frame.left, y(reference.at)}, {frame.right, y(reference.at)}, {"guide"});
    const bool with_bands = lines.series.size() <= most_bands;
    for (std::size_t s = 0; s < lines.series.size(); ++s)
        draw_series(svg, lines.series[s], s, x, y, with_bands);
    for (const auto& reference : lines.references)
        svg.text({frame.left + 6, y(reference.at) - 5}, reference.name, "faint halo");
    if (named_at_ends) draw_names(svg, lines, frame, y);
    return svg;
}

Table table_of(const Lines& lines) {
    check(lines);
    const bool bands =
        std::ranges::any_of(lines.series, [](const auto& series) { return !series.band.empty(); });
    Table table;
    table.columns = {text_column("line"), number_column(lines.x.title), number_column(lines.y.title)};
    if (bands) table.columns.push_back(number_column("interval"));
    for (const auto& series : lines.series) {
        for (std::size_t i = 0; i < series.x.size(); ++i) {
            table.row(
                {series.name, to_text(series.x[i], lines.x.format), to_text(series.y[i], lines.y.format)});
            if (bands)
                table.rows.back().push_back(series.band.empty() ? ""
                                                                : to_text(series.band[i], lines.y.format));
        }
    }
    return table;
}

}  // namespace attune::report
