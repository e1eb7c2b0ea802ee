#include "clustering/isolation_forest.h"

#include "clustering/neighbours.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace attune::clustering {
namespace {

using Node = IsolationForest::Node;

/// The mean depth at which a search in a random tree of n rows ends.
double search_depth(std::size_t n) {
    if (n <= 1) return 0;
    if (n == 2) return 1;
    const auto size = static_cast<double>(n);
    return 2 * (std::log(size - 1) + std::numbers::egamma) - 2 * (size - 1) / size;
}

std::vector<std::size_t> draw_sample(std::size_t n, std::size_t size, Random& random) {
    std::vector<std::size_t> rows(n);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    for (std::size_t i = 0; i < size; ++i) std::swap(rows[i], rows[i + random.below(n - i)]);
    rows.resize(size);
    return rows;
}

/// A column that tells these rows apart and its range; none if they are all alike.
struct Cut {
    std::int32_t column = -1;
    float least = 0;
    float most = 0;
};

Cut random_cut(const Matrix& X, std::span<const std::size_t> rows, std::vector<std::size_t>& columns,
               Random& random) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::swap(columns[i], columns[i + random.below(columns.size() - i)]);
        const auto column = columns[i];
        float least = X(rows[0], column);
        float most = least;
        for (const auto row : rows) {
            least = std::min(least, X(row, column));
            most = std::max(most, X(row, column));
        }
        if (least < most) return {static_cast<std::int32_t>(column), least, most};
    }
    return {};
}

std::vector<Node> grow(const Matrix& X, std::size_t sample, std::uint64_t seed) {
    Random random(seed);
    auto rows = draw_sample(X.n_rows(), sample, random);
    const double most_depth = std::ceil(std::log2(static_cast<double>(std::max<std::size_t>(sample, 2))));
    std::vector<std::size_t> columns(X.n_columns());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    struct Open {
        std::size_t node, begin, end;
        double depth;
    };
    std::vector<Node> nodes(1);
    std::vector<Open> open{{0, 0, rows.size(), 0}};
    while (!open.empty()) {
        const auto [node, begin, end, depth] = open.back();
        open.pop_back();
        const auto here = std::span(rows).subspan(begin, end - begin);
        const auto cut = here.size() > 1 && depth < most_depth ? random_cut(X, here, columns, random) : Cut{};
        if (cut.column < 0) {
            nodes[node].depth = static_cast<float>(depth + search_depth(here.size()));
            continue;
        }
        const auto share = static_cast<float>(random.uniform());
        // In (least, most]: both sides get rows.
        const float threshold =
            std::max(std::nextafter(cut.least, cut.most), std::lerp(cut.least, cut.most, share));
        const auto column = static_cast<std::size_t>(cut.column);
        const auto middle =
            std::ranges::partition(here, [&](std::size_t row) { return X(row, column) < threshold; }).begin();
        const auto split = begin + static_cast<std::size_t>(middle - here.begin());
        const auto next = nodes.size();
        nodes[node] = {threshold, cut.column, static_cast<std::uint32_t>(next), 0};
        nodes.resize(next + 2);
        open.push_back({next + 1, split, end, depth + 1});
        open.push_back({next, begin, split, depth + 1});
    }
    return nodes;
}

double depth_of(const std::vector<Node>& nodes, std::span<const float> x) {
    const Node* node = nodes.data();
    while (node->column >= 0) {
        const bool is_below = x[static_cast<std::size_t>(node->column)] < node->threshold;
        node = nodes.data() + node->next + (is_below ? 0 : 1);
    }
    return node->depth;
}

}  // namespace

IsolationForest IsolationForest::fit(const Matrix& X, const IsolationOptions& options, const Task& task) {
    check_ranges(options);
    require_known(X);
    require(X.n_rows() >= 2, "one row cannot be set apart from others");
    IsolationForest forest;
    const auto sample = std::min(X.n_rows(), static_cast<std::size_t>(options.sample));
    forest.n_columns_ = X.n_columns();
    forest.expected_depth_ = search_depth(sample);
    forest.threads_ = static_cast<std::size_t>(options.threads);
    forest.trees_.resize(static_cast<std::size_t>(options.trees));
    parallel_for(forest.trees_.size(), forest.threads_, [&](std::size_t i) {
        task.check();
        forest.trees_[i] = grow(X, sample, combine_hashes(options.seed, i));
    });
    return forest;
}

std::vector<double> IsolationForest::score(const Matrix& X) const {
    if (X.n_rows() == 0) return {};
    require_known(X);
    require(X.n_columns() == n_columns_, "X must have {} columns, got {}", n_columns_, X.n_columns());
    std::vector<double> scores(X.n_rows());
    parallel_for(X.n_rows(), threads_, [&](std::size_t row) {
        double sum = 0;
        for (const auto& tree : trees_) sum += depth_of(tree, X.row(row));
        scores[row] = std::exp2(-sum / static_cast<double>(trees_.size()) / expected_depth_);
    });
    return scores;
}

}  // namespace attune::clustering
