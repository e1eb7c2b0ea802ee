#include "pages/popularity_parts.h"
#include "pages/study_report.h"
#include "pages/study_report_parts.h"
#include "report/dots.h"
#include "report/numbers.h"
#include "report/scatter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::pages {
namespace {

using report::percent_text;
using report::to_text;

constexpr std::size_t least_rows_told = 30;
constexpr std::size_t most_parts = 20;  // genres with an error of their own

const report::NumberFormat signed_points{report::NumberFormat::Kind::number, 2, true, ""};

const lab::JudgedNumbers* named(const std::vector<lab::JudgedNumbers>& models, const std::string& name) {
    const auto found = std::ranges::find(models, name, &lab::JudgedNumbers::model);
    return found == models.end() ? nullptr : &*found;
}

/// The rule to beat: the genre median where there are genres.
const lab::JudgedNumbers* rule_of(const lab::PopularityStudy& study) {
    const auto* const genre = named(study.baselines, "genre_median");
    return genre != nullptr ? genre : named(study.baselines, "median");
}

bool has_groups(const lab::PopularityStudy& study) { return study.best().mae.by_group.has_value(); }

report::Figure models_figure(const lab::PopularityStudy& study) {
    report::Dots dots{{"model", {}, {{"random folds", {}, {}}}}, {"mean absolute error"}, {}};
    if (has_groups(study)) dots.rows.series.push_back({"folds by group", {}, {}});
    for (const auto* const list : {&study.baselines, &study.models}) {
        for (const auto& model : *list) {
            dots.rows.names.push_back(model_words(model.model));
            dots.rows.series[0].values.push_back(model.mae.random.value);
            dots.rows.series[0].intervals.push_back(bounds(model.mae.random));
            if (!has_groups(study)) continue;
            const auto by_group = model.mae.by_group.value_or(lab::Interval{nothing, nothing, nothing});
            dots.rows.series[1].values.push_back(by_group.value);
            dots.rows.series[1].intervals.push_back(bounds(by_group));
        }
    }
    const auto& best = study.best();
    auto sentence = fmt::format("The best model, {}, is off by {} on average", model_words(best.model),
                                with_bounds(best.mae.strictest(), points()));
    if (const auto* const rule = rule_of(study); rule != nullptr)
        sentence += fmt::format(", {} by {}: {} less", model_words(rule->model),
                                to_text(rule->mae.strictest().value, points()),
                                percent_text(1 - best.mae.strictest().value / rule->mae.strictest().value));
    return {"How far every model is off", sentence + ".", dots};
}

report::Table models_table(const lab::PopularityStudy& study) {
    report::Table table{"Every model and rule", {report::text_column("model")}, {}};
    for (const auto* const figure : {"error", "R²"}) {
        table.columns.push_back(report::number_column(figure));
        if (has_groups(study))
            table.columns.push_back(report::number_column(std::string(figure) + ", by group"));
    }
    table.columns.push_back(report::text_column("settings"));
    for (const auto* const list : {&study.baselines, &study.models}) {
        for (const auto& model : *list) {
            if (&model == &study.best()) table.strong.insert(table.rows.size());
            std::vector<std::string> cells{model_words(model.model)};
            for (const auto* const figure : {&model.mae, &model.r2}) {
                cells.push_back(to_text(figure->random.value, report::number_format(3)));
                if (has_groups(study))
                    cells.push_back(to_text(figure->by_group ? figure->by_group->value : nothing,
                                            report::number_format(3)));
            }
            cells.push_back(model.settings);
            table.row(std::move(cells));
        }
    }
    return table;
}

report::Figure parts_figure(const std::vector<lab::PartError>& parts, const std::string& kind) {
    report::Dots dots{{kind, {}, {{"best model", {}, {}}, {"median", {}, {}}}}, {"mean absolute error"}, {}};
    // A part of a few tracks is easy or hard by chance: the sentence is about the larger ones.
    const auto enough = [&](const lab::PartError& part) { return part.rows >= least_rows_told; };
    const auto first = std::ranges::find_if(parts, enough);
    const lab::PartError* easiest = first == parts.end() ? &parts.front() : &*first;
    const lab::PartError* hardest = easiest;
    for (std::size_t i = 0; i < std::min(parts.size(), most_parts); ++i) {
        const auto& part = parts[i];
        dots.rows.names.push_back(fmt::format("{} ({})", part.name, report::count_text(part.rows)));
        dots.rows.series[0].values.push_back(part.mae.value);
        dots.rows.series[0].intervals.push_back(bounds(part.mae));
        dots.rows.series[1].values.push_back(part.median_mae);
        dots.rows.series[1].intervals.push_back({part.median_mae, part.median_mae});
        if (!enough(part)) continue;
        if (part.mae.value < easiest->mae.value) easiest = &part;
        if (part.mae.value > hardest->mae.value) hardest = &part;
    }
    return {"Error by " + kind,
            fmt::format(
                "{} is foretold best (off by {}), {} worst ({}); there the model says {} too {} on average.",
                easiest->name, to_text(easiest->mae.value, points()), hardest->name,
                to_text(hardest->mae.value, points()), to_text(std::abs(hardest->bias), points()),
                hardest->bias < 0 ? "little" : "much"),
            dots};
}

report::Figure residuals_figure(const lab::PopularityStudy& study) {
    report::Scatter scatter{
        {"predicted " + study.target}, {"true − predicted"}, {}, {}, report::Scatter::Guide::zero};
    for (const auto& [predicted, truth] : study.residuals.points) {
        scatter.xs.push_back(predicted);
        scatter.ys.push_back(truth - predicted);
    }
    const auto& spread = study.residuals.distribution;
    return {"What the best model leaves unexplained",
            fmt::format("Half of the tracks lie between {} and {} of what was said. {} of the intervals that "
                        "were to hold 90 % of the tracks did; they are {} wide on average.",
                        to_text(spread.lower_quartile, signed_points),
                        to_text(spread.upper_quartile, signed_points),
                        percent_text(study.residuals.coverage.value), to_text(study.residuals.width)),
            scatter};
}

void add_headline(report::Document& document, const lab::PopularityStudy& study, const StudyOrigin& origin) {
    const auto& best = study.best();
    const auto& mae = best.mae.strictest();
    const auto* const rule = rule_of(study);
    document.key_figures.push_back(
        {to_text(mae.value, points()), fmt::format("off on average, of {}", study.target),
         rule == nullptr
             ? ""
             : to_text(rule->mae.strictest().value, points()) + " by " + model_words(rule->model)});
    document.key_figures.push_back({percent_text(best.r2.strictest().value), "of the differences explained",
                                    has_groups(study) ? "on " + group_words(origin) + " never met" : ""});
    document.key_figures.push_back({report::count_text(study.n_rows), "tracks",
                                    report::count_of(study.features.size(), "feature", "features")});
    document.summary.push_back(fmt::format(
        "The best model, {}, foretells {} to within {} on average (95 % interval {}).",
        model_words(best.model), study.target, to_text(mae.value, points()), to_text(bounds(mae), points())));
    if (rule != nullptr)
        document.summary.push_back(fmt::format("That is {} better than saying {}.",
                                               percent_text(1 - mae.value / rule->mae.strictest().value),
                                               model_words(rule->model)));
    if (!study.drivers.empty())
        document.summary.push_back(fmt::format("What drives it most is {}.", study.drivers.front().feature));
    if (!study.ols.coefficients.empty())
        document.summary.push_back(
            fmt::format("A straight line explains {} of the differences.", percent_text(study.ols.r2)));
}

}  // namespace

report::Document document_of(const lab::PopularityStudy& study, const StudyOrigin& origin) {
    report::Document document{"What makes " + study.target + " large or small",
                              fmt::format("{}: {} tracks, {} features", origin.table,
                                          report::count_text(study.n_rows), study.features.size()),
                              {},
                              {},
                              {},
                              colophon(origin)};
    add_headline(document, study, origin);
    document.sections.push_back({"Models against simple rules", {models_figure(study), models_table(study)}});
    for (auto& section : driver_sections(study)) document.sections.push_back(std::move(section));
    if (auto section = regression_section(study)) document.sections.push_back(std::move(*section));
    report::Section errors{"Where it errs", {}};
    if (!study.by_genre.empty()) errors.blocks.emplace_back(parts_figure(study.by_genre, "genre"));
    if (!study.by_decade.empty()) errors.blocks.emplace_back(parts_figure(study.by_decade, "decade"));
    if (!study.residuals.points.empty()) errors.blocks.emplace_back(residuals_figure(study));
    if (!errors.blocks.empty()) document.sections.push_back(std::move(errors));

    document.sections.push_back(distributions_section(study));
    document.sections.push_back(data_section(study.n_rows, study.dropped, study.columns));
    document.sections.push_back(method_section(origin, has_groups(study)));
    return document;
}

}  // namespace attune::pages
