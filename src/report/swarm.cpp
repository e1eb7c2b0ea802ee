#include "report/swarm.h"

#include "core/error.h"
#include "report/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace attune::report {
namespace {

constexpr double swarm_height = 34;
constexpr std::size_t most_of_a_row = 250;  // a row; more cannot be seen apart

void check(const Swarm& swarm) {
    require(!swarm.rows.empty(), "a swarm needs a row");
    for (const auto& row : swarm.rows)
        require(!row.pushes.empty() && row.pushes.size() == row.values.size(),
                "row '{}' has {} pushes and {} values", row.name, row.pushes.size(), row.values.size());
}

/// Where each value stands among the others, in [0, 1]; ties share the middle of their places; NaN stays.
std::vector<double> ranks_of(const std::vector<double>& values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i])) order.push_back(i);
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size(), std::nan(""));
    const double last = std::max(1.0, static_cast<double>(order.size()) - 1);
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
        for (std::size_t i = first; i < end; ++i)
            ranks[order[i]] = static_cast<double>(first + end - 1) / 2 / last;
        first = end;
    }
    return ranks;
}

std::string value_style(double rank) {
    if (std::isnan(rank)) return "v-none";
    return fmt::format("v{}", std::clamp(static_cast<int>(rank * 7), 0, 6));
}

/// The cases that are drawn: evenly spread over the sorted pushes, the two ends among them.
std::vector<std::size_t> drawn_cases(const std::vector<double>& pushes) {
    std::vector<std::size_t> order(pushes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return pushes[i]; });
    if (order.size() <= most_of_a_row) return order;
    std::vector<std::size_t> some;
    for (std::size_t k = 0; k < most_of_a_row; ++k)
        some.push_back(order[k * (order.size() - 1) / (most_of_a_row - 1)]);
    return some;
}

void draw_row(Svg& svg, const SwarmRow& row, double middle, const Scale& x) {
    const auto ranks = ranks_of(row.values);
    const auto cases = drawn_cases(row.pushes);
    constexpr double size = 4;  // of a place for a dot, px
    std::map<int, int> in_place;
    std::map<int, int> stacked;
    for (const auto i : cases) ++in_place[static_cast<int>(std::floor(x(row.pushes[i]) / size))];
    for (const auto i : cases) {
        const int place = static_cast<int>(std::floor(x(row.pushes[i]) / size));
        const int level = stacked[place]++;
        const double apart = std::min(3.6, (swarm_height - 8) / in_place[place]);
        const double up = ((level + 1) / 2) * (level % 2 == 1 ? 1 : -1) * apart;
        svg.circle({x(row.pushes[i]), middle + up}, 2.1, {value_style(ranks[i])});
    }
}

void draw_key(Svg& svg, double right) {
    svg.text({right, 11}, "high", "faint", Anchor::end);
    const double at = right - 32 - 7 * 9;
    for (int v = 0; v < 7; ++v) svg.circle({at + 9.0 * v + 4, 7}, 3.5, {fmt::format("v{}", v)});
    svg.text({at - 6, 11}, "the input's value: low", "faint", Anchor::end);
}

double mean_size(const SwarmRow& row) {
    double sum = 0;
    for (const double push : row.pushes) sum += std::abs(push);
    return sum / static_cast<double>(row.pushes.size());
}

/// Mean push of the cases whose value lies in one third of all by rank.
double push_of_third(const SwarmRow& row, int third) {
    const auto ranks = ranks_of(row.values);
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if (std::isnan(ranks[i]) || std::min(2, static_cast<int>(ranks[i] * 3)) != third) continue;
        sum += row.pushes[i];
        ++count;
    }
    return count > 0 ? sum / count : std::nan("");
}

}  // namespace

Svg draw(const Swarm& swarm, double width) {
    check(swarm);
    std::vector<std::string> names;
    Extent all{0, 0};
    for (const auto& row : swarm.rows) {
        names.push_back(row.name);
        all = united(all, extent_of(row.pushes));
    }
    const RowNames row_names(names, width);
    const double step = row_names.room_above() + swarm_height;
    Frame frame{row_names.left() + 4, 26, width - 12, 0};
    frame.bottom = frame.top + step * static_cast<double>(names.size());
    const Scale x(to_ticks(all, ticks_for_width(frame.width())), frame.left, frame.right);

    Svg svg(width, frame.bottom + 36);
    draw_key(svg, width);
    NumberFormat pushes = swarm.format;
    pushes.sign = true;
    draw_x_axis(svg, frame, x, {swarm.pushed, pushes});
    svg.line({x(0), frame.top}, {x(0), frame.bottom}, {"zero"});
    for (std::size_t r = 0; r < names.size(); ++r) {
        const double top = frame.top + step * static_cast<double>(r);
        const double middle = top + row_names.room_above() + swarm_height / 2;
        row_names.draw(svg, names[r], top, middle);
        draw_row(svg, swarm.rows[r], middle, x);
    }
    return svg;
}

Table table_of(const Swarm& swarm) {
    check(swarm);
    NumberFormat pushes = swarm.format;
    pushes.sign = true;
    Table table;
    table.columns = {text_column("input"),        number_column("mean size of push"),
                     number_column("where low"),  number_column("where middling"),
                     number_column("where high"), number_column("cases")};
    for (const auto& row : swarm.rows)
        table.row({row.name, to_text(mean_size(row), swarm.format), to_text(push_of_third(row, 0), pushes),
                   to_text(push_of_third(row, 1), pushes), to_text(push_of_third(row, 2), pushes),
                   count_text(row.pushes.size())});
    return table;
}

}  // namespace attune::report
