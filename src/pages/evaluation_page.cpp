#include "pages/evaluation_page.h"

#include "core/version.h"
#include "report/dots.h"
#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <optional>

namespace attune::pages {
namespace {

constexpr std::string_view minus = " minus ";
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// A question of the replay, and the figure that answers it.
struct Question {
    std::string_view task;
    std::string_view title;
    std::string_view metric;  ///< the one that the verdict is about; empty where there is none
    std::string_view words;   ///< of the metric
    bool is_share;
};

constexpr std::array<Question, 4> questions{{
    {"keep_it", "Which new songs you keep", "auc", "how often a kept song stands above another", false},
    {"discovery", "What you come to find and keep", "recall@500", "share of it among the first 500", true},
    {"new_artists", "Which new artists you take up", "recall@500", "share of them among the first 500", true},
    {"list", "What the list looks like", "", "", false},
}};

/// A figure of a model over all cuts.
struct Figure {
    std::string model;
    double value = 0;
    report::Interval interval{};  ///< NaN where it has none
};

/// A row of the evaluation that is a mean over the cuts.
Figure figure_of(const shapes::Estimate& row) {
    return {row.model, *row.value, {row.low.value_or(nothing), row.high.value_or(nothing)}};
}

bool is_mean_of(const shapes::Estimate& row, std::string_view task) {
    return row.task == task && row.is_mean() && row.value;
}

std::string words_of(std::string_view model) {
    std::string words(model);
    if (words.starts_with("attune_without_")) words = "attune, without " + words.substr(15);
    std::ranges::replace(words, '_', ' ');
    return words;
}

/// The means over the cuts of one metric, without those that there is too little for.
std::vector<Figure> figures_of(const shapes::Evaluation& evaluation, std::string_view task,
                               std::string_view metric) {
    std::vector<Figure> figures;
    for (const auto& row : evaluation.tasks) {
        if (is_mean_of(row, task) && row.metric == metric) figures.push_back(figure_of(row));
    }
    return figures;
}

/// How far attune is above each rule, for all metrics of the form "auc minus popularity".
std::vector<Figure> differences_of(const shapes::Evaluation& evaluation, const Question& question) {
    const auto prefix = std::string(question.metric) + std::string(minus);
    std::vector<Figure> figures;
    for (const auto& row : evaluation.tasks) {
        if (!is_mean_of(row, question.task) || row.model != "attune" || !row.metric.starts_with(prefix))
            continue;
        figures.push_back(figure_of(row));
        figures.back().model = row.metric.substr(prefix.size());
    }
    return figures;
}

std::vector<std::string> metrics_of(const shapes::Evaluation& evaluation, std::string_view task) {
    std::vector<std::string> metrics;
    for (const auto& row : evaluation.tasks) {
        if (row.task == task && row.metric.find(minus) == std::string::npos &&
            std::ranges::find(metrics, row.metric) == metrics.end())
            metrics.push_back(row.metric);
    }
    return metrics;
}

report::NumberFormat format_of(const Question& question) {
    return question.is_share ? report::percent_format() : report::number_format(3);
}

std::string figure_words(const Figure& figure, const report::NumberFormat& format) {
    auto text = report::to_text(figure.value, format);
    if (figure.interval.low == figure.interval.low)
        text += " (" + report::to_text(figure.interval, format) + ")";
    return text;
}

const Figure* of_attune(const std::vector<Figure>& figures) {
    const auto found = std::ranges::find(figures, "attune", &Figure::model);
    return found == figures.end() ? nullptr : &*found;
}

/// The best that is not attune or a part of it.
const Figure* best_rule(const std::vector<Figure>& figures) {
    const Figure* best = nullptr;
    for (const auto& figure : figures)
        if (!figure.model.starts_with("attune") && (best == nullptr || figure.value > best->value))
            best = &figure;
    return best;
}

report::Dots dots_of(std::vector<Figure> figures, const std::string& rows_are, const report::AxisText& axis) {
    std::ranges::stable_sort(figures, std::greater<>{}, &Figure::value);
    report::Dots dots{{rows_are, {}, {{axis.title, {}, {}}}}, axis, {}};
    for (const auto& figure : figures) {
        dots.rows.names.push_back(words_of(figure.model));
        dots.rows.series[0].values.push_back(figure.value);
        dots.rows.series[0].intervals.push_back(figure.interval);
    }
    return dots;
}

std::optional<report::Figure> models_figure(const shapes::Evaluation& evaluation, const Question& question) {
    const auto figures = figures_of(evaluation, question.task, question.metric);
    const auto* const ours = of_attune(figures);
    if (ours == nullptr) return std::nullopt;
    const auto format = format_of(question);
    auto sentence = fmt::format("Attune has {}", figure_words(*ours, format));
    if (const auto* const rule = best_rule(figures); rule != nullptr)
        sentence += fmt::format("; the best simple rule, {}, has {}", words_of(rule->model),
                                figure_words(*rule, format));
    return report::Figure(
        fmt::format("{}: {}", question.metric == "auc" ? "AUC" : question.metric, question.words),
        sentence + ".", dots_of(figures, "model or rule", {std::string(question.metric), format}));
}

std::optional<report::Figure> differences_figure(const shapes::Evaluation& evaluation,
                                                 const Question& question) {
    const auto figures = differences_of(evaluation, question);
    if (figures.empty()) return std::nullopt;
    auto format = format_of(question);
    format.sign = true;
    auto dots = dots_of(figures, "attune above", {"attune minus the rule", format});
    dots.references.push_back({"no difference", 0});
    std::size_t above = 0;
    for (const auto& figure : figures) above += figure.interval.low > 0 ? 1 : 0;
    const auto nearest = std::ranges::min_element(figures, {}, &Figure::value);
    return report::Figure(
        "How far attune is above each rule",
        fmt::format(
            "On the same songs attune is clearly above {} of {}; nearest comes {}, with {} between them.",
            above, report::count_of(figures.size(), "rule", "rules"), words_of(nearest->model),
            figure_words(*nearest, format)),
        dots);
}

std::optional<report::Table> metrics_table(const shapes::Evaluation& evaluation, const Question& question) {
    const auto metrics = metrics_of(evaluation, question.task);
    std::vector<std::string> models;
    for (const auto& metric : metrics)
        for (const auto& figure : figures_of(evaluation, question.task, metric))
            if (std::ranges::find(models, figure.model) == models.end()) models.push_back(figure.model);
    if (models.empty()) return std::nullopt;
    report::Table table{"Every figure, means over the cuts", {report::text_column("model or rule")}, {}};
    for (const auto& metric : metrics) table.columns.push_back(report::number_column(metric));
    for (const auto& model : models) {
        if (model == "attune") table.strong.insert(table.rows.size());
        std::vector<std::string> cells{words_of(model)};
        for (const auto& metric : metrics) {
            const auto figures = figures_of(evaluation, question.task, metric);
            const auto found = std::ranges::find(figures, model, &Figure::model);
            cells.push_back(found == figures.end() ? "–"
                                                   : report::to_text(found->value, report::number_format(3)));
        }
        table.row(std::move(cells));
    }
    return table;
}

report::Table cuts_table(const shapes::Evaluation& evaluation) {
    report::Table table{"The cuts", {report::text_column("cut at"), report::text_column("day")}, {}};
    for (const auto* const title :
         {"plays before", "songs first heard after", "of them kept", "candidates", "to be found"})
        table.columns.push_back(report::number_column(title));
    table.columns.push_back(report::text_column("verdict"));
    for (const auto& cut : evaluation.cuts) {
        std::vector<std::string> cells{report::percent_text(cut.share, 0), format_date(cut.moment)};
        for (const auto n :
             {cut.n_plays_before, cut.n_first_heard, cut.n_kept, cut.n_candidates, cut.n_relevant})
            cells.push_back(report::count_text(n));
        cells.push_back(cut.verdict.value_or(""));
        table.row(std::move(cells));
    }
    return table;
}

void add_question(report::Document& page, const shapes::Evaluation& evaluation, const Question& question) {
    report::Section section{std::string(question.title), {}};
    const std::string task(question.task);
    for (const auto& [of, verdict] : evaluation.verdicts)
        if (of == task) page.summary.push_back(report::as_sentence(verdict));
    if (auto figure = models_figure(evaluation, question)) section.blocks.emplace_back(std::move(*figure));
    if (auto figure = differences_figure(evaluation, question))
        section.blocks.emplace_back(std::move(*figure));
    if (auto table = metrics_table(evaluation, question)) section.blocks.emplace_back(std::move(*table));
    if (!section.blocks.empty()) page.sections.push_back(std::move(section));

    const auto figures = figures_of(evaluation, question.task, question.metric);
    const auto* const ours = of_attune(figures);
    const auto* const rule = best_rule(figures);
    if (ours == nullptr || rule == nullptr) return;
    const auto format = format_of(question);
    page.key_figures.push_back({report::to_text(ours->value, format),
                                fmt::format("{}: {}", question.title, question.words),
                                report::to_text(rule->value, format) + " by " + words_of(rule->model)});
}

}  // namespace

report::Document evaluation_page(const shapes::Evaluation& evaluation) {
    report::Document page{"How well attune knows " + evaluation.person,       {}, {}, {}, {},
                          fmt::format("Made by attune {}.", attune_version())};
    page.about =
        fmt::format("The past replayed from {}", report::count_of(evaluation.cuts.size(), "cut", "cuts"));
    for (const auto& question : questions) add_question(page, evaluation, question);
    report::Section how{"How it was judged", {}};
    how.blocks.emplace_back(
        report::Paragraph{"At each cut all that came later was forgotten, models learned from the rest, and "
                          "were judged by what was really "
                          "played afterwards. What was kept had not been chosen from these lists: a good "
                          "pick that was never come upon "
                          "counts as a miss. Intervals are of 95 %, from resamples by artist; a difference "
                          "whose interval holds 0 says that "
                          "attune cannot be told from that rule."});
    if (!evaluation.cuts.empty()) how.blocks.emplace_back(cuts_table(evaluation));
    page.sections.push_back(std::move(how));
    return page;
}

}  // namespace attune::pages
