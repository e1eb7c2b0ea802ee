#include "learning/forest.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/parallel.h"
#include "core/random.h"
#include "learning/binned.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <utility>

namespace attune::learning {
namespace {

using Node = ClassForest::Node;
using Tree = ClassForest::Tree;

/// The weight of each class in a node, with the sum of their squares: all that Gini's index needs. In
/// float32: which split is best does not hang on its seventh digit.
struct Counts {
    std::vector<float> of_class;
    float total = 0;
    float squares = 0;

    explicit Counts(std::size_t n_classes) : of_class(n_classes, 0.0F) {}

    void clear() {
        std::ranges::fill(of_class, 0.0F);
        total = squares = 0;
    }
    void add(ClassIndex label, float weight) {
        auto& count = of_class[label];
        squares += weight * (2 * count + weight);
        count += weight;
        total += weight;
    }
    float purity() const { return total > 0 ? squares / total : 0; }
};

struct Best {
    float purity = 0;
    std::size_t column = 0;
    std::uint8_t bin = 0;  // the last one that goes left
    bool is_found = false;
};

/// Most nodes have few rows, for which nothing is faster than putting each in its place.
void sort_few(std::uint16_t* values, std::size_t n) {
    if (n > 24) return std::sort(values, values + n);
    for (std::size_t i = 1; i < n; ++i) {
        const auto value = values[i];
        std::size_t place = i;
        for (; place > 0 && values[place - 1] > value; --place) values[place] = values[place - 1];
        values[place] = value;
    }
}

/// Grows one tree.
class Grower {
  public:
    Grower(const BinnedColumns& binned, std::span<const ClassIndex> labels, std::size_t n_classes,
           const ForestOptions& options)
        : binned_(binned),
          labels_(labels),
          options_(options),
          n_classes_(n_classes),
          node_counts_(n_classes),
          left_(n_classes, 0.0F),
          histogram_(256 * n_classes),
          columns_(binned.n_columns()) {
        std::iota(columns_.begin(), columns_.end(), std::size_t{0});
        tree_.gains.assign(columns_.size(), 0.0);
        const auto asked = options.columns > 0 ? static_cast<double>(options.columns)
                                               : std::sqrt(static_cast<double>(columns_.size()));
        n_tried_ = std::clamp(static_cast<std::size_t>(asked), std::size_t{1}, columns_.size());
    }

    Tree grow(std::span<const float> weights, std::uint64_t seed) {
        Random random(seed);
        draw_rows(weights, random);
        struct Open {
            std::size_t node, begin, end;
            int depth;
        };
        tree_.nodes.emplace_back();
        std::vector<Open> open{{0, 0, rows_.size(), 0}};
        while (!open.empty()) {
            const auto [node, begin, end, depth] = open.back();
            open.pop_back();
            count(begin, end);
            const auto best = depth < options_.max_depth ? best_split(begin, end, random) : Best{};
            if (!best.is_found) {
                make_leaf(node);
                continue;
            }
            tree_.gains[best.column] += best.purity - node_counts_.purity();
            const auto middle = divide(begin, end, best);
            const auto next = tree_.nodes.size();
            tree_.nodes[node] = {binned_.upper_edge(best.column, best.bin),
                                 static_cast<std::int32_t>(best.column), static_cast<std::uint32_t>(next)};
            tree_.nodes.resize(next + 2);
            open.push_back({next + 1, middle, end, depth + 1});
            open.push_back({next, begin, middle, depth + 1});
        }
        return std::move(tree_);
    }

  private:
    struct Row {
        std::uint32_t index;
        ClassIndex label;
        float weight;
    };

    /// As many rows as there are, with replacement; a row drawn twice counts twice.
    void draw_rows(std::span<const float> weights, Random& random) {
        std::vector<std::uint32_t> times(labels_.size(), 0);
        // 32 bits are enough to draw one of some millions evenly, and spare two divisions a row.
        for (std::size_t i = 0; i < labels_.size(); ++i) ++times[((random() >> 32) * labels_.size()) >> 32];
        for (std::uint32_t row = 0; row < times.size(); ++row) {
            const float weight = static_cast<float>(times[row]) * (weights.empty() ? 1.0F : weights[row]);
            if (weight > 0) rows_.push_back({row, labels_[row], weight});
        }
    }

    void count(std::size_t begin, std::size_t end) {
        node_counts_.clear();
        for (std::size_t i = begin; i < end; ++i) node_counts_.add(rows_[i].label, rows_[i].weight);
    }

    bool is_pure() const {
        return node_counts_.squares >= node_counts_.total * node_counts_.total * (1 - 1e-9);
    }

    Best best_split(std::size_t begin, std::size_t end, Random& random) {
        Best best;
        const auto n = end - begin;
        if (n < 2 * static_cast<std::size_t>(options_.least_leaf) || is_pure()) return best;
        best.purity = node_counts_.purity() * (1 + 1e-6F);
        // Columns that cannot divide these rows do not count as tried.
        for (std::size_t tried = 0, i = 0; i < columns_.size() && tried < n_tried_; ++i) {
            const auto others = static_cast<std::uint32_t>(columns_.size() - i);
            std::swap(columns_[i], columns_[i + (((random() >> 32) * others) >> 32)]);
            tried += try_column(columns_[i], begin, end, best) ? 1 : 0;
        }
        return best;
    }

    /// @return whether the column tells these rows apart
    bool try_column(std::size_t column, std::size_t begin, std::size_t end, Best& best) {
        // Clearing and walking 256 bins costs more than sorting few rows.
        return end - begin <= 64 ? try_sorted(column, begin, end, best)
                                 : try_histogram(column, begin, end, best);
    }

    bool try_sorted(std::size_t column, std::size_t begin, std::size_t end, Best& best) {
        const auto bins = binned_.column(column);
        const auto n = end - begin;
        for (std::size_t i = 0; i < n; ++i) {
            order_[i] = static_cast<std::uint16_t>((bins[rows_[begin + i].index] << 8) | i);
        }
        sort_few(order_, n);
        if (order_[0] >> 8 == order_[n - 1] >> 8) return false;
        float* const left = left_.data();
        const float* const all = node_counts_.of_class.data();
        Sides sides{0, node_counts_.total, 0, node_counts_.squares};
        for (std::size_t i = 0; i + 1 < n; ++i) {
            const auto& row = rows_[begin + (order_[i] & 0xFF)];
            const float in_left = left[row.label];
            const float in_right = all[row.label] - in_left;
            left[row.label] = in_left + row.weight;
            sides.left += row.weight;
            sides.right -= row.weight;
            sides.left_squares += row.weight * (2 * in_left + row.weight);
            sides.right_squares += row.weight * (row.weight - 2 * in_right);
            const auto bin = order_[i] >> 8;
            if (bin == order_[i + 1] >> 8) continue;
            consider(column, static_cast<std::uint8_t>(bin), i + 1, n - i - 1, sides, best);
        }
        std::fill_n(left, n_classes_, 0.0F);
        return true;
    }

    bool try_histogram(std::size_t column, std::size_t begin, std::size_t end, Best& best) {
        const auto bins = binned_.column(column);
        for (std::size_t i = begin; i < end; ++i) {
            const auto& row = rows_[i];
            const std::size_t bin = bins[row.index];
            histogram_[bin * n_classes_ + row.label] += row.weight;
            ++bin_rows_[bin];
        }
        float* const left = left_.data();
        const float* const all = node_counts_.of_class.data();
        const auto n = end - begin;
        std::size_t n_left = 0;
        bool is_divided = false;
        for (std::size_t bin = 0; n_left < n; ++bin) {
            if (bin_rows_[bin] == 0) continue;
            n_left += std::exchange(bin_rows_[bin], 0);
            float* const here = histogram_.data() + bin * n_classes_;
            Sides sides{0, 0, 0, 0};
            for (std::size_t c = 0; c < n_classes_; ++c) {
                left[c] += here[c];
                here[c] = 0;
                const float right = all[c] - left[c];
                sides.left += left[c];
                sides.right += right;
                sides.left_squares += left[c] * left[c];
                sides.right_squares += right * right;
            }
            if (n_left == n) break;
            is_divided = true;
            consider(column, static_cast<std::uint8_t>(bin), n_left, n - n_left, sides, best);
        }
        std::fill_n(left, n_classes_, 0.0F);
        return is_divided;
    }

    /// Weights of the two sides of a split and the sums of their squares by class.
    struct Sides {
        float left, right, left_squares, right_squares;
    };

    void consider(std::size_t column, std::uint8_t bin, std::size_t n_left, std::size_t n_right,
                  const Sides& sides, Best& best) const {
        const float purity = (sides.left_squares * sides.right + sides.right_squares * sides.left) /
                             (sides.left * sides.right);
        if (!(purity > best.purity)) return;
        const auto least = static_cast<std::size_t>(options_.least_leaf);
        if (n_left >= least && n_right >= least) best = {purity, column, bin, true};
    }

    std::size_t divide(std::size_t begin, std::size_t end, const Best& best) {
        const auto bins = binned_.column(best.column);
        const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = rows_.begin() + static_cast<std::ptrdiff_t>(end);
        const auto middle =
            std::partition(first, last, [&](const Row& row) { return bins[row.index] <= best.bin; });
        return static_cast<std::size_t>(middle - rows_.begin());
    }

    void make_leaf(std::size_t node) {
        tree_.nodes[node] = {0, -1, static_cast<std::uint32_t>(tree_.shares.size())};
        for (ClassIndex c = 0; c < n_classes_; ++c) {
            const float count = node_counts_.of_class[c];
            if (count > 0) tree_.shares.push_back({c, count / node_counts_.total, false});
        }
        // Rows whose weights are all 0 were drawn: no class is known.
        if (tree_.shares.size() == tree_.nodes[node].next) tree_.shares.push_back({0, 1, false});
        tree_.shares.back().is_last = true;
    }

    const BinnedColumns& binned_;
    std::span<const ClassIndex> labels_;
    const ForestOptions& options_;
    std::size_t n_classes_;
    std::size_t n_tried_ = 1;
    Counts node_counts_;
    std::vector<float> left_;       // all 0 between two columns
    std::vector<float> histogram_;  // as bin_rows_ all 0 between two columns
    std::uint32_t bin_rows_[256] = {};
    std::uint16_t order_[64] = {};
    std::vector<std::size_t> columns_;
    std::vector<Row> rows_;
    Tree tree_;
};

void require_input(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                   std::span<const float> weights) {
    require(!X.empty(), "a table to learn from must have rows and columns, got {} x {}", X.n_rows(),
            X.n_columns());
    require(labels.size() == X.n_rows(), "labels must have {} values, one a row, got {}", X.n_rows(),
            labels.size());
    require(weights.empty() || weights.size() == labels.size(),
            "weights must be empty or have {} values, got {}", labels.size(), weights.size());
    double total = weights.empty() ? 1 : 0;
    for (const float w : weights) {
        require(std::isfinite(w) && w >= 0, "a weight must be >= 0, got {}", w);
        total += w;
    }
    require(total > 0, "one weight at least must be > 0");
    class_counts(labels, n_classes);
}

void add_shares(const Tree& tree, std::span<const float> x, float factor, std::span<float> p) {
    const Node* node = tree.nodes.data();
    while (node->column >= 0) {
        const float value = x[static_cast<std::size_t>(node->column)];
        // A missing value is neither: it goes with the small ones.
        node = tree.nodes.data() + node->next + (value > node->threshold ? 1 : 0);
    }
    const auto* share = tree.shares.data() + node->next;
    for (;; ++share) {
        p[share->label] += factor * share->share;
        if (share->is_last) return;
    }
}

}  // namespace

ClassForest ClassForest::fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                             std::span<const float> weights, const ForestOptions& options, const Task& task) {
    check_ranges(options);
    require_input(X, labels, n_classes, weights);
    const BinnedColumns binned(X, static_cast<std::size_t>(options.bins));
    ClassForest forest;
    forest.n_classes_ = n_classes;
    forest.n_columns_ = X.n_columns();
    forest.threads_ = static_cast<std::size_t>(options.threads);
    forest.trees_.resize(static_cast<std::size_t>(options.trees));
    std::atomic<std::size_t> n_grown{0};
    parallel_for(forest.trees_.size(), forest.threads_, [&](std::size_t i) {
        task.report("growing trees", n_grown++, forest.trees_.size());
        forest.trees_[i] =
            Grower(binned, labels, n_classes, options).grow(weights, combine_hashes(options.seed, i));
    });
    return forest;
}

Matrix ClassForest::predict(const Matrix& X) const {
    require(X.n_columns() == n_columns_ || X.n_rows() == 0, "X must have {} columns, got {}", n_columns_,
            X.n_columns());
    Matrix P(X.n_rows(), n_classes_);
    const float factor = 1 / static_cast<float>(trees_.size());
    // Some rows at a time go through one tree, which then lies in the cache.
    constexpr std::size_t block = 512;
    parallel_for((X.n_rows() + block - 1) / block, threads_, [&](std::size_t b) {
        const auto end = std::min(X.n_rows(), (b + 1) * block);
        for (const auto& tree : trees_) {
            for (std::size_t row = b * block; row < end; ++row)
                add_shares(tree, X.row(row), factor, P.row(row));
        }
    });
    return P;
}

std::vector<double> ClassForest::gain_importance() const {
    std::vector<double> gains(n_columns_, 0.0);
    for (const auto& tree : trees_) {
        for (std::size_t c = 0; c < n_columns_; ++c) gains[c] += tree.gains[c];
    }
    const double total = std::accumulate(gains.begin(), gains.end(), 0.0);
    for (auto& gain : gains) gain = total > 0 ? gain / total : 0;
    return gains;
}

}  // namespace attune::learning
