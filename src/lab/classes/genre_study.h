#pragma once

#include "core/task.h"
#include "lab/classes/genre_findings.h"
#include "lab/models/classifier.h"
#include "lab/rows/figures.h"
#include "lab/rows/study_options.h"
#include "lab/rows/study_rows.h"
#include "learning/judging/classification.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::lab {

struct GenreStudyOptions : StudyOptions {
    std::vector<Learner> models = usual_learners();  ///< to judge; each once, in the order of `learners`
};

struct JudgedRule {
    std::string name;  ///< "majority", "stratified"
    ByFolds accuracy;
};

struct JudgedModel {
    std::string model;     ///< as to_string(Learner)
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

    /// The learner that is worth keeping: the blend where it was judged, else the most accurate of those that were
    /// given the rows as they are.
    Learner kept = Learner::blend;

    /// The confidence from which on that one was right at least half of the time: below it cannot tell.
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
