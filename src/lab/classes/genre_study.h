#pragma once

#include "core/options.h"
#include "core/task.h"
#include "lab/classes/genre_findings.h"
#include "lab/rows/figures.h"
#include "lab/rows/study_rows.h"
#include "learning/judging/classification.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::lab {

struct GenreStudyOptions {
    int folds = 5;
    int trees = 100;
    int rounds = 100;
    int most_rows = 30000;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"folds", folds, 2, 100, "parts, each judged by what was learned from the others"});
        visit(Option<int>{"trees", trees, 1, 100000, "trees of the forest"});
        visit(Option<int>{"rounds", rounds, 1, 10000, "rounds of boosting"});
        visit(Option<int>{"most_rows", most_rows, 10, 100000000,
                          "rows studied; of larger tables a random part"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "models judged at a time"});
    }
};

struct JudgedRule {
    std::string name;  ///< "majority", "stratified"
    ByFolds accuracy;
};

struct JudgedModel {
    std::string model;     ///< "logistic", "forest", "boosted_trees", "blend"
    std::string sampling;  ///< "original", "undersampled", "smote"
    ByFolds accuracy;      ///< the share of rows whose class was said
    ByFolds top2;          ///< the true class is among the two most probable
    ByFolds log_loss;      ///< mean of -log of the probability of the true class, in nats
    // By the strictest folds: those of groups where there are groups, else random ones.
    double balanced_accuracy = 0;
    double macro_f1 = 0;
    double calibration_error = 0;                  ///< expected, of 15 bins
    std::vector<learning::ClassScores> per_class;  ///< shape (n_classes,)
    std::vector<std::size_t> confusion;  ///< [truth * n_classes + said], shape (n_classes, n_classes)
};

/// How well features tell genres.
struct GenreStudy {
    StudyRows rows;
    std::vector<ColumnUse> columns;  ///< of the whole table, in its order; whoever read it says
    std::vector<std::string> features;
    std::vector<JudgedRule> baselines;
    std::vector<JudgedModel>
        models;              ///< every learner with every way of sampling; the blend with original rows
    GenreFindings findings;  ///< of best()

    /// The confidence from which on the blend was right at least half of the time: below it cannot tell.
    double least_confidence = 1;

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
