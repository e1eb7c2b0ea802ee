#pragma once

#include "core/options.h"
#include "core/task.h"
#include "lab/study_rows.h"
#include "learning/classification.h"
#include "learning/table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::lab {

struct GenreStudyOptions {
    int folds = 5;
    int trees = 100;
    int rounds = 100;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"folds", folds, 2, 100, "parts, each judged by what was learned from the others"});
        visit(Option<int>{"trees", trees, 1, 100000, "trees of the forest"});
        visit(Option<int>{"rounds", rounds, 1, 10000, "rounds of boosting"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "models judged at a time"});
    }
};

/// A share of rows in [0, 1], by both kinds of folds.
struct ByFolds {
    double random = 0;               ///< stratified folds
    std::optional<double> by_group;  ///< folds that never divide a group; none without groups
};

struct JudgedRule {
    std::string name;  ///< "majority", "stratified"
    ByFolds accuracy;
};

struct JudgedModel {
    std::string model;     ///< "logistic", "forest", "boosted_trees"
    std::string sampling;  ///< "original", "undersampled", "smote"
    ByFolds accuracy;
    ByFolds top2;  ///< the true class is among the two most probable
    /// shape (n_classes,); by the folds of groups where there are groups, else by random folds
    std::vector<learning::ClassScores> per_class;
};

/// How well features tell genres.
struct GenreStudy {
    StudyRows rows;
    std::vector<std::string> features;
    std::vector<JudgedRule> baselines;
    std::vector<JudgedModel> models;  ///< every learner with every way of sampling

    /// The model with the best accuracy, by groups where there are groups.
    const JudgedModel& best() const;
};

/// Studies the rows of choose_rows(), each class with `folds` rows at least.
///
/// @param task  told the folds that are judged, of all models
/// @throws Error as choose_rows(); Error{invalid_argument} if there are fewer groups than folds;
/// Error{interrupted}
GenreStudy study_genres(const learning::Table& table, const StudyColumns& columns,
                        const GenreStudyOptions& options = {}, const Task& task = {});

}  // namespace attune::lab
