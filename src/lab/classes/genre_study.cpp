#include "lab/classes/genre_study.h"

#include "core/error.h"
#include "core/parallel.h"
#include "lab/classes/drivers.h"
#include "lab/classes/finding_genres.h"
#include "lab/models/recipes.h"
#include "lab/rows/fold_count.h"
#include "lab/rows/study_folds.h"
#include "lab/rows/track_names.h"
#include "learning/judging/baselines.h"
#include "learning/judging/folds.h"
#include "learning/judging/judge.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::lab {
namespace {

using learning::Outcome;

// A fold of the blend takes about as long as so many of all other learners together.
constexpr std::size_t blend_costs = 3;

/// How models are judged: one way of folding, or two.
struct Judging {
    const StudyRows& rows;
    std::vector<Folds> folds;
    std::uint64_t seed = 1;
};

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

/// The ways of sampling with which any of the learners is judged. Original rows come first, and with them the blend,
/// so that no thread waits for it in the end.
std::vector<Sampling> samplings_of(std::span<const Learner> of) {
    std::vector<Sampling> used;
    for (const auto sampling : samplings) {
        if (!learners_of(sampling, of).empty()) used.push_back(sampling);
    }
    return used;
}

std::size_t cost_of(Sampling sampling, std::span<const Learner> of) {
    const auto judged = learners_of(sampling, of);
    const bool has_blend = std::ranges::count(judged, Learner::blend) > 0;
    return (judged.size() > (has_blend ? 1U : 0U) ? 1 : 0) + (has_blend ? blend_costs : 0);
}

/// What every model says of every row, by each kind of folds: probabilities[model][kind].
std::vector<std::vector<Matrix>> judge_models(const StudyData& data, const Judging& judging,
                                              const std::vector<StudiedModel>& models,
                                              const GenreStudyOptions& options, const Task& task) {
    const LearnerSizes sizes{options.trees, options.rounds, options.seed};
    const auto used = samplings_of(options.models);
    const auto n_kinds = judging.folds.size();
    std::size_t cost = 0;
    for (const auto sampling : used) cost += cost_of(sampling, options.models);
    FoldCount count(task, n_kinds * static_cast<std::size_t>(options.folds) * cost);
    const Task cell_task(&count, {});
    std::vector<std::vector<Matrix>> said(used.size(), std::vector<Matrix>(n_kinds));
    parallel_for(used.size() * n_kinds, static_cast<std::size_t>(options.threads), [&](std::size_t cell) {
        const auto sampling = used[cell / n_kinds];
        const auto kind = cell % n_kinds;
        // What is tuned is tuned for the folds that judge it.
        auto seen = data;
        if (kind == 0) seen.groups = {};
        const auto recipe = make_recipe(seen, sampling, learners_of(sampling, options.models), sizes);
        said[cell / n_kinds][kind] = learning::judge_by_folds(
            judging.folds[kind], count.counted(recipe, cost_of(sampling, options.models)), cell_task);
    });
    std::vector<std::vector<Matrix>> probabilities;
    const auto n_classes = data.classes.n_classes();
    for (const auto& model : models) {
        const auto judged = learners_of(model.sampling, options.models);
        const auto place = std::ranges::find(judged, model.learner) - judged.begin();
        const auto& of_sampling =
            said[static_cast<std::size_t>(std::ranges::find(used, model.sampling) - used.begin())];
        auto& of_model = probabilities.emplace_back();
        for (const auto& P : of_sampling)
            of_model.push_back(columns_of(P, static_cast<std::size_t>(place) * n_classes, n_classes));
    }
    return probabilities;
}

/// The place of the model worth keeping: see GenreStudy::kept.
std::size_t kept_of(const std::vector<StudiedModel>& models, const std::vector<JudgedModel>& judged) {
    std::size_t kept = 0;
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (models[m].learner == Learner::blend) return m;
        if (models[m].sampling == Sampling::original &&
            judged[m].accuracy.strictest().value > judged[kept].accuracy.strictest().value)
            kept = m;
    }
    return kept;
}

}  // namespace

const JudgedModel& GenreStudy::best() const {
    return *std::ranges::max_element(
        models, {}, [](const JudgedModel& model) { return model.accuracy.strictest().value; });
}

GenreStudy study_genres(const learning::Table& table, const StudyColumns& columns,
                        const GenreStudyOptions& options, const Task& task) {
    check_ranges(options);
    require(!options.models.empty(), "a study needs a model to judge");
    GenreStudy study{choose_rows(table, columns, static_cast<std::size_t>(options.folds),
                                 static_cast<std::size_t>(options.most_rows), options.seed),
                     {},
                     columns.features,
                     {},
                     {},
                     {}};
    const auto& labels = study.rows.classes.of_row;
    auto random = learning::stratified_k_folds(std::vector<float>(labels.begin(), labels.end()),
                                               static_cast<std::size_t>(options.folds), options.seed);
    const Judging judging{study.rows,
                          with_group_folds(std::move(random), study.rows.groups, columns.group, options),
                          options.seed};
    judge_rules(judging, study);

    const StudyData data{table,          study.rows.rows, study.rows.classes,
                         study.features, columns.sounds,  study.rows.groups};
    const auto models = studied_models(options.models);
    const auto probabilities = judge_models(data, judging, models, options, task);
    for (std::size_t m = 0; m < models.size(); ++m) {
        std::vector<std::vector<Outcome>> outcomes;
        for (const auto& P : probabilities[m]) outcomes.push_back(learning::outcomes_of(P, labels));
        study.models.push_back(summary(models[m], outcomes, judging, study.rows.classes.n_classes()));
    }
    const auto best = static_cast<std::size_t>(&study.best() - study.models.data());
    study.findings = findings_of(probabilities[best].back(), labels, [&](std::size_t i) {
        return name_of_row(table, columns, study.rows.rows[i]);
    });
    const auto kept = kept_of(models, study.models);
    study.kept = models[kept].learner;
    study.least_confidence =
        least_confidence_of(findings_of(probabilities[kept].back(), labels, {}).calibration);
    study.findings.drivers = class_drivers(data, judging.folds.back(), options, task);
    return study;
}

}  // namespace attune::lab
