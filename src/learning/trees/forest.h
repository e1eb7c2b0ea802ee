#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "learning/tables/classes.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::learning {

struct ForestOptions {
    int trees = 300;
    int max_depth = 64;
    int least_leaf = 1;
    int columns = 0;
    int bins = 255;
    bool is_ordered = false;  ///< whether the classes are steps of a number: splits then lessen its variance
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"trees", trees, 1, 100000, "trees averaged"});
        visit(Option<int>{"max_depth", max_depth, 1, 1000, "questions from root to leaf"});
        visit(Option<int>{"least_leaf", least_leaf, 1, 1000000, "rows that a leaf has at least"});
        visit(Option<int>{"columns", columns, 0, 1000000,
                          "columns that a split looks at; 0 for the root of all"});
        visit(Option<int>{"bins", bins, 2, 255, "quantiles of a column that a split may lie between"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to grow and predict with"});
    }
};

/// A random forest of classification trees: each grown on rows drawn with replacement, each split the best by
/// Gini's index among some random columns, each leaf the shares of its rows. What boosted trees cannot do is
/// grow such trees fast: here a split is looked for among the quantiles of its column, in one pass over 8-bit
/// values. Missing values go to the side of the small ones.
///
/// Source: L. Breiman, "Random forests", Machine Learning 45, 2001.
class ClassForest {
  public:
    /// The same input and seed give the same forest, with any number of threads.
    ///
    /// @param X        shape (n_rows, n_columns), NaN missing
    /// @param labels   shape (n_rows,), in [0, n_classes)
    /// @param weights  shape (n_rows,), >= 0, or empty for 1 everywhere
    /// @param task     told the trees grown
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range
    static ClassForest fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                           std::span<const float> weights = {}, const ForestOptions& options = {},
                           const Task& task = {});

    /// Probabilities, shape (n_rows, n_classes), rows sum to 1.
    Matrix predict(const Matrix& X) const;

    /// The share of each column in the impurity removed by all splits, shape (n_columns,), sum 1; all 0
    /// without splits.
    std::vector<double> gain_importance() const;

    /// The forest as bytes, with a checksum. load(save()) predicts the same to the last bit.
    std::string save() const;

    /// @throws Error{corrupt_data} if these are not the bytes of a saved forest
    static ClassForest load(std::string_view bytes);

    std::size_t n_columns() const noexcept { return n_columns_; }
    std::size_t n_classes() const noexcept { return n_classes_; }
    std::size_t n_trees() const noexcept { return trees_.size(); }

    /// A question "column <= threshold?"; a leaf has no column and points to its shares.
    struct Node {
        float threshold = 0;
        std::int32_t column = -1;
        std::uint32_t next = 0;  ///< the node for yes, `next` + 1 for no; of a leaf its place in `shares`
    };
    struct Share {
        ClassIndex label = 0;
        float share = 0;
        bool is_last = false;
    };
    struct Tree {
        std::vector<Node> nodes;
        std::vector<Share> shares;  ///< of each leaf, those that are not 0
        std::vector<double> gains;  ///< shape (n_columns,)
    };

  private:
    std::vector<Tree> trees_;
    std::size_t n_classes_ = 0;
    std::size_t n_columns_ = 0;
    std::size_t threads_ = 1;
};

}  // namespace attune::learning
