#include "report/heatmap.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::report {
namespace {

constexpr double tallest_cell = 40;
constexpr double narrowest_leaning = 20;  // below, names that lean would lie over each other: they stand

void check(const Heatmap& map) {
    require(!map.rows.empty() && !map.columns.empty(), "a heatmap needs a cell");
    require(map.values.size() == map.rows.size() * map.columns.size(), "{} x {} cells, yet {} values",
            map.rows.size(), map.columns.size(), map.values.size());
}

double value_at(const Heatmap& map, std::size_t row, std::size_t column) {
    return map.values[row * map.columns.size() + column];
}

double widest(const std::vector<std::string>& names, double size = 11) {
    double width = 0;
    for (const auto& name : names) width = std::max(width, text_width(name, size));
    return width;
}

/// A percent sign in every cell would say nothing new: cells of a share are written as whole percents.
std::string cell_text(double value, const Heatmap& map) {
    if (map.format.kind != NumberFormat::Kind::percent) return to_text(value, map.format);
    return to_text(value * 100, number_format(0));
}

struct Layout {
    double left;
    double cell_width;
    double cell_height;
    double top;
    double turn;        // of the names of columns, degrees: 0, 45 or 90
    bool has_numbers;   // in cells
    double name_width;  // of columns, at most
};

Layout lay_out(const Heatmap& map, double width) {
    Layout layout{};
    layout.left = std::min(widest(map.rows), 0.3 * width) + 8;
    const double names = widest(map.columns);
    const auto n = static_cast<double>(map.columns.size());
    layout.name_width = std::min(names, 110.0);
    layout.cell_width = std::min((width - layout.left) / n, 90.0);
    layout.turn = names + 6 <= layout.cell_width ? 0 : layout.cell_width < narrowest_leaning ? 90 : 45;
    const double up = layout.name_width * std::sin(layout.turn * std::numbers::pi / 180);
    // Leaning names reach over the last column to the right.
    if (layout.turn == 45)
        layout.cell_width = std::min((width - layout.left - up + layout.cell_width / 2) / n, 90.0);
    layout.cell_height = std::clamp(layout.cell_width, 18.0, tallest_cell);
    layout.top = 18 + (layout.turn > 0 ? up + 12 : 18);
    double widest_number = 0;
    for (const double value : map.values)
        if (std::isfinite(value))
            widest_number = std::max(widest_number, text_width(cell_text(value, map), 10));
    layout.has_numbers = widest_number + 2 < layout.cell_width;
    return layout;
}

void draw_cell(Svg& svg, const Heatmap& map, const Layout& at, std::size_t r, std::size_t c, double most) {
    const double value = value_at(map, r, c);
    if (!std::isfinite(value)) return;
    const Point corner{at.left + at.cell_width * static_cast<double>(c),
                       at.top + at.cell_height * static_cast<double>(r)};
    const double strength = most > 0 ? std::min(1.0, std::abs(value) / most) : 0;
    const bool below = map.range == Heatmap::Range::from_zero || value < 0;
    const auto said = map.rows[r] + ", " + map.columns[c] + ": " + to_text(value, map.format);
    svg.rect({corner.x + 0.5, corner.y + 0.5}, at.cell_width - 1, at.cell_height - 1, {"grid-cell"});
    svg.rect({corner.x + 0.5, corner.y + 0.5}, at.cell_width - 1, at.cell_height - 1,
             {below ? "cool" : "heat", said, std::max(0.02, strength)});
    if (!at.has_numbers) return;
    svg.text({corner.x + at.cell_width / 2, corner.y + at.cell_height / 2 + 4}, cell_text(value, map),
             strength > 0.62 ? "on" : "value", Anchor::middle);
}

}  // namespace

Svg draw(const Heatmap& map, double width) {
    check(map);
    const auto at = lay_out(map, width);
    double most = 0;
    for (const double value : map.values)
        if (std::isfinite(value)) most = std::max(most, std::abs(value));

    const double bottom = at.top + at.cell_height * static_cast<double>(map.rows.size());
    Svg svg(width, bottom + 4);
    const auto unit = map.format.kind == NumberFormat::Kind::percent ? " (%)" : "";
    svg.text({0, 11}, "↓ " + map.rows_are + "   → " + map.columns_are + (at.has_numbers ? unit : ""),
             "faint");
    for (std::size_t c = 0; c < map.columns.size(); ++c) {
        const double middle = at.left + at.cell_width * (static_cast<double>(c) + 0.5);
        const auto name = fit_to_width(map.columns[c], at.name_width, 11);
        const Point foot{middle + (at.turn == 90 ? 4 : 0), at.top - 6};
        svg.text(foot, name, "tick", at.turn > 0 ? Anchor::start : Anchor::middle, -at.turn);
    }
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        svg.text({at.left - 6, at.top + at.cell_height * (static_cast<double>(r) + 0.5) + 4},
                 fit_to_width(map.rows[r], at.left - 7, 11), "tick", Anchor::end);
        for (std::size_t c = 0; c < map.columns.size(); ++c) draw_cell(svg, map, at, r, c, most);
    }
    return svg;
}

Table table_of(const Heatmap& map) {
    check(map);
    Table table;
    table.columns.push_back(text_column(map.rows_are + " \\ " + map.columns_are));
    for (const auto& column : map.columns) table.columns.push_back(number_column(column));
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        std::vector<std::string> cells{map.rows[r]};
        for (std::size_t c = 0; c < map.columns.size(); ++c)
            cells.push_back(to_text(value_at(map, r, c), map.format));
        table.row(std::move(cells));
    }
    return table;
}

}  // namespace attune::report
