#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "lab/models/class_model.h"
#include "learning/linear/multinomial.h"
#include "learning/neural/neural_net.h"
#include "learning/tables/classes.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace attune::lab {

/// What tells classes apart.
enum class Learner : std::uint8_t {
    logistic,
    forest,
    boosted_trees,
    neural_net,
    blend,  ///< logistic, forest and boosted trees together, tuned (class_model.h)
};
inline constexpr std::array learners{Learner::logistic, Learner::forest, Learner::boosted_trees,
                                     Learner::neural_net, Learner::blend};
std::string_view to_string(Learner learner) noexcept;

/// Those of a study that asks for none: all but the neural net, which makes it take half as long again and has told no
/// table apart better than they do.
std::vector<Learner> usual_learners();

/// The learner of this name; none for another.
std::optional<Learner> find_learner(std::string_view name) noexcept;

/// The learners of these names, each once, in the order of `learners`.
/// @throws Error{invalid_argument} for a name that is none, with those there are
std::vector<Learner> learners_called(std::span<const std::string> names);

struct LearnerSizes {
    int trees = 100;   ///< of the forest
    int rounds = 100;  ///< of boosting
    std::uint64_t seed = 1;
};

/// A learner that has learned: tells classes, and can be saved.
class Classifier {
  public:
    Classifier() = default;

    /// @param X       shape (n_rows, n_columns), without missing values
    /// @param groups  shape (n_rows,), or empty: what is tuned or held back keeps rows of one group together
    static Classifier fit(Learner learner, const Matrix& X, std::span<const learning::ClassIndex> labels,
                          std::size_t n_classes, std::span<const std::uint64_t> groups,
                          const LearnerSizes& sizes, const Task& task);

    /// Probabilities, shape (n_rows, n_classes), rows sum to 1.
    Matrix predict(const Matrix& X) const;

    Learner learner() const noexcept { return learners[model_.index()]; }
    std::size_t n_classes() const;
    std::size_t n_columns() const;

    /// Named parts. They do not say which learner it was.
    std::map<std::string, std::string> save() const;
    /// @throws Error{corrupt_data} if these parts were not saved by such a learner
    static Classifier load(Learner learner, const std::map<std::string, std::string>& parts);

  private:
    /// In the order of `learners`.
    std::variant<learning::MultinomialLogistic, learning::ClassForest, learning::Booster, learning::NeuralNet,
                 ClassModel>
        model_;
};

/// Boosted trees for classes, as the study judges them.
learning::Booster fit_boosted_classes(const Matrix& X, std::span<const learning::ClassIndex> labels,
                                      std::size_t n_classes, const LearnerSizes& sizes, const Task& task);

}  // namespace attune::lab
