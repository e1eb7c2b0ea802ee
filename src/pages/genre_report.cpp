#include "pages/study_report.h"
#include "pages/study_report_parts.h"
#include "report/bars.h"
#include "report/calibration.h"
#include "report/dots.h"
#include "report/heatmap.h"
#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::pages {
namespace {

using report::percent_text;

constexpr std::size_t most_classes_drawn = 25;  // more do not fit into a matrix that can be read

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? nothing : static_cast<double>(part) / static_cast<double>(whole);
}

std::string name_of(const lab::JudgedModel& model) {
    return model.sampling == "original" ? model_words(model.model)
                                        : model_words(model.model) + ", " + model.sampling;
}

const lab::JudgedRule* rule(const lab::GenreStudy& study, const std::string& name) {
    const auto found = std::ranges::find(study.baselines, name, &lab::JudgedRule::name);
    return found == study.baselines.end() ? nullptr : &*found;
}

/// The samplings of the best learner that was tried with several of them.
std::vector<const lab::JudgedModel*> sampled_models(const lab::GenreStudy& study) {
    const lab::JudgedModel* chosen = nullptr;
    for (const auto& model : study.models) {
        const bool has_others = std::ranges::count(study.models, model.model, &lab::JudgedModel::model) > 1;
        if (has_others &&
            (chosen == nullptr || model.accuracy.strictest().value > chosen->accuracy.strictest().value))
            chosen = &model;
    }
    std::vector<const lab::JudgedModel*> models;
    for (const auto& model : study.models)
        if (chosen != nullptr && model.model == chosen->model) models.push_back(&model);
    if (models.empty()) models.push_back(&study.best());
    return models;
}

bool has_groups(const lab::GenreStudy& study) { return study.best().accuracy.by_group.has_value(); }

std::string where_judged(const lab::GenreStudy& study, const StudyOrigin& origin) {
    return has_groups(study) ? "on " + group_words(origin) + " never met" : "on tracks never met";
}

/// Classes by falling number of rows: the first of them are drawn where there are too many.
std::vector<std::size_t> largest_classes(const lab::GenreStudy& study) {
    const auto& per_class = study.best().per_class;
    std::vector<std::size_t> order(per_class.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>{}, [&](std::size_t c) { return per_class[c].rows; });
    if (order.size() > most_classes_drawn) order.resize(most_classes_drawn);
    std::ranges::sort(order);
    return order;
}

report::Figure models_figure(const lab::GenreStudy& study) {
    report::Dots dots{
        {"model and sampling", {}, {{"random folds", {}, {}}}}, {"accuracy", report::percent_format()}, {}};
    if (has_groups(study)) dots.rows.series.push_back({"folds by group", {}, {}});
    for (const auto& model : study.models) {
        dots.rows.names.push_back(name_of(model));
        dots.rows.series[0].values.push_back(model.accuracy.random.value);
        dots.rows.series[0].intervals.push_back(bounds(model.accuracy.random));
        if (!has_groups(study)) continue;
        dots.rows.series[1].values.push_back(model.accuracy.by_group->value);
        dots.rows.series[1].intervals.push_back(bounds(*model.accuracy.by_group));
    }
    for (const auto& one : study.baselines)
        dots.references.push_back({model_words(one.name), one.accuracy.strictest().value});

    const auto& best = study.best();
    auto sentence = fmt::format("The best model, {}, is right about {}", name_of(best),
                                with_bounds(best.accuracy.strictest(), report::percent_format()));
    if (has_groups(study)) {
        const double more = best.accuracy.random.value - best.accuracy.by_group->value;
        sentence += fmt::format(" by group; where the groups may be known it has {}, {} points {}",
                                percent_text(best.accuracy.random.value),
                                report::to_text(std::abs(more) * 100, report::number_format(1)),
                                more < 0 ? "less" : "more");
    }
    return {"Accuracy of every model", sentence + ".", dots};
}

report::Table models_table(const lab::GenreStudy& study) {
    report::Table table{
        "Every model, overall", {report::text_column("model"), report::text_column("sampling")}, {}};
    table.columns.push_back(report::number_column(has_groups(study) ? "accuracy, random folds" : "accuracy"));
    if (has_groups(study)) table.columns.push_back(report::number_column("accuracy, by group"));
    for (const auto* const figure :
         {"top 2", "log loss", "balanced accuracy", "macro F1", "calibration error"})
        table.columns.push_back(report::number_column(figure));
    for (const auto& model : study.models) {
        if (&model == &study.best()) table.strong.insert(table.rows.size());
        std::vector<std::string> cells{model_words(model.model), model.sampling};
        cells.push_back(percent_text(model.accuracy.random.value));
        if (model.accuracy.by_group) cells.push_back(percent_text(model.accuracy.by_group->value));
        cells.push_back(percent_text(model.top2.strictest().value));
        cells.push_back(report::to_text(model.log_loss.strictest().value, report::number_format(3)));
        cells.push_back(percent_text(model.balanced_accuracy));
        cells.push_back(report::to_text(model.macro_f1, report::number_format(3)));
        cells.push_back(percent_text(model.calibration_error));
        table.row(std::move(cells));
    }
    return table;
}

/// Recall and F1 of each class under each sampling, and all classes together below.
report::Table samplings_table(const lab::GenreStudy& study) {
    const auto models = sampled_models(study);
    report::Table table{fmt::format("{}: samplings side by side", model_words(models[0]->model)),
                        {report::text_column("class"), report::number_column("tracks")},
                        {}};
    for (const auto* const model : models)
        for (const auto* const figure : {"recall", "F1"})
            table.columns.push_back(report::number_column(fmt::format("{}, {}", model->sampling, figure)));
    const auto& classes = study.rows.classes.names;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        std::vector<std::string> cells{classes[c], report::count_text(models[0]->per_class[c].rows)};
        for (const auto* const model : models) {
            const auto& scores = model->per_class[c];
            cells.insert(cells.end(),
                         {percent_text(scores.recall), report::to_text(scores.f1, report::number_format(2))});
        }
        table.row(std::move(cells));
    }
    std::vector<std::string> all{"all: accuracy, macro F1", report::count_text(study.rows.rows.size())};
    for (const auto* const model : models)
        all.insert(all.end(), {percent_text(model->accuracy.strictest().value),
                               report::to_text(model->macro_f1, report::number_format(2))});
    table.strong.insert(table.rows.size());
    table.row(std::move(all));
    return table;
}

report::Figure samplings_figure(const lab::GenreStudy& study) {
    const auto models = sampled_models(study);
    const auto& classes = study.rows.classes.names;
    const auto drawn = largest_classes(study);
    report::Bars bars{{"class", {}, {}}, report::number_format(2)};
    for (const auto c : drawn) bars.rows.names.push_back(classes[c]);
    for (const auto* const model : models) {
        report::RowSeries series{model->sampling, {}, {}};
        for (const auto c : drawn) series.values.push_back(model->per_class[c].f1);
        bars.rows.series.push_back(std::move(series));
    }
    const auto by_f1 = [&](std::size_t a, std::size_t b) {
        return models[0]->per_class[a].f1 < models[0]->per_class[b].f1;
    };
    const auto [worst, best] = std::ranges::minmax_element(drawn, by_f1);
    const auto* const fairest = *std::ranges::max_element(models, {}, &lab::JudgedModel::macro_f1);
    return {"How well each class is told",
            fmt::format("{} is told best (F1 {:.2f}), {} worst ({:.2f}). Over all classes alike, {} rows "
                        "give the best F1 "
                        "({:.2f}).",
                        classes[*best], models[0]->per_class[*best].f1, classes[*worst],
                        models[0]->per_class[*worst].f1, fairest->sampling, fairest->macro_f1),
            bars};
}

std::string confusion_words(const lab::GenreStudy& study, const lab::JudgedModel& model) {
    const auto& classes = study.rows.classes.names;
    const auto n = classes.size();
    std::size_t from = 0;
    std::size_t to = 0;
    double most = -1;
    for (std::size_t truth = 0; truth < n; ++truth) {
        for (std::size_t said = 0; said < n; ++said) {
            const double part = share(model.confusion[truth * n + said], model.per_class[truth].rows);
            if (truth == said || !(part > most)) continue;
            most = part;
            from = truth;
            to = said;
        }
    }
    return fmt::format("The commonest error: {} of {} is taken for {}; the other way about it is {}.",
                       percent_text(most), classes[from], classes[to],
                       percent_text(share(model.confusion[to * n + from], model.per_class[to].rows)));
}

report::Figure confusion_figure(const lab::GenreStudy& study, const lab::JudgedModel& model) {
    const auto& classes = study.rows.classes.names;
    const auto drawn = largest_classes(study);
    report::Heatmap map{
        "true class", "class said", {}, {}, {}, report::Heatmap::Range::from_zero, report::percent_format()};
    for (const auto truth : drawn) {
        map.rows.push_back(classes[truth]);
        map.columns.push_back(classes[truth]);
        for (const auto said : drawn)
            map.values.push_back(
                share(model.confusion[truth * classes.size() + said], model.per_class[truth].rows));
    }
    return {"Confusions of " + name_of(model), confusion_words(study, model), map};
}

report::Figure second_chances_figure(const lab::GenreStudy& study) {
    const auto& classes = study.rows.classes.names;
    report::Bars bars{{"class", {}, {{"first guess", {}}, {"first or second guess", {}}}},
                      report::percent_format()};
    std::size_t helped = 0;
    for (const auto c : largest_classes(study)) {
        const auto& chance = study.findings.second_chances[c];
        bars.rows.names.push_back(classes[c]);
        bars.rows.series[0].values.push_back(chance.first);
        bars.rows.series[1].values.push_back(chance.first + chance.second);
        if (chance.second > study.findings.second_chances[helped].second) helped = c;
    }
    const auto& best = study.best();
    const auto& most = study.findings.second_chances[helped];
    return {
        "Second chances",
        fmt::format("With two guesses {} are right instead of {}. It helps {} most: {} instead of {} (a "
                    "second guess at "
                    "random would add {}).",
                    percent_text(best.top2.strictest().value), percent_text(best.accuracy.strictest().value),
                    classes[helped], percent_text(most.first + most.second), percent_text(most.first),
                    percent_text(most.by_chance)),
        bars};
}

/// The 95 % interval of a share of n. Source: E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", JASA 22, 1927.
report::Interval share_interval(double share, double n) {
    constexpr double z = 1.96;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double margin = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {std::max(0.0, middle - margin), std::min(1.0, middle + margin)};
}

report::Figure calibration_figure(const lab::GenreStudy& study) {
    report::CalibrationCurve curve{name_of(study.best()), {}};
    double confidence = 0;
    double accuracy = 0;
    std::size_t rows = 0;
    for (const auto& bin : study.findings.calibration) {
        if (bin.rows == 0) continue;
        const auto n = static_cast<double>(bin.rows);
        curve.bins.push_back({bin.confidence, bin.accuracy, bin.rows, share_interval(bin.accuracy, n)});
        confidence += n * bin.confidence;
        accuracy += n * bin.accuracy;
        rows += bin.rows;
    }
    confidence /= static_cast<double>(rows);
    accuracy /= static_cast<double>(rows);
    const double gap = (confidence - accuracy) * 100;
    const auto* const verdict = std::abs(gap) < 2 ? "it means what it says"
                                : gap > 0         ? "it is too sure"
                                                  : "it is too modest";
    return {"Whether its confidence can be believed",
            fmt::format("On average it says {} and is right {} of the time: {}.", percent_text(confidence),
                        percent_text(accuracy), verdict),
            report::Calibration{{curve}}};
}

report::Table tracks_table(const lab::GenreStudy& study, const std::string& caption,
                           const std::vector<lab::JudgedTrack>& tracks) {
    report::Table table{caption,
                        {report::text_column("track"), report::text_column("the table says"),
                         report::text_column("the model says"), report::number_column("its probability"),
                         report::number_column("of the table's")},
                        {}};
    const auto& classes = study.rows.classes.names;
    for (const auto& track : tracks)
        table.row({track_words(track.track, track.row), classes[track.truth], classes[track.said],
                   percent_text(track.confidence, 0), percent_text(track.truth_probability, 0)});
    return table;
}

report::Figure classes_figure(const lab::GenreStudy& study) {
    const auto& classes = study.rows.classes.names;
    report::Bars bars{{"class", {}, {{"tracks", {}}}}, report::number_format(0)};
    std::size_t largest = 0;
    std::size_t smallest = 0;
    const auto& per_class = study.best().per_class;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        if (per_class[c].rows > per_class[largest].rows) largest = c;
        if (per_class[c].rows < per_class[smallest].rows) smallest = c;
    }
    for (const auto c : largest_classes(study)) {
        bars.rows.names.push_back(classes[c]);
        bars.rows.series[0].values.push_back(static_cast<double>(per_class[c].rows));
    }
    return {"Tracks of each class",
            fmt::format("{} is the largest of {} classes with {}, {} the smallest with {}.", classes[largest],
                        classes.size(), report::count_of(per_class[largest].rows, "track", "tracks"),
                        classes[smallest], report::count_text(per_class[smallest].rows)),
            bars};
}

void add_tracks(report::Document& document, const lab::GenreStudy& study) {
    const auto& findings = study.findings;
    report::Section sure{"Where it is surest", {}};
    if (!findings.surest_right.empty())
        sure.blocks.emplace_back(tracks_table(study, "Sure and right", findings.surest_right));
    if (!findings.surest_wrong.empty())
        sure.blocks.emplace_back(tracks_table(study, "Sure and wrong", findings.surest_wrong));
    if (!sure.blocks.empty()) document.sections.push_back(std::move(sure));
    report::Section suspects{"Labels worth a second look", {}};
    suspects.blocks.emplace_back(report::Paragraph{fmt::format(
        "{} of {}: the model finds the table's label improbable and another as probable as that other is for "
        "the tracks "
        "that have it. They are where the table may be wrong, or where a track stands between classes.",
        report::count_of(findings.n_suspects, "label is suspect", "labels are suspect"),
        report::count_text(study.rows.rows.size()))});
    if (!findings.suspects.empty())
        suspects.blocks.emplace_back(tracks_table(study, "The most suspect labels", findings.suspects));
    document.sections.push_back(std::move(suspects));
}

void add_headline(report::Document& document, const lab::GenreStudy& study, const StudyOrigin& origin) {
    const auto& best = study.best();
    const auto& accuracy = best.accuracy.strictest();
    const auto* const majority = rule(study, "majority");
    document.key_figures = {{percent_text(accuracy.value), "right " + where_judged(study, origin),
                             majority == nullptr ? ""
                                                 : percent_text(majority->accuracy.strictest().value) +
                                                       " by always saying the most frequent"},
                            {percent_text(best.top2.strictest().value), "right with two guesses", ""},
                            {report::count_text(study.rows.rows.size()), "tracks",
                             report::count_of(study.rows.classes.n_classes(), "class", "classes")}};

    document.summary.push_back(
        fmt::format("The best model, {}, tells the class of {} of the tracks {} (95 % interval {}).",
                    name_of(best), percent_text(accuracy.value), where_judged(study, origin),
                    report::to_text(bounds(accuracy), report::percent_format())));
    if (majority != nullptr)
        document.summary.push_back(
            fmt::format("That is {:.1f} times what always saying the most frequent class gives.",
                        accuracy.value / majority->accuracy.strictest().value));
    document.summary.push_back(confusion_words(study, best));
    if (!study.findings.drivers.empty())
        document.summary.push_back(
            fmt::format("What tells the classes apart most is {}.", study.findings.drivers.front().feature));
}

}  // namespace

report::Document document_of(const lab::GenreStudy& study, const StudyOrigin& origin) {
    report::Document document{
        "How well features tell " + origin.label,
        fmt::format("{}: {} {}, judged by {} models", origin.table,
                    report::count_text(study.rows.rows.size()), "tracks", study.models.size()),
        {},
        {},
        {},
        colophon(origin)};
    add_headline(document, study, origin);
    auto read = data_section(study.rows.rows.size(), study.rows.dropped, study.columns);
    read.blocks.insert(read.blocks.begin() + 1, classes_figure(study));
    document.sections.push_back({"Models side by side", {models_figure(study), models_table(study)}});
    document.sections.push_back({"Class by class", {samplings_figure(study), samplings_table(study)}});

    report::Section confusions{"What is taken for what", {confusion_figure(study, study.best())}};
    for (const auto* const model : sampled_models(study))
        if (model != &study.best()) confusions.blocks.emplace_back(confusion_figure(study, *model));
    document.sections.push_back(std::move(confusions));

    report::Section trust{"How far to trust a single answer", {}};
    if (!study.findings.second_chances.empty()) trust.blocks.emplace_back(second_chances_figure(study));
    if (!study.findings.calibration.empty()) trust.blocks.emplace_back(calibration_figure(study));
    if (!trust.blocks.empty()) document.sections.push_back(std::move(trust));
    add_tracks(document, study);
    if (!study.findings.drivers.empty()) {
        auto drivers = study.findings.drivers;
        for (auto& driver : drivers) driver.permutation *= 100;
        document.sections.push_back(
            {"What tells the classes apart",
             {drivers_figure(drivers, "What each feature is worth", "accuracy falls by",
                             {report::NumberFormat::Kind::number, 1, false, "points"})}});
    }
    document.sections.push_back(std::move(read));
    document.sections.push_back(method_section(origin, has_groups(study)));
    return document;
}

}  // namespace attune::pages
