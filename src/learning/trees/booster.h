#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::learning {

/// What a booster learns to say.
enum class Objective {
    logistic,       ///< the probability that a 0/1 label is 1
    squared_error,  ///< a number
    softmax,        ///< the probabilities of several classes
};

/// How splits are looked for.
enum class TreeMethod {
    hist,   ///< among `max_bin` quantiles of each column; some 25 times as fast
    exact,  ///< among all values; for small tables
};

/// Gradient boosted trees; with `rounds` 1 and `num_parallel_tree` > 1 a random forest (forest_options()).
///
/// Source: T. Chen, C. Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016; names are XGBoost's.
struct BoosterOptions {
    Objective objective = Objective::logistic;
    int classes = 2;  ///< of softmax: labels are 0, 1, ... classes - 1
    TreeMethod tree_method = TreeMethod::hist;
    int rounds = 200;
    int max_depth = 4;
    float learning_rate = 0.05F;
    float subsample = 0.8F;
    float colsample_bytree = 0.8F;
    float colsample_bynode = 1;
    float min_child_weight = 1;
    float lambda = 1;
    float alpha = 0;
    int num_parallel_tree = 1;
    int max_bin = 256;
    float scale_pos_weight = 1;
    std::uint32_t seed = 1;
    // With more threads than free cores, libgomp's threads spin against each other: wall time up to 4-fold.
    // Whoever raises this starts the program with OMP_WAIT_POLICY=passive; setenv() in main() is too late.
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"classes", classes, 2, 1000, "classes of the label [num_class]"});
        visit(Option<int>{"rounds", rounds, 1, 10000, "trees one after the other"});
        visit(Option<int>{"max_depth", max_depth, 1, 16, "questions from root to leaf"});
        visit(
            Option<float>{"learning_rate", learning_rate, 1e-4F, 1, "share of each tree that is kept [eta]"});
        visit(Option<float>{"subsample", subsample, 0.05F, 1, "share of rows that a tree sees"});
        visit(Option<float>{"colsample_bytree", colsample_bytree, 0.01F, 1,
                            "share of columns that a tree sees"});
        visit(Option<float>{"colsample_bynode", colsample_bynode, 0.01F, 1,
                            "share of columns that a split sees"});
        visit(
            Option<float>{"min_child_weight", min_child_weight, 0, 1e4F, "least sum of Hessians in a leaf"});
        visit(Option<float>{"lambda", lambda, 0, 1e4F, "L2 penalty on leaf values"});
        visit(Option<float>{"alpha", alpha, 0, 1e4F, "L1 penalty on leaf values"});
        visit(Option<int>{"num_parallel_tree", num_parallel_tree, 1, 2000, "trees averaged in each round"});
        visit(
            Option<int>{"max_bin", max_bin, 2, 65536, "quantiles of a column that a split may lie between"});
        visit(Option<float>{"scale_pos_weight", scale_pos_weight, 1e-3F, 1e3F, "weight of a positive row"});
        visit(Option<std::uint32_t>{"seed", seed, 0, 0x7FFFFFFF, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to train and predict with"});
    }
};

/// Options of a random forest of `n_trees` deep trees: one round, full steps, rows and columns sampled.
///
/// Source: L. Breiman, "Random forests", Machine Learning 45, 2001 (here on second-order gradients).
BoosterOptions forest_options(Objective objective, int n_trees);

/// A trained ensemble of trees. A value: copies share one model that never changes. May be asked from several
/// threads; they take turns.
///
/// X always has one row a case, shape (n_rows, n_columns); NaN is a missing value, and trees learn where to
/// send it. Infinite values are refused.
class Booster {
  public:
    /// Learns from the rows of X. The same input and seed give the same model, with any number of threads.
    ///
    /// @param y        shape (n_rows,): labels 0 or 1 (soft labels in [0, 1] are allowed), finite numbers, or
    ///                 classes 0, 1, ... (softmax)
    /// @param weights  shape (n_rows,), >= 0; empty for 1 everywhere
    /// @param task     told the rounds done; asked between rounds whether to stop
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range;
    ///         Error{interrupted} if the person asked to stop
    static Booster fit(const Matrix& X, std::span<const float> y, std::span<const float> weights,
                       const BoosterOptions& options, const Task& task = {});

    /// Probabilities in [0, 1] (logistic) or values, shape (n_rows,); of softmax row after row the
    /// probabilities of its classes, shape (n_rows * n_classes,).
    /// @throws Error{invalid_argument} if X has not n_columns() columns
    std::vector<float> predict(const Matrix& X) const;

    /// Probabilities of the classes, shape (n_rows, n_classes), rows sum to 1; of a logistic model two
    /// columns.
    /// @throws Error{invalid_argument} as predict(), or if the model predicts numbers
    Matrix probabilities(const Matrix& X) const;

    /// What the trees add up to: log-odds (logistic) or values, shape of predict().
    std::vector<float> margins(const Matrix& X) const;

    /// How much each column moved each margin (SHAP values), shape (n_rows, n_columns + 1), of softmax
    /// (n_rows * n_classes, n_columns + 1), the classes of a row together. The last column is what is
    /// expected without knowing the row; each row sums to its margin. Costs about 100 times predict().
    ///
    /// Source: S. Lundberg et al., "From local explanations to global understanding with explainable AI for
    /// trees", Nature Machine Intelligence 2, 2020.
    Matrix contributions(const Matrix& X) const;

    /// The share of each column in the loss removed by all splits, shape (n_columns,), sum 1; all 0 for a
    /// model without splits.
    std::vector<float> gain_importance() const;

    std::size_t n_columns() const;

    /// Of softmax the number of classes; 1 of other models.
    std::size_t n_classes() const;

    /// The model as bytes, with a checksum. load(save()) predicts the same to the last bit.
    std::string save() const;

    /// @throws Error{corrupt_data} if these are not the bytes of a saved booster
    static Booster load(std::string_view bytes);

  private:
    struct Model;
    explicit Booster(std::shared_ptr<const Model> model);

    std::shared_ptr<const Model> model_;
};

}  // namespace attune::learning
