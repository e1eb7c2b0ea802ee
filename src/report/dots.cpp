#include "report/dots.h"

#include <algorithm>
#include <cmath>

namespace attune::report {
namespace {

constexpr double apart = 9;  // between the dots of one row

Extent values_of(const Dots& dots) {
    auto all = extent_of(dots.rows);
    for (const auto& reference : dots.references) all = united(all, {reference.at, reference.at});
    return all;
}

void draw_dot(Svg& svg, const Dots& dots, std::size_t s, std::size_t row, double y, const Scale& x) {
    const auto& series = dots.rows.series[s];
    const double value = series.values[row];
    if (!std::isfinite(value)) return;
    if (!series.intervals.empty())
        svg.line({x(series.intervals[row].low), y}, {x(series.intervals[row].high), y}, {"whisker"});
    draw_marker(svg, {x(value), y}, s, 4.5, value_text(dots.rows, s, row, dots.axis.format));
}

/// Names of the lines above the frame: each in a line of its own where they would touch.
double draw_references(Svg* svg, const Dots& dots, const Frame& frame, const Scale& x) {
    std::vector<double> ends;  // of each line of names, px
    auto sorted = dots.references;
    std::ranges::sort(sorted, {}, &Reference::at);
    for (const auto& reference : sorted) {
        const double half = text_width(reference.name, 11) / 2;
        const double middle = std::clamp(x(reference.at), half, std::max(half, frame.right - half));
        std::size_t line = 0;
        while (line < ends.size() && ends[line] > middle - half - 6) ++line;
        if (line == ends.size()) ends.push_back(0);
        ends[line] = middle + half;
        if (svg == nullptr) continue;
        const double y = frame.top - 5 - 14 * static_cast<double>(line);
        svg->line({x(reference.at), y + 3}, {x(reference.at), frame.bottom}, {"guide"});
        svg->text({middle, y}, reference.name, "faint halo", Anchor::middle);
    }
    return ends.empty() ? 0 : 14 * static_cast<double>(ends.size()) + 4;
}

}  // namespace

Svg draw(const Dots& dots, double width) {
    check(dots.rows);
    const auto names = series_names(dots.rows);
    const RowNames row_names(dots.rows.names, width);
    const double n_series = static_cast<double>(names.size());
    const double step = row_names.room_above() + apart * n_series + 12;

    Frame frame{row_names.left() + 8, 0, width - 14, 0};
    const Scale x(to_ticks(values_of(dots), ticks_for_width(frame.width())), frame.left, frame.right);
    frame.top = legend_height(width, legend_of(names)) + draw_references(nullptr, dots, frame, x);
    frame.bottom = frame.top + step * static_cast<double>(dots.rows.names.size());

    Svg svg(width, frame.bottom + (dots.axis.title.empty() ? 20 : 36));
    draw_legend(svg, {0, 0}, width, legend_of(names));
    draw_x_axis(svg, frame, x, dots.axis);
    draw_references(&svg, dots, frame, x);
    for (std::size_t row = 0; row < dots.rows.names.size(); ++row) {
        const double top = frame.top + step * static_cast<double>(row);
        const double middle = (top + row_names.room_above() + top + step) / 2;
        row_names.draw(svg, dots.rows.names[row], top, middle);
        for (std::size_t s = 0; s < names.size(); ++s)
            draw_dot(svg, dots, s, row, middle + apart * (static_cast<double>(s) - (n_series - 1) / 2), x);
    }
    return svg;
}

Table table_of(const Dots& dots) { return table_of(dots.rows, dots.axis.format, dots.references); }

}  // namespace attune::report
