#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/judging/cross_validation.h"
#include "learning/linear/linear.h"
#include "learning/trees/booster.h"
#include "taste/moments.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace attune::taste {

struct StageOptions {
    learning::Objective objective = learning::Objective::logistic;
    int folds = 5;
    int search_trials = 0;  ///< settings of the boosted trees to try, besides the default ones
    int forest_trees = 40;
    int selected_columns = 0;  ///< keep this many columns; 0: all that differ
    std::uint64_t seed = 1;
    std::size_t threads = 1;
};

/// What one stage of taste has learnt: a blend of boosted trees, a random forest and a regularised linear
/// model, each fitted once without each of k folds. A fold never divides an artist, so every artist's rows
/// are also predicted by models that have not seen the artist ("out of fold"): that is what quality, blending
/// and calibration are judged on.
///
/// The margin of a row is the mean over folds and members of the members' own margins (log-odds, or values),
/// each brought to mean 0 and standard deviation 1 by what it said out of fold. It is a sum over columns.
class StageModel {
  public:
    /// @param groups  the artist of each row
    /// @throws Error{invalid_argument} with fewer than 2 groups a fold, or (logistic) one class only
    static StageModel fit(const learning::Examples& examples, std::span<const std::uint64_t> groups,
                          const StageOptions& options, const Task& task = {});

    /// One margin a row, shape (n_rows,).
    std::vector<float> margins(const Matrix& X) const;

    /// The margins by the models of one fold alone.
    std::vector<float> coarse_margins(const Matrix& X) const;

    /// The margins of each fold's models, shape (n_rows, folds): how much the answer depends on who was
    /// asked.
    Matrix fold_margins(const Matrix& X) const;

    /// Shape (n_rows, n_columns + 1), each row sums to its margin; the last column is the constant.
    Matrix contributions(const Matrix& X, std::size_t threads = 1) const;

    /// Margins of the training rows by models that have not seen their artist, shape (n_rows,). Not saved.
    const std::vector<float>& out_of_fold() const noexcept { return out_of_fold_; }

    std::size_t n_columns() const noexcept { return n_columns_; }

    /// Settings of the boosted trees that were chosen, and how often each column gained.
    const learning::BoosterOptions& booster_options() const noexcept { return booster_options_; }

    /// The model as named blobs of bytes, and back. @throws Error{corrupt_data}
    std::map<std::string, std::string> save() const;
    static StageModel load(const std::map<std::string, std::string>& blobs);

  private:
    using Linear = std::variant<learning::LogisticRegression, learning::RidgeRegression>;

    /// The three members, fitted without one fold.
    struct Fold {
        learning::Booster boosted;
        learning::Booster forest;
        Linear linear;
    };

    void choose(const learning::Examples& examples, std::span<const std::uint64_t> groups,
                const StageOptions& options, const Task& task);
    std::vector<std::vector<float>> member_margins(const Fold& fold, const Matrix& X) const;
    std::vector<float> blend(const Fold& fold, const Matrix& X) const;
    Fold fit_fold(const learning::Examples& examples, std::span<const std::size_t> rows,
                  const StageOptions& options, const Task& task) const;

    std::size_t n_columns_ = 0;
    std::vector<std::size_t> columns_;  ///< of the input, those that are used
    learning::BoosterOptions booster_options_;
    std::vector<Fold> folds_;
    std::vector<Moments> scales_;  ///< one a member
    std::vector<float> out_of_fold_;
};

}  // namespace attune::taste
