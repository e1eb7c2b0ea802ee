#include "lab/genre_study.h"

#include "core/error.h"
#include "core/parallel.h"
#include "lab/recipes.h"
#include "learning/baselines.h"
#include "learning/folds.h"
#include "learning/judge.h"

#include <algorithm>
#include <atomic>
#include <set>

namespace attune::lab {
namespace {

using Folds = std::vector<std::size_t>;
using learning::Outcome;

/// What is below the folds (trees, rounds) moves nobody's bar, yet is a moment to stop at.
class FoldCount final : public ProgressSink {
  public:
    FoldCount(const Task& task, std::size_t total) : task_(task), total_(total) {}
    void report(std::string_view, std::size_t, std::size_t) override {
        task_.report("judging models", done_, total_);
    }
    void finish_fold() { ++done_; }

  private:
    const Task& task_;
    std::size_t total_;
    std::atomic<std::size_t> done_{0};
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

/// One figure of the outcomes under each kind of folds.
template <class Figure>
ByFolds by_folds(const std::vector<std::vector<Outcome>>& outcomes, const Figure& figure) {
    ByFolds both{figure(outcomes.front()), std::nullopt};
    if (outcomes.size() > 1) both.by_group = figure(outcomes.back());
    return both;
}

double accuracy_of(const std::vector<Outcome>& outcomes) { return learning::accuracy(outcomes).value_or(0); }
double top2_of(const std::vector<Outcome>& outcomes) {
    return learning::top_k_accuracy(outcomes, 2).value_or(0);
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

/// A recipe that says when its fold is done.
learning::Recipe counted(learning::Recipe recipe, FoldCount& count) {
    return [recipe = std::move(recipe), &count](std::span<const std::size_t> train, const Task& task) {
        auto fitted = recipe(train, task);
        count.finish_fold();
        return fitted;
    };
}

void judge_rules(const std::vector<Folds>& folds, std::uint64_t seed, GenreStudy& study) {
    for (const bool is_majority : {true, false}) {
        std::vector<std::vector<Outcome>> outcomes;
        for (const auto& fold_of : folds) {
            const auto P =
                learning::judge_by_folds(fold_of, rule_recipe(study.rows.classes, is_majority, seed));
            outcomes.push_back(learning::outcomes_of(P, study.rows.classes.of_row));
        }
        study.baselines.push_back({is_majority ? "majority" : "stratified", by_folds(outcomes, accuracy_of)});
    }
}

JudgedModel summary(Learner learner, Sampling sampling, const std::vector<std::vector<Outcome>>& outcomes,
                    std::size_t n_classes) {
    return {std::string(to_string(learner)), std::string(to_string(sampling)),
            by_folds(outcomes, accuracy_of), by_folds(outcomes, top2_of),
            learning::scores_by_class(outcomes.back(), n_classes)};
}

}  // namespace

const JudgedModel& GenreStudy::best() const {
    return *std::ranges::max_element(models, {}, [](const JudgedModel& model) {
        return model.accuracy.by_group.value_or(model.accuracy.random);
    });
}

GenreStudy study_genres(const learning::Table& table, const StudyColumns& columns,
                        const GenreStudyOptions& options, const Task& task) {
    check_ranges(options);
    GenreStudy study{
        choose_rows(table, columns, static_cast<std::size_t>(options.folds)), columns.features, {}, {}};
    const auto folds = make_folds(study.rows, columns, options);
    judge_rules(folds, options.seed, study);

    const StudyData data{table, study.rows.rows, study.rows.classes, study.features};
    const LearnerSizes sizes{options.trees, options.rounds, options.seed};
    const auto n_models = learners.size() * samplings.size();
    const auto n_cells = n_models * folds.size();
    FoldCount count(task, n_cells * static_cast<std::size_t>(options.folds));
    const Task cell_task(&count, {});
    std::vector<std::vector<std::vector<Outcome>>> outcomes(n_models,
                                                            std::vector<std::vector<Outcome>>(folds.size()));
    parallel_for(n_cells, static_cast<std::size_t>(options.threads), [&](std::size_t cell) {
        const auto model = cell / folds.size();
        const auto kind = cell % folds.size();
        const auto recipe = make_recipe(data, learners.at(model / samplings.size()),
                                        samplings.at(model % samplings.size()), sizes);
        const auto P = learning::judge_by_folds(folds[kind], counted(recipe, count), cell_task);
        outcomes[model][kind] = learning::outcomes_of(P, study.rows.classes.of_row);
    });
    for (std::size_t model = 0; model < n_models; ++model) {
        study.models.push_back(summary(learners.at(model / samplings.size()),
                                       samplings.at(model % samplings.size()), outcomes[model],
                                       study.rows.classes.n_classes()));
    }
    return study;
}

}  // namespace attune::lab
