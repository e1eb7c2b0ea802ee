#include "lab/classes/genre_study.h"

#include "core/error.h"
#include "core/parallel.h"
#include "lab/classes/drivers.h"
#include "lab/classes/finding_genres.h"
#include "lab/models/recipes.h"
#include "lab/rows/fold_count.h"
#include "lab/rows/track_names.h"
#include "learning/judging/baselines.h"
#include "learning/judging/folds.h"
#include "learning/judging/judge.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attune::lab {
namespace {

using Folds = std::vector<std::size_t>;
using learning::Outcome;

// A fold of the blend takes about as long as so many of all other learners together.
constexpr std::size_t blend_costs = 3;

/// How models are judged: one way of folding, or two.
struct Judging {
    const StudyRows& rows;
    std::vector<Folds> folds;
    std::uint64_t seed = 1;
};

/// Random folds, and where there are groups those that do not divide them.
std::vector<Folds> make_folds(const StudyRows& rows, const StudyColumns& columns,
                              const GenreStudyOptions& options) {
    const auto k = static_cast<std::size_t>(options.folds);
    const std::vector<float> labels(rows.classes.of_row.begin(), rows.classes.of_row.end());
    std::vector<Folds> folds{learning::stratified_k_folds(labels, k, options.seed)};
    if (rows.groups.empty()) return folds;
    const std::set<std::uint64_t> groups(rows.groups.begin(), rows.groups.end());
    require(groups.size() >= k, "'{}' has {} groups, and {} folds that divide none need {}", columns.group,
            groups.size(), k, k);
    folds.push_back(learning::grouped_k_folds(rows.groups, k, options.seed));
    learning::require_groups_apart(folds.back(), rows.groups, columns.group);
    return folds;
}

/// The mean of a term of single outcomes under each kind of folds.
template <class Term>
ByFolds by_folds(const std::vector<std::vector<Outcome>>& outcomes, const Judging& judging,
                 const Term& term) {
    const auto figure = [&](const std::vector<Outcome>& of) {
        std::vector<double> values;
        for (const auto& outcome : of) values.push_back(term(outcome));
        return mean_with_interval(values, judging.rows.groups, judging.seed);
    };
    ByFolds both{figure(outcomes.front()), std::nullopt};
    if (outcomes.size() > 1) both.by_group = figure(outcomes.back());
    return both;
}

double is_right(const Outcome& outcome) { return outcome.rank == 0 ? 1 : 0; }
double is_in_two(const Outcome& outcome) { return outcome.rank < 2 ? 1 : 0; }
double surprise(const Outcome& outcome) {
    return -std::log(std::max(1e-7, static_cast<double>(outcome.probability)));
}

learning::Recipe rule_recipe(const learning::Classes& classes, bool is_majority, std::uint64_t seed) {
    return [&classes, is_majority, seed](std::span<const std::size_t> train, const Task&) {
        const auto labels = gather(classes.of_row, train);
        const auto predict = [labels, n = classes.n_classes(), is_majority,
                              seed](std::span<const std::size_t> rows) {
            return is_majority ? learning::majority_baseline(labels, n, rows.size())
                               : learning::stratified_baseline(labels, n, rows.size(), seed);
        };
        return learning::Fitted{predict, {{"training rows", learning::SeenRows(train)}}};
    };
}

void judge_rules(const Judging& judging, GenreStudy& study) {
    for (const bool is_majority : {true, false}) {
        std::vector<std::vector<Outcome>> outcomes;
        for (const auto& fold_of : judging.folds) {
            const auto recipe = rule_recipe(study.rows.classes, is_majority, judging.seed);
            outcomes.push_back(
                learning::outcomes_of(learning::judge_by_folds(fold_of, recipe), study.rows.classes.of_row));
        }
        study.baselines.push_back(
            {is_majority ? "majority" : "stratified", by_folds(outcomes, judging, is_right)});
    }
}

JudgedModel summary(const StudiedModel& model, const std::vector<std::vector<Outcome>>& outcomes,
                    const Judging& judging, std::size_t n_classes) {
    const auto& strictest = outcomes.back();
    return {std::string(to_string(model.learner)),
            std::string(to_string(model.sampling)),
            by_folds(outcomes, judging, is_right),
            by_folds(outcomes, judging, is_in_two),
            by_folds(outcomes, judging, surprise),
            learning::balanced_accuracy(strictest).value_or(0),
            learning::macro_f1(strictest).value_or(0),
            learning::expected_calibration_error(strictest).value_or(0),
            learning::scores_by_class(strictest, n_classes),
            learning::confusion_matrix(strictest, n_classes)};
}

/// Some columns of what was said.
Matrix columns_of(const Matrix& said, std::size_t first, std::size_t n) {
    Matrix P(said.n_rows(), n);
    for (std::size_t row = 0; row < said.n_rows(); ++row)
        std::ranges::copy(said.row(row).subspan(first, n), P.row(row).begin());
    return P;
}

/// What every model says of every row, by each kind of folds: probabilities[model][kind].
std::vector<std::vector<Matrix>> judge_models(const StudyData& data, const Judging& judging,
                                              const std::vector<StudiedModel>& models,
                                              const GenreStudyOptions& options, const Task& task) {
    const LearnerSizes sizes{options.trees, options.rounds, options.seed};
    const auto n_kinds = judging.folds.size();
    const auto n_folds = n_kinds * static_cast<std::size_t>(options.folds);
    FoldCount count(task, n_folds * (blend_costs + samplings.size()));
    const Task cell_task(&count, {});
    std::vector<std::vector<Matrix>> said(samplings.size(), std::vector<Matrix>(n_kinds));
    // Original rows come first, and with them the blend, so that no thread waits for it in the end.
    parallel_for(
        samplings.size() * n_kinds, static_cast<std::size_t>(options.threads), [&](std::size_t cell) {
            const auto s = cell / n_kinds;
            const auto kind = cell % n_kinds;
            // What is tuned is tuned for the folds that judge it.
            auto seen = data;
            if (kind == 0) seen.groups = {};
            const auto recipe = make_recipe(seen, samplings[s], sizes);
            const auto cost = samplings[s] == Sampling::original ? 1 + blend_costs : 1;
            said[s][kind] =
                learning::judge_by_folds(judging.folds[kind], count.counted(recipe, cost), cell_task);
        });
    std::vector<std::vector<Matrix>> probabilities;
    const auto n_classes = data.classes.n_classes();
    for (const auto& model : models) {
        const auto learners = learners_of(model.sampling);
        const auto place = std::ranges::find(learners, model.learner) - learners.begin();
        auto& of_model = probabilities.emplace_back();
        for (const auto& P : said[static_cast<std::size_t>(model.sampling)])
            of_model.push_back(columns_of(P, static_cast<std::size_t>(place) * n_classes, n_classes));
    }
    return probabilities;
}

}  // namespace

const JudgedModel& GenreStudy::best() const {
    return *std::ranges::max_element(
        models, {}, [](const JudgedModel& model) { return model.accuracy.strictest().value; });
}

GenreStudy study_genres(const learning::Table& table, const StudyColumns& columns,
                        const GenreStudyOptions& options, const Task& task) {
    check_ranges(options);
    GenreStudy study{choose_rows(table, columns, static_cast<std::size_t>(options.folds),
                                 static_cast<std::size_t>(options.most_rows), options.seed),
                     {},
                     columns.features,
                     {},
                     {},
                     {}};
    const Judging judging{study.rows, make_folds(study.rows, columns, options), options.seed};
    judge_rules(judging, study);

    const StudyData data{table,          study.rows.rows, study.rows.classes,
                         study.features, columns.sounds,  study.rows.groups};
    const auto models = studied_models();
    const auto probabilities = judge_models(data, judging, models, options, task);
    const auto& labels = study.rows.classes.of_row;
    for (std::size_t m = 0; m < models.size(); ++m) {
        std::vector<std::vector<Outcome>> outcomes;
        for (const auto& P : probabilities[m]) outcomes.push_back(learning::outcomes_of(P, labels));
        study.models.push_back(summary(models[m], outcomes, judging, study.rows.classes.n_classes()));
    }
    const auto best = static_cast<std::size_t>(&study.best() - study.models.data());
    study.findings = findings_of(probabilities[best].back(), labels, [&](std::size_t i) {
        return name_of_row(table, columns, study.rows.rows[i]);
    });
    // The blend is the last of the list.
    study.least_confidence =
        least_confidence_of(findings_of(probabilities.back().back(), labels, {}).calibration);
    study.findings.drivers = class_drivers(data, judging.folds.back(), options, task);
    return study;
}

}  // namespace attune::lab
