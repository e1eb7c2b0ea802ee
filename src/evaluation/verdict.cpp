#include "evaluation/verdict.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace attune::evaluation {
namespace {

constexpr std::array<std::string_view, 3> simple_rules{"popularity", "more_from_my_artists",
                                                       "audio_nearest_neighbours"};

std::string_view in_words(std::string_view baseline) {
    if (baseline == "popularity") return "what is popular";
    if (baseline == "more_from_my_artists") return "more from the artists you play most";
    return "what sounds like the tracks you kept";
}

/// What a task measures, and how to say it.
struct Measure {
    std::string_view task;
    std::string_view metric;
    std::string_view question;  ///< what the models were asked, as the object of "know nothing about"
    std::string_view unit;      ///< how the metric reads, for people
    double chance;
};

/// "0.61 (95 %: 0.58 to 0.64)".
std::string with_interval(const Figure& figure, std::string_view format = "{:.3f}") {
    const auto number = [&](double value) { return fmt::format(fmt::runtime(format), value); };
    if (!figure.low || !figure.high) return number(*figure.value);
    return fmt::format("{} (95 %: {} to {})", number(*figure.value), number(*figure.low),
                       number(*figure.high));
}

const Figure* best_rule(const Evaluation& evaluation, const Measure& measure) {
    const Figure* best = nullptr;
    for (const auto rule : simple_rules) {
        const Figure* figure = evaluation.find(measure.task, rule, measure.metric);
        if (figure != nullptr && figure->value && (best == nullptr || *figure->value > *best->value))
            best = figure;
    }
    return best;
}

std::string against_best(const Evaluation& evaluation, const Measure& measure, const Figure& ours,
                         const Figure& best) {
    const Figure* difference =
        evaluation.find(measure.task, "attune", fmt::format("{} minus {}", measure.metric, best.model));
    const std::string figures = fmt::format("{} {:.3f} against {:.3f}, a difference of {}", measure.unit,
                                            *ours.value, *best.value, with_interval(*difference, "{:+.3f}"));
    const auto rule = in_words(best.model);
    if (*difference->low > 0)
        return fmt::format("attune predicts {} better than the best simple rule, \"{}\": {}.",
                           measure.question, rule, figures);
    if (*difference->high < 0)
        return fmt::format(
            "The models know nothing about {} that the simple rule \"{}\" does not, and are worse "
            "than it: {}.",
            measure.question, rule, figures);
    return fmt::format(
        "The models know nothing about {} that the simple rule \"{}\" does not: {}; the interval "
        "holds 0.",
        measure.question, rule, figures);
}

std::string text_of(const Evaluation& evaluation, const Measure& measure) {
    const Figure& ours = *evaluation.find(measure.task, "attune", measure.metric);
    if (!ours.low || *ours.low <= measure.chance)
        return fmt::format("The models know nothing about {}: {} {}, and guessing gives {:.3f}.",
                           measure.question, measure.unit, with_interval(ours), measure.chance);
    return against_best(evaluation, measure, ours, *best_rule(evaluation, measure));
}

bool has_figures(const Evaluation& evaluation, std::string_view task, std::string_view metric) {
    const Figure* ours = evaluation.find(task, "attune", metric);
    return ours != nullptr && ours->value.has_value();
}

}  // namespace

Verdict keep_it_verdict(const Evaluation& evaluation, std::size_t least_relevant) {
    if (!has_figures(evaluation, "keep_it", "auc"))
        return {"keep_it",
                fmt::format("Too few: after none of the cuts were there {} songs heard for the first "
                            "time that were kept, and as many that were not. No verdict.",
                            least_relevant)};
    return {"keep_it", text_of(evaluation, {"keep_it", "auc", "which new songs are kept", "AUC", 0.5})};
}

Verdict discovery_verdict(const Evaluation& evaluation, double chance, std::size_t least_relevant) {
    if (!has_figures(evaluation, "discovery", "recall@500"))
        return {"discovery",
                fmt::format("Too few: after none of the cuts were {} songs of the catalogues found and "
                            "kept. No verdict.",
                            least_relevant)};
    return {"discovery", text_of(evaluation, {"discovery", "recall@500", "which songs will be found and kept",
                                              "share of them among the first 500", chance})};
}

Verdict new_artists_verdict(const Evaluation& evaluation, std::size_t least_relevant) {
    if (!has_figures(evaluation, "new_artists", "recall@500"))
        return {"new_artists",
                fmt::format("Too few: after none of the cuts were {} artists taken up that other "
                            "listeners know. No verdict.",
                            least_relevant)};
    return {"new_artists", text_of(evaluation, {"new_artists", "recall@500", "which new artists are taken up",
                                                "share of them among the first 500", 0})};
}

}  // namespace attune::evaluation
