#include "shapes/evaluation.h"

#include <utility>

namespace attune::shapes {

void EvaluationCut::describe(Fields<EvaluationCut>& fields) {
    fields.called("EvaluationCut", "a moment of the past at which the models were asked")
        .key("share", &EvaluationCut::share, "of the plays that came before it, in (0, 1)")
        .key("moment", &EvaluationCut::moment, "when")
        .key("n_plays_before", &EvaluationCut::n_plays_before, "plays before it")
        .key("n_first_heard", &EvaluationCut::n_first_heard, "songs first heard after it")
        .key("n_kept", &EvaluationCut::n_kept, "of these, those that were kept")
        .key("n_candidates", &EvaluationCut::n_candidates, "songs of the catalogues not heard before it")
        .key("n_relevant", &EvaluationCut::n_relevant, "of these, those that were kept after it")
        .key("n_artists_taken_up", &EvaluationCut::n_artists_taken_up,
             "new artists played five times after it")
        .key("n_artists_known", &EvaluationCut::n_artists_known, "of these, those that other listeners know")
        .key_if("verdict", &EvaluationCut::verdict, "where there is too little for figures: of what");
}

void Estimate::describe(Fields<Estimate>& fields) {
    fields.called("Estimate", "a figure with its 95 % interval; null where there is too little for it")
        .key("task", &Estimate::task, "what was asked", {"keep_it", "discovery", "new_artists", "list"})
        .key("model", &Estimate::model, "who answered")
        .key("metric", &Estimate::metric, "what was measured, or a difference of two of these")
        .key("value", &Estimate::value, "the figure")
        .key("low", &Estimate::low, "the lower end of its interval; null where it has none")
        .key("high", &Estimate::high, "the upper end of its interval; null where it has none")
        .key("n", &Estimate::n, "how many it is of")
        .key("cut", &Estimate::cut, "a share of the plays, or mean: over the cuts")
        .key_if("verdict", &Estimate::verdict, "where there is too little for it");
}

void Evaluation::describe(Fields<Evaluation>& fields) {
    fields.called("Evaluation", "how well attune knows a person, by their own past")
        .key("person", &Evaluation::person, "whose past")
        .key("cuts", &Evaluation::cuts, "in time")
        .key("tasks", &Evaluation::tasks, "all figures")
        .key("verdicts", &Evaluation::verdicts, "a sentence or two of each task");
}

Evaluation evaluation_of(std::string person, const evaluation::Evaluation& evaluation) {
    Evaluation shape{std::move(person), {}, {}, {}};
    for (const auto& cut : evaluation.cuts) {
        shape.cuts.push_back({cut.share, cut.moment, cut.n_plays_before, cut.n_first_heard, cut.n_kept,
                              cut.n_candidates, cut.n_relevant, cut.n_artists_taken_up, cut.n_artists_known,
                              std::nullopt});
        if (!cut.verdict.empty()) shape.cuts.back().verdict = cut.verdict;
    }
    for (const auto& figure : evaluation.figures) {
        auto& row = shape.tasks.emplace_back();
        row = {figure.task, figure.model, figure.metric, figure.value,
               figure.low,  figure.high,  figure.n,      std::string(mean_of_cuts),
               std::nullopt};
        if (figure.cut) row.cut = *figure.cut;
        if (!figure.value) row.verdict = "too few";
    }
    for (const auto& [task, text] : evaluation.verdicts) shape.verdicts.emplace_back(task, text);
    return shape;
}

}  // namespace attune::shapes
