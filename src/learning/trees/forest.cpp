#include "learning/trees/forest.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/parallel.h"
#include "core/random.h"
#include "learning/tables/binned.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <numeric>
#include <utility>

namespace attune::learning {
namespace {

using Node = ClassForest::Node;
using Tree = ClassForest::Tree;

/// How good it would be to leave rows together: higher is better. Of classes it is Gini's index, of steps of a
/// number minus their variance, both but for what is the same on both sides of every split.
struct Best {
    float purity = 0;
    std::size_t column = 0;
    std::uint8_t bin = 0;  // the last one that goes left
    bool is_found = false;
};

struct Row {
    std::uint32_t index;
    ClassIndex label;
    float weight;
};

/// The weights of the two sides of a split and what their purity is made of: of classes the sums of the
/// squares by class, of steps the square of the sum.
struct Sides {
    float left, right, left_squares, right_squares;
};

// Nodes of fewer rows are not worth the counting.
constexpr std::size_t least_counted = 32;

/// Where a value stands among those of a node: its bin above, its place among the rows below.
using Key = std::uint32_t;
constexpr unsigned bin_shift = 24;
constexpr Key place_mask = (Key{1} << bin_shift) - 1;

/// Most nodes have few rows, for which nothing is faster than putting each in its place.
void insert_sort(std::span<Key> keys) {
    for (std::size_t i = 1; i < keys.size(); ++i) {
        const auto key = keys[i];
        std::size_t place = i;
        for (; place > 0 && keys[place - 1] > key; --place) keys[place] = keys[place - 1];
        keys[place] = key;
    }
}

/// By counting: of each bin first how many keys it has, then where the next one goes.
void count_sort(std::span<const Key> from, std::span<Key> to) {
    std::array<std::uint32_t, 256> place{};
    for (const auto key : from) ++place[key >> bin_shift];
    std::uint32_t sum = 0;
    for (auto& count : place) sum += std::exchange(count, sum);
    for (const auto key : from) to[place[key >> bin_shift]++] = key;
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
          // Walking the bins of all classes costs more than walking the rows of a small node in their order.
          most_sorted_(options.is_ordered ? 96 : std::min<std::size_t>(40 * n_classes, place_mask)),
          all_(n_classes, 0.0F),
          left_(n_classes, 0.0F),
          columns_(binned.n_columns()) {
        std::iota(columns_.begin(), columns_.end(), std::size_t{0});
        tree_.gains.assign(columns_.size(), 0.0);
        histogram_.resize(256 * (options.is_ordered ? 2 : n_classes));
        const auto asked = options.columns > 0 ? static_cast<double>(options.columns)
                                               : std::sqrt(static_cast<double>(columns_.size()));
        n_tried_ = std::clamp(static_cast<std::size_t>(asked), std::size_t{1}, columns_.size());
    }

    Tree grow(std::span<const float> weights, std::uint64_t seed) {
        Random random(seed);
        draw_rows(weights, random);
        keys_.resize(2 * std::min(most_sorted_, rows_.size()));
        tree_.nodes.emplace_back();
        std::vector<Open> open{{0, 0, rows_.size(), 0}};
        counts_.assign(n_classes_, 0.0F);
        count(0, rows_.size(), counts_);
        while (!open.empty()) {
            const auto now = open.back();
            open.pop_back();
            look_at_last();
            const auto best = now.depth < options_.max_depth ? best_split(now, random) : Best{};
            if (!best.is_found) {
                make_leaf(now);
                continue;
            }
            tree_.gains[best.column] += best.purity - purity_;
            const auto middle = divide(now.begin, now.end, best);
            const auto next = tree_.nodes.size();
            tree_.nodes[now.node] = {binned_.upper_edge(best.column, best.bin),
                                     static_cast<std::int32_t>(best.column),
                                     static_cast<std::uint32_t>(next)};
            tree_.nodes.resize(next + 2);
            open.push_back({next + 1, middle, now.end, now.depth + 1});
            open.push_back({next, now.begin, middle, now.depth + 1});
            push_counts(now, middle);
        }
        return std::move(tree_);
    }

  private:
    /// A node that is not yet divided.
    struct Open {
        std::size_t node, begin, end;
        int depth;

        std::size_t n_rows() const { return end - begin; }
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

    /// Adds the weights of rows to those of their classes.
    void count(std::size_t begin, std::size_t end, std::span<float> counts) const {
        for (std::size_t i = begin; i < end; ++i) counts[rows_[i].label] += rows_[i].weight;
    }

    /// Right side first, as its node is. What the larger side has is what the smaller one leaves.
    void push_counts(const Open& now, std::size_t middle) {
        const auto place = counts_.size();
        counts_.resize(place + 2 * n_classes_, 0.0F);
        const auto right = std::span(counts_).subspan(place, n_classes_);
        const auto left = std::span(counts_).subspan(place + n_classes_, n_classes_);
        const bool is_left_small = middle - now.begin < now.end - middle;
        const auto small = is_left_small ? left : right;
        const auto large = is_left_small ? right : left;
        count(is_left_small ? now.begin : middle, is_left_small ? middle : now.end, small);
        for (std::size_t c = 0; c < n_classes_; ++c) large[c] = all_[c] - small[c];
    }

    /// Takes the counts of the open node that was pushed last.
    void look_at_last() {
        std::copy_n(counts_.end() - static_cast<std::ptrdiff_t>(n_classes_), n_classes_, all_.begin());
        counts_.resize(counts_.size() - n_classes_);
        total_ = 0;
        sum_ = 0;
        float squares = 0;
        for (std::size_t c = 0; c < n_classes_; ++c) {
            total_ += all_[c];
            sum_ += all_[c] * static_cast<float>(c);
            squares += all_[c] * all_[c];
        }
        is_pure_ = squares >= total_ * total_ * (1 - 1e-6F);
        squares_ = options_.is_ordered ? sum_ * sum_ : squares;
        purity_ = total_ > 0 ? squares_ / total_ : 0;
    }

    Best best_split(const Open& now, Random& random) {
        Best best;
        if (now.n_rows() < 2 * static_cast<std::size_t>(options_.least_leaf) || is_pure_) return best;
        best.purity = purity_ * (1 + 1e-6F);
        // Columns that cannot divide these rows do not count as tried.
        for (std::size_t tried = 0, i = 0; i < columns_.size() && tried < n_tried_; ++i) {
            const auto others = static_cast<std::uint32_t>(columns_.size() - i);
            std::swap(columns_[i], columns_[i + (((random() >> 32) * others) >> 32)]);
            tried += try_column(columns_[i], now, best) ? 1 : 0;
        }
        return best;
    }

    /// @return whether the column tells these rows apart
    bool try_column(std::size_t column, const Open& now, Best& best) {
        if (now.n_rows() > most_sorted_)
            return options_.is_ordered ? try_sums(column, now, best) : try_histogram(column, now, best);
        const auto keys = sorted_keys(column, now);
        if (keys.front() >> bin_shift == keys.back() >> bin_shift) return false;
        if (options_.is_ordered) {
            walk_steps(column, now, keys, best);
        } else {
            walk_classes(column, now, keys, best);
        }
        return true;
    }

    std::span<const Key> sorted_keys(std::size_t column, const Open& now) {
        const auto bins = binned_.column(column);
        const auto n = now.n_rows();
        const std::span<Key> keys(keys_.data(), n);
        for (std::size_t i = 0; i < n; ++i)
            keys[i] = Key{bins[rows_[now.begin + i].index]} << bin_shift | static_cast<Key>(i);
        if (n <= least_counted) {
            insert_sort(keys);
            return keys;
        }
        const std::span<Key> sorted(keys_.data() + n, n);
        count_sort(keys, sorted);
        return sorted;
    }

    void walk_classes(std::size_t column, const Open& now, std::span<const Key> keys, Best& best) {
        float* const left = left_.data();
        Sides sides{0, total_, 0, squares_};
        for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
            const auto& row = rows_[now.begin + (keys[i] & place_mask)];
            const float in_left = left[row.label];
            const float in_right = all_[row.label] - in_left;
            left[row.label] = in_left + row.weight;
            sides.left += row.weight;
            sides.right -= row.weight;
            sides.left_squares += row.weight * (2 * in_left + row.weight);
            sides.right_squares += row.weight * (row.weight - 2 * in_right);
            const auto bin = keys[i] >> bin_shift;
            if (bin != keys[i + 1] >> bin_shift)
                consider(column, static_cast<std::uint8_t>(bin), i + 1, keys.size() - i - 1, sides, best);
        }
        std::fill_n(left, n_classes_, 0.0F);
    }

    void walk_steps(std::size_t column, const Open& now, std::span<const Key> keys, Best& best) const {
        float weight = 0;
        float sum = 0;
        for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
            const auto& row = rows_[now.begin + (keys[i] & place_mask)];
            weight += row.weight;
            sum += row.weight * static_cast<float>(row.label);
            const auto bin = keys[i] >> bin_shift;
            if (bin != keys[i + 1] >> bin_shift)
                consider(column, static_cast<std::uint8_t>(bin), i + 1, keys.size() - i - 1,
                         sides_of(weight, sum), best);
        }
    }

    Sides sides_of(float weight, float sum) const {
        return {weight, total_ - weight, sum * sum, (sum_ - sum) * (sum_ - sum)};
    }

    bool try_sums(std::size_t column, const Open& now, Best& best) {
        const auto bins = binned_.column(column);
        for (std::size_t i = now.begin; i < now.end; ++i) {
            const auto& row = rows_[i];
            const std::size_t bin = bins[row.index];
            histogram_[2 * bin] += row.weight;
            histogram_[2 * bin + 1] += row.weight * static_cast<float>(row.label);
            ++bin_rows_[bin];
        }
        float weight = 0;
        float sum = 0;
        return walk_bins(column, now.n_rows(), best, [&](std::size_t bin) {
            weight += std::exchange(histogram_[2 * bin], 0.0F);
            sum += std::exchange(histogram_[2 * bin + 1], 0.0F);
            return sides_of(weight, sum);
        });
    }

    bool try_histogram(std::size_t column, const Open& now, Best& best) {
        const auto bins = binned_.column(column);
        for (std::size_t i = now.begin; i < now.end; ++i) {
            const auto& row = rows_[i];
            const std::size_t bin = bins[row.index];
            histogram_[bin * n_classes_ + row.label] += row.weight;
            ++bin_rows_[bin];
        }
        float* const left = left_.data();
        const bool is_divided = walk_bins(column, now.n_rows(), best, [&](std::size_t bin) {
            float* const here = histogram_.data() + bin * n_classes_;
            Sides sides{0, 0, 0, 0};
            for (std::size_t c = 0; c < n_classes_; ++c) {
                left[c] += here[c];
                here[c] = 0;
                const float right = all_[c] - left[c];
                sides.left += left[c];
                sides.right += right;
                sides.left_squares += left[c] * left[c];
                sides.right_squares += right * right;
            }
            return sides;
        });
        std::fill_n(left, n_classes_, 0.0F);
        return is_divided;
    }

    /// Goes through the bins that have rows; `add(bin)` moves one to the left and clears it.
    template <class Add>
    bool walk_bins(std::size_t column, std::size_t n, Best& best, const Add& add) {
        std::size_t n_left = 0;
        bool is_divided = false;
        for (std::size_t bin = 0; n_left < n; ++bin) {
            if (bin_rows_[bin] == 0) continue;
            n_left += std::exchange(bin_rows_[bin], 0);
            const auto sides = add(bin);
            if (n_left == n) break;
            is_divided = true;
            consider(column, static_cast<std::uint8_t>(bin), n_left, n - n_left, sides, best);
        }
        return is_divided;
    }

    void consider(std::size_t column, std::uint8_t bin, std::size_t n_left, std::size_t n_right,
                  const Sides& sides, Best& best) const {
        const float whole = sides.left * sides.right;
        const float parts = sides.left_squares * sides.right + sides.right_squares * sides.left;
        // Few splits are better than the best so far, and only they are worth a division.
        if (!(parts > best.purity * whole)) return;
        const auto least = static_cast<std::size_t>(options_.least_leaf);
        if (n_left >= least && n_right >= least) best = {parts / whole, column, bin, true};
    }

    std::size_t divide(std::size_t begin, std::size_t end, const Best& best) {
        const auto bins = binned_.column(best.column);
        const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = rows_.begin() + static_cast<std::ptrdiff_t>(end);
        const auto middle =
            std::partition(first, last, [&](const Row& row) { return bins[row.index] <= best.bin; });
        return static_cast<std::size_t>(middle - rows_.begin());
    }

    void make_leaf(const Open& now) {
        auto& node = tree_.nodes[now.node];
        node = {0, -1, static_cast<std::uint32_t>(tree_.shares.size())};
        for (ClassIndex c = 0; c < n_classes_; ++c) {
            if (all_[c] > 0) tree_.shares.push_back({c, all_[c] / total_, false});
        }
        // Rows whose weights are all 0 were drawn: no class is known.
        if (tree_.shares.size() == node.next) tree_.shares.push_back({0, 1, false});
        tree_.shares.back().is_last = true;
    }

    const BinnedColumns& binned_;
    std::span<const ClassIndex> labels_;
    const ForestOptions& options_;
    std::size_t n_classes_;
    std::size_t most_sorted_;  // rows of a node whose columns are sorted
    std::size_t n_tried_ = 1;
    std::vector<float> counts_;  // the weight of each class in each open node
    // Of the node that is looked at.
    std::vector<float> all_;
    float total_ = 0;
    float sum_ = 0;  // of the steps
    float squares_ = 0;
    float purity_ = 0;
    bool is_pure_ = false;
    std::vector<float> left_;       // all 0 between two columns
    std::vector<float> histogram_;  // as bin_rows_ all 0 between two columns
    std::uint32_t bin_rows_[256] = {};
    std::vector<Key> keys_;
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

/// Rows that walk down a tree side by side: each step of one waits for memory, in which the others can go on.
constexpr std::size_t walkers = 8;

void add_shares(const Tree& tree, const Matrix& X, std::size_t first, std::size_t n, float factor,
                Matrix& P) {
    const Node* const nodes = tree.nodes.data();
    std::array<std::uint32_t, walkers> at{};
    std::array<const float*, walkers> x{};
    for (std::size_t i = 0; i < walkers; ++i) x[i] = X.row(first + std::min(i, n - 1)).data();
    for (bool is_moving = true; is_moving;) {
        is_moving = false;
        for (std::size_t i = 0; i < walkers; ++i) {
            const Node& node = nodes[at[i]];
            const bool is_leaf = node.column < 0;
            // A missing value is neither: it goes with the small ones.
            const std::uint32_t side = x[i][is_leaf ? 0 : node.column] > node.threshold ? 1 : 0;
            at[i] = is_leaf ? at[i] : node.next + side;
            is_moving |= !is_leaf;
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        const auto p = P.row(first + i);
        for (const auto* share = tree.shares.data() + nodes[at[i]].next;; ++share) {
            p[share->label] += factor * share->share;
            if (share->is_last) break;
        }
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
            for (std::size_t row = b * block; row < end; row += walkers)
                add_shares(tree, X, row, std::min(walkers, end - row), factor, P);
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
