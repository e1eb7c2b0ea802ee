#pragma once

#include "core/task.h"
#include "lab/numbers/distributions.h"
#include "lab/rows/figures.h"
#include "lab/rows/study_options.h"
#include "lab/rows/study_rows.h"
#include "learning/inference/ols.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace attune::lab {

struct StudyModel;

struct PopularityStudyOptions : StudyOptions {
    PopularityStudyOptions() {
        trees = 150;
        rounds = 300;
    }
};

/// A rule or a model, and how far it is off on tracks that it has not seen.
struct JudgedNumbers {
    std::string
        model;  ///< "median", "genre_median"; "linear", "elastic_net", "forest", "boosted_trees", "blend"
    std::string settings;  ///< what was chosen for all rows: "max_depth=6 learning_rate=0.05"
    ByFolds mae;           ///< mean absolute error, in the unit of the target
    ByFolds r2;
};

/// The error among a part of the tracks, by the strictest folds.
struct PartError {
    std::string name;  ///< a genre, "1990s"
    std::size_t rows = 0;
    Interval mae;           ///< of the best model
    double median_mae = 0;  ///< of the genre median (without genres of the median)
    double bias = 0;        ///< mean of predicted - true
};

/// What the best model leaves unexplained, by the strictest folds; residual = true - predicted.
struct Residuals {
    Distribution distribution;
    /// Of rows drawn at random, at most 2,000: predicted, true.
    std::vector<std::pair<double, double>> points;
    /// The share of tracks whose popularity lay in the 90 % interval that was said of them.
    Interval coverage;
    double width = 0;  ///< mean width of that interval
};

/// How the prediction moves with one feature, all else as it is.
struct Dependence {
    std::string feature;
    std::vector<double> at;    ///< values of the feature, ascending
    std::vector<double> mean;  ///< mean prediction with this value
    std::vector<double> low;   ///< a quarter of the single tracks' curves lie below
    std::vector<double> high;  ///< a quarter lie above
};

/// What each feature did to single tracks' predictions.
struct Contributions {
    std::vector<std::string> features;
    double base = 0;                ///< the prediction without knowing anything
    std::vector<TrackName> tracks;  ///< shape (n_tracks,)
    std::vector<double> values;     ///< of the features, shape (n_tracks, n_features); NaN missing
    std::vector<double> moved;      ///< SHAP values, shape of `values`
};

/// A feature in one decade, by models of that decade alone.
struct DecadeDriver {
    std::string feature;
    Interval effect;        ///< change of popularity for one standard deviation (OLS, robust interval)
    double importance = 0;  ///< its share of the gain of boosted trees
};

struct Decade {
    int from = 0;  ///< 1990
    std::size_t rows = 0;
    double median = 0;                  ///< of the target
    double r2 = 0;                      ///< of the linear model on its own rows
    std::vector<DecadeDriver> drivers;  ///< in one order in all decades
};

/// What makes a number of tracks (their popularity) large or small.
struct PopularityStudy {
    std::size_t n_rows = 0;
    std::map<std::string, std::size_t> dropped;
    std::vector<ColumnUse> columns;  ///< of the whole table, in its order; whoever read it says
    std::vector<std::string> features;
    std::string target;
    std::string genre;  ///< the column; empty if there is none
    Distribution target_distribution;
    std::vector<Distribution> distributions;  ///< of the features that are numbers
    LevelCounts genres;
    Correlations correlations;  ///< of the target (first) and the features that are numbers
    /// Linear regression on all rows, numbers standardised, errors HC3 (HC1 above 20,000 rows); without its
    /// fitted values and residuals.
    learning::OlsFit ols;
    std::vector<std::string> ols_notes;  ///< reference levels, columns left out
    std::vector<JudgedNumbers> baselines;
    std::vector<JudgedNumbers> models;
    std::vector<PartError> by_genre;   ///< largest first
    std::vector<PartError> by_decade;  ///< in time
    Residuals residuals;
    std::vector<Driver> drivers;  ///< most important first; permutation is the rise of the absolute error
    Contributions contributions;
    std::vector<Dependence> dependence;  ///< of the drivers that are numbers, in their order
    std::vector<Decade> decades;         ///< those with 200 rows or more

    /// The trees of all rows, to ask about other tracks.
    std::shared_ptr<const StudyModel> trained;

    /// The model of least absolute error, by groups where there are groups.
    const JudgedNumbers& best() const;
};

/// Studies the rows of choose_number_rows(), four a fold at least. The trees' settings are chosen within the
/// training rows of each fold.
///
/// @throws Error as choose_number_rows(); Error{invalid_argument} if there are fewer groups than folds;
/// Error{interrupted}
PopularityStudy study_popularity(const learning::Table& table, const StudyColumns& columns,
                                 const PopularityStudyOptions& options = {}, const Task& task = {});

}  // namespace attune::lab
