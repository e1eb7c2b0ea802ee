#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/linear/multinomial.h"
#include "learning/tables/classes.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace attune::lab {

struct ClassModelOptions {
    int trees = 300;
    int rounds = 150;
    std::uint64_t seed = 1;
};

/// The rounds of boosting that classes get: every class has a tree a round, so that above 8 classes fewer and
/// larger steps are taken.
/// @return the rounds and what to multiply the learning rate by
std::pair<int, float> rounds_for(int rounds, std::size_t n_classes);

/// Boosted trees, a forest and a logistic regression: the weighted geometric mean of what they say. Settings
/// and weights are those of least log-loss on a quarter of the training rows that was held back from the first
/// try. Of boosted trees there are then two, which are better than either. Of few rows one is that of the first
/// try, as with the forest; of many rows both saw all. What got no weight is not learned again.
///
/// Source: T. Heskes, "Selecting weighting factors in logarithmic opinion pools", NIPS 1997.
class ClassModel {
  public:
    ClassModel() = default;

    /// @param X       shape (n_rows, n_columns), without missing values
    /// @param groups  shape (n_rows,), or empty: rows of one group are tuned on together
    static ClassModel fit(const Matrix& X, std::span<const learning::ClassIndex> labels,
                          std::size_t n_classes, std::span<const std::uint64_t> groups,
                          const ClassModelOptions& options, const Task& task);

    /// Probabilities, shape (n_rows, n_classes), rows sum to 1.
    Matrix predict(const Matrix& X) const;

    std::size_t n_classes() const noexcept { return forests_.front().n_classes(); }
    std::size_t n_columns() const noexcept { return forests_.front().n_columns(); }

    /// What was chosen: "boosted_trees 0.50 (max_depth=7), forest 0.50 (least_leaf=3), logistic 0.00".
    std::string settings() const;

    /// Named parts: "classes.json", "boosted_trees", "forest", and the second ones as "boosted_trees_2", "forest_2".
    std::map<std::string, std::string> save() const;
    /// @throws Error{corrupt_data} if these parts were not saved by a ClassModel
    static ClassModel load(const std::map<std::string, std::string>& parts);

    /// Of boosted trees, forest, logistic regression; >= 0, sum 1.
    using Weights = std::array<double, 3>;

  private:
    Matrix boosted(const Matrix& X) const;
    Matrix grown(const Matrix& X) const;

    // One or two.
    std::vector<learning::Booster> boosters_;
    std::vector<learning::ClassForest> forests_;
    learning::MultinomialLogistic logistic_;
    Weights weights_{};
    double first_share_ = 0.5;  // of the first of two in what they say
    std::string boosted_settings_;
    std::string forest_settings_;
};

}  // namespace attune::lab
