#include "report/bars.h"

#include <algorithm>
#include <cmath>

namespace attune::report {
namespace {

struct Thickness {
    double bar;
    double gap;  ///< between rows
};

Thickness thickness(std::size_t n_series) { return n_series == 1 ? Thickness{15, 6} : Thickness{12, 10}; }

Extent values_of(const Bars& bars) {
    auto all = united({0, 0}, extent_of(bars.rows));
    for (const auto& reference : bars.references) all = united(all, {reference.at, reference.at});
    return all;
}

double widest_value(const Bars& bars, bool negative) {
    double widest = 0;
    for (const auto& series : bars.rows.series) {
        for (const double value : series.values)
            if ((value < 0) == negative)
                widest = std::max(widest, text_width(to_text(value, bars.format), 11));
    }
    return widest > 0 ? widest + 8 : 0;
}

void draw_bar(Svg& svg, const Bars& bars, std::size_t s, std::size_t row, double top, const Scale& x) {
    const auto& series = bars.rows.series[s];
    const double value = series.values[row];
    if (!std::isfinite(value)) return;
    const double height = thickness(bars.rows.series.size()).bar - 2;
    const auto text = to_text(value, bars.format);
    const auto style = series_style('s', s);
    svg.rect({std::min(x(0), x(value)), top}, std::abs(x(value) - x(0)), height,
             {style, value_text(bars.rows, s, row, bars.format)});
    double end = x(value);
    if (!series.intervals.empty()) {
        const auto [low, high] = series.intervals[row];
        svg.line({x(low), top + height / 2}, {x(high), top + height / 2}, {"whisker"});
        end = value < 0 ? std::min(end, x(low)) : std::max(end, x(high));
    }
    svg.text({end + (value < 0 ? -5 : 5), top + height / 2 + 4}, text, "value",
             value < 0 ? Anchor::end : Anchor::start);
}

}  // namespace

Svg draw(const Bars& bars, double width) {
    check(bars.rows);
    const auto [bar, gap] = thickness(bars.rows.series.size());
    const auto names = series_names(bars.rows);
    const RowNames row_names(bars.rows.names, width);
    const double references = bars.references.empty() ? 0 : 18;
    const double top = legend_height(width, legend_of(names)) + references;
    const double step = row_names.room_above() + bar * static_cast<double>(names.size()) + gap;
    const double bottom = top + step * static_cast<double>(bars.rows.names.size());

    Svg svg(width, bottom + 2);
    draw_legend(svg, {0, 0}, width, legend_of(names));
    const Scale x(values_of(bars), row_names.left() + widest_value(bars, true),
                  width - widest_value(bars, false));
    for (const auto& reference : bars.references) {
        svg.line({x(reference.at), top - 2}, {x(reference.at), bottom}, {"guide"});
        svg.text({x(reference.at), top - 6}, reference.name, "faint", Anchor::middle);
    }
    svg.line({x(0), top}, {x(0), bottom}, {"zero"});
    for (std::size_t row = 0; row < bars.rows.names.size(); ++row) {
        const double row_top = top + step * static_cast<double>(row);
        const double first = row_top + row_names.room_above() + gap / 2;
        row_names.draw(svg, bars.rows.names[row], row_top + gap / 2,
                       first + bar * static_cast<double>(names.size()) / 2 - 1);
        for (std::size_t s = 0; s < names.size(); ++s)
            draw_bar(svg, bars, s, row, first + bar * static_cast<double>(s), x);
    }
    return svg;
}

Table table_of(const Bars& bars) { return table_of(bars.rows, bars.format, bars.references); }

}  // namespace attune::report
