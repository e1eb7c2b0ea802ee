#include "report/map.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::report {
namespace {

constexpr std::size_t coloured_groups = 7;
constexpr std::size_t other_groups = 6;  // the style that is grey
constexpr double name_size = 11;

void check(const Map& map) {
    require(!map.places.empty(), "a map needs a place");
    for (const auto& place : map.places) {
        require(place.group < std::max<std::size_t>(1, map.groups.size()), "'{}' is in group {} of {}",
                place.name, place.group, map.groups.size());
        require(std::isfinite(place.x) && std::isfinite(place.y), "'{}' has no finite place", place.name);
    }
}

/// The grey style goes to the groups that have no colour; the seventh group takes the one after it.
std::size_t style_of(std::size_t group) {
    if (group >= coloured_groups) return other_groups;
    return group == other_groups ? coloured_groups : group;
}

struct Box {
    double left, top, right, bottom;

    bool touches(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

/// Boxes by the squares of a grid that they lie in, so that a crowded map is not compared pair by pair.
class TakenRoom {
  public:
    TakenRoom(double width, double height)
        : columns_(static_cast<std::size_t>(width / square) + 1),
          rows_(static_cast<std::size_t>(height / square) + 1),
          squares_(columns_ * rows_) {}

    bool is_free(const Box& box) const {
        bool free = true;
        each_square(box, [&](std::size_t at) {
            free = free &&
                   std::ranges::none_of(squares_[at], [&](const Box& other) { return box.touches(other); });
        });
        return free;
    }

    void take(const Box& box) {
        each_square(box, [&](std::size_t at) { squares_[at].push_back(box); });
    }

  private:
    static constexpr double square = 40;

    template <class Visit>
    void each_square(const Box& box, Visit&& visit) const {
        const auto place = [](double px, std::size_t count) {
            return std::min(count - 1, static_cast<std::size_t>(std::max(0.0, px / square)));
        };
        for (auto row = place(box.top, rows_); row <= place(box.bottom, rows_); ++row)
            for (auto column = place(box.left, columns_); column <= place(box.right, columns_); ++column)
                visit(row * columns_ + column);
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<std::vector<Box>> squares_;
};

/// Writes the name right, left, above or below of its dot, where it is free first; not at all if nowhere.
void draw_name(Svg& svg, TakenRoom& taken, const MapPlace& place, Point at, double radius, bool strong) {
    const double wide = text_width(place.name, name_size) * (strong ? 1.06 : 1);
    const double gap = radius + 3;
    const Point corners[] = {{at.x + gap, at.y - 6},
                             {at.x - gap - wide, at.y - 6},
                             {at.x - wide / 2, at.y - gap - 12},
                             {at.x - wide / 2, at.y + gap}};
    for (const auto corner : corners) {
        const Box box{corner.x, corner.y, corner.x + wide, corner.y + 12};
        if (box.left < 0 || box.right > svg.width() || box.top < 0 || box.bottom > svg.height()) continue;
        if (!taken.is_free(box)) continue;
        taken.take(box);
        svg.text({corner.x, corner.y + 10}, place.name, strong ? "map-name strong halo" : "map-name halo");
        return;
    }
}

std::vector<LegendEntry> legend_of(const Map& map) {
    std::vector<LegendEntry> entries;
    for (std::size_t g = 0; g < std::min(map.groups.size(), coloured_groups); ++g)
        entries.push_back({map.groups[g], style_of(g)});
    if (map.groups.size() > coloured_groups) entries.push_back({"others", other_groups});
    return entries;
}

std::vector<std::size_t> by_weight(const Map& map) {
    std::vector<std::size_t> order(map.places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return map.places[a].weight > map.places[b].weight; });
    return order;
}

}  // namespace

Svg draw(const Map& map, double width) {
    check(map);
    std::vector<double> xs;
    std::vector<double> ys;
    double heaviest = 0;
    for (const auto& place : map.places) {
        xs.push_back(place.x);
        ys.push_back(place.y);
        heaviest = std::max(heaviest, place.weight);
    }
    const auto x_extent = extent_of(xs);
    const auto y_extent = extent_of(ys);
    const double margin = width < 500 ? 24 : 46;
    const auto legend = legend_of(map);
    const double top = legend_height(width, legend) + margin;
    // One scale for both axes: distances are what a map is read by. A very flat or tall one is kept in
    // bounds.
    const double ratio = x_extent.width() > 0 ? y_extent.width() / x_extent.width() : 1;
    const double height = (width - 2 * margin) * std::clamp(ratio, 0.5, width < 500 ? 1.6 : 1.1);

    Svg svg(width, top + height + margin);
    draw_legend(svg, {0, 0}, width, legend);
    const Scale x(x_extent, margin, width - margin);
    const Scale y(y_extent, top + height, top);
    const auto order = by_weight(map);
    const auto at = [&](std::size_t i) { return Point{x(map.places[i].x), y(map.places[i].y)}; };
    // Small dots where there are many: else they run into one another.
    const double least_radius = map.places.size() > 500 ? 1.1 : 1.8;
    const auto radius = [&](std::size_t i) {
        return least_radius + 4.2 * std::sqrt(heaviest > 0 ? map.places[i].weight / heaviest : 0);
    };
    for (const auto i : order)
        if (map.places[i].shade > 0)
            svg.circle(at(i), 26, {"territory", "", 0.05 + 0.2 * map.places[i].shade});
    TakenRoom taken(svg.width(), svg.height());
    for (const auto i : order) {
        const auto& place = map.places[i];
        auto said = place.name;
        if (!map.groups.empty()) said += ", " + map.groups[place.group];
        draw_marker(svg, at(i), style_of(place.group), radius(i), said);
        // The heaviest dots keep clear of names; to keep clear of all would leave a crowded map without any.
        if (radius(i) > 3.5) taken.take({at(i).x - 3, at(i).y - 3, at(i).x + 3, at(i).y + 3});
    }
    for (const auto i : order)
        draw_name(svg, taken, map.places[i], at(i), radius(i), map.places[i].shade >= 0.5);
    return svg;
}

Table table_of(const Map& map) {
    check(map);
    Table table;
    table.columns = {text_column(map.places_are), text_column("part"), number_column(map.weight_is),
                     number_column("x"), number_column("y")};
    if (!map.shade_is.empty()) table.columns.push_back(number_column(map.shade_is));
    for (const auto i : by_weight(map)) {
        const auto& place = map.places[i];
        table.row({place.name, map.groups.empty() ? "" : map.groups[place.group], to_text(place.weight),
                   to_text(place.x, number_format(2)), to_text(place.y, number_format(2))});
        if (!map.shade_is.empty()) table.rows.back().push_back(percent_text(place.shade, 0));
    }
    return table;
}

}  // namespace attune::report
