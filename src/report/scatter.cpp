#include "report/scatter.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace attune::report {
namespace {

constexpr std::size_t most_dots = 1500;

std::vector<Point> points_of(const Scatter& scatter) {
    require(scatter.xs.size() == scatter.ys.size(), "{} x, yet {} y", scatter.xs.size(), scatter.ys.size());
    std::vector<Point> points;
    for (std::size_t i = 0; i < scatter.xs.size(); ++i)
        if (std::isfinite(scatter.xs[i]) && std::isfinite(scatter.ys[i]))
            points.push_back({scatter.xs[i], scatter.ys[i]});
    require(!points.empty(), "a scatter needs a point");
    return points;
}

Extent along(const std::vector<Point>& points, double Point::*axis) {
    Extent extent{points.front().*axis, points.front().*axis};
    for (const auto& point : points) extent = united(extent, {point.*axis, point.*axis});
    return extent;
}

/// The nearest cell of a hexagonal lattice: of two rectangular ones, shifted by half a cell, the nearer
/// centre.
Point hexagon_of(Point at, double size) {
    const double across = size;
    const double down = size * std::numbers::sqrt3;
    const Point a{std::round(at.x / across) * across, std::round(at.y / down) * down};
    const Point b{(std::floor(at.x / across) + 0.5) * across, (std::floor(at.y / down) + 0.5) * down};
    const auto far = [&](Point p) { return std::hypot(p.x - at.x, p.y - at.y); };
    return far(a) <= far(b) ? a : b;
}

void draw_hexagons(Svg& svg, const std::vector<Point>& places, const Frame& frame) {
    const double size = frame.width() < 400 ? 8 : 10;
    std::map<std::pair<double, double>, std::size_t> counts;
    for (const auto place : places) {
        const auto centre = hexagon_of({place.x - frame.left, place.y - frame.top}, size);
        ++counts[{centre.x, centre.y}];
    }
    std::size_t most = 0;
    for (const auto& [centre, count] : counts) most = std::max(most, count);
    const double radius = size / std::numbers::sqrt3;
    for (const auto& [centre, count] : counts) {
        std::vector<Point> corners;
        for (int k = 0; k < 6; ++k) {
            const double angle = std::numbers::pi * (k / 3.0 + 1.0 / 6);
            corners.push_back({frame.left + centre.first + radius * std::cos(angle),
                               frame.top + centre.second + radius * std::sin(angle)});
        }
        // The square root: else a few full hexagons leave all others invisible.
        const double share = std::sqrt(static_cast<double>(count) / static_cast<double>(most));
        svg.area(corners, {"s0", "", 0.08 + 0.92 * share});
    }
}

void draw_guide(Svg& svg, const Scatter& scatter, const Scale& x, const Scale& y) {
    if (scatter.guide == Scatter::Guide::zero)
        svg.line({x(x.extent().low), y(0)}, {x(x.extent().high), y(0)}, {"guide-strong"});
    if (scatter.guide == Scatter::Guide::diagonal) {
        const double low = std::max(x.extent().low, y.extent().low);
        const double high = std::min(x.extent().high, y.extent().high);
        if (low < high) svg.line({x(low), y(low)}, {x(high), y(high)}, {"guide-strong"});
    }
}

double quantile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Svg draw(const Scatter& scatter, double width) {
    const auto points = points_of(scatter);
    const double height = std::clamp(width * 0.55, 240.0, 400.0);
    auto y_extent = along(points, &Point::y);
    if (scatter.guide == Scatter::Guide::zero) y_extent = united(y_extent, {0, 0});
    y_extent = to_ticks(y_extent, ticks_for_height(height));

    Frame frame{y_axis_width(y_extent, height, scatter.y.format), scatter.y.title.empty() ? 8.0 : 24.0,
                width - 14, 0};
    frame.bottom = frame.top + height;
    const Scale x(to_ticks(along(points, &Point::x), ticks_for_width(frame.width())), frame.left,
                  frame.right);
    const Scale y(y_extent, frame.bottom, frame.top);

    Svg svg(width, frame.bottom + (scatter.x.title.empty() ? 20 : 36));
    draw_x_axis(svg, frame, x, scatter.x);
    draw_y_axis(svg, frame, y, scatter.y);
    std::vector<Point> places;
    for (const auto& point : points) places.push_back({x(point.x), y(point.y)});
    if (places.size() > most_dots) {
        draw_hexagons(svg, places, frame);
    } else {
        for (const auto place : places) svg.circle(place, 2.5, {"s0", "", 0.55});
    }
    draw_guide(svg, scatter, x, y);
    return svg;
}

Table table_of(const Scatter& scatter) {
    auto points = points_of(scatter);
    std::ranges::stable_sort(points, {}, &Point::x);
    Table table;
    table.columns = {text_column(scatter.x.title), number_column("points"),
                     number_column(scatter.y.title + ", lower tenth"), number_column("median"),
                     number_column("upper tenth")};
    const std::size_t parts = std::clamp<std::size_t>(points.size() / 10, 1, 10);
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t first = points.size() * part / parts;
        const std::size_t end = points.size() * (part + 1) / parts;
        std::vector<double> ys;
        for (std::size_t i = first; i < end; ++i) ys.push_back(points[i].y);
        std::ranges::sort(ys);
        table.row({to_text(Interval{points[first].x, points[end - 1].x}, scatter.x.format),
                   count_text(ys.size()), to_text(quantile(ys, 0.1), scatter.y.format),
                   to_text(quantile(ys, 0.5), scatter.y.format),
                   to_text(quantile(ys, 0.9), scatter.y.format)});
    }
    return table;
}

}  // namespace attune::report
