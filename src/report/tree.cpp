#include "report/tree.h"

#include "core/error.h"

#include <algorithm>

namespace attune::report {
namespace {

constexpr double row_height = 17;

void check(const Tree& tree) {
    const auto n = tree.leaves.size();
    require(n >= 2, "a tree needs 2 leaves, got {}", n);
    require(tree.merges.size() + 1 == n, "a tree of {} leaves has {} merges, got {}", n, n - 1,
            tree.merges.size());
    std::vector<bool> used(2 * n - 1);
    for (std::size_t m = 0; m < tree.merges.size(); ++m) {
        for (const auto part : {tree.merges[m].left, tree.merges[m].right}) {
            require(part < n + m && !used[part],
                    "merge {} joins part {}, which is not there or joined already", m, part);
            used[part] = true;
        }
    }
}

/// Leaves in an order in which no two branches cross.
std::vector<std::size_t> leaf_order(const Tree& tree) {
    const auto n = tree.leaves.size();
    std::vector<std::size_t> order;
    std::vector<std::size_t> open{2 * n - 2};
    while (!open.empty()) {
        const auto part = open.back();
        open.pop_back();
        if (part < n) {
            order.push_back(part);
        } else {
            open.push_back(tree.merges[part - n].right);
            open.push_back(tree.merges[part - n].left);
        }
    }
    return order;
}

std::vector<std::string> leaves_below(const Tree& tree, std::size_t part) {
    const auto n = tree.leaves.size();
    if (part < n) return {tree.leaves[part]};
    auto names = leaves_below(tree, tree.merges[part - n].left);
    const auto others = leaves_below(tree, tree.merges[part - n].right);
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

std::string part_text(const Tree& tree, std::size_t part) {
    auto names = leaves_below(tree, part);
    if (names.size() <= 4) return list_text(names);
    const auto more = names.size() - 3;
    names.resize(3);
    return list_text(names) + " and " + count_text(more) + " more";
}

}  // namespace

Svg draw(const Tree& tree, double width) {
    check(tree);
    const auto n = tree.leaves.size();
    double highest = 0;
    double names = 0;
    for (const auto& merge : tree.merges) highest = std::max(highest, merge.height);
    for (const auto& leaf : tree.leaves) names = std::max(names, text_width(leaf));
    names = std::min(names, 0.4 * width);

    const Frame frame{names + 10, 4, width - 12, 4 + row_height * static_cast<double>(n)};
    Svg svg(width, frame.bottom + (tree.height.title.empty() ? 20 : 36));
    const Scale x(to_ticks({0, highest}, ticks_for_width(frame.width())), frame.left, frame.right);
    draw_x_axis(svg, frame, x, tree.height);

    std::vector<Point> at(2 * n - 1);
    const auto order = leaf_order(tree);
    for (std::size_t row = 0; row < n; ++row) {
        at[order[row]] = {x(0), frame.top + row_height * (static_cast<double>(row) + 0.5)};
        svg.text({names, at[order[row]].y + 4}, fit_to_width(tree.leaves[order[row]], names), "label",
                 Anchor::end);
    }
    for (std::size_t m = 0; m < tree.merges.size(); ++m) {
        const auto& merge = tree.merges[m];
        const double joined = x(merge.height);
        const Point left = at[merge.left];
        const Point right = at[merge.right];
        svg.path({left, {joined, left.y}, {joined, right.y}, right}, {"branch"});
        at[n + m] = {joined, (left.y + right.y) / 2};
    }
    return svg;
}

Table table_of(const Tree& tree) {
    check(tree);
    Table table;
    table.columns = {text_column(tree.leaves_are), text_column("joined with"),
                     number_column(tree.height.title.empty() ? "height" : tree.height.title)};
    for (const auto& merge : tree.merges)
        table.row({part_text(tree, merge.left), part_text(tree, merge.right),
                   to_text(merge.height, tree.height.format)});
    return table;
}

}  // namespace attune::report
