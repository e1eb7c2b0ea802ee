#include "taste/model.h"

#include "core/error.h"
#include "learning/judging/metrics.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <string_view>

namespace attune::taste {

using library::TrackIndex;

namespace {

constexpr std::string_view label_stage = "labels";
// With n examples of the rarer class an AUC counts as n of n + this many.
constexpr double auc_prior = 12;
constexpr std::size_t least_to_calibrate = 20;
// Rows of the replay say what a person keeps, labels what they like: a label counts this many of them,
constexpr double label_row_weight = 4;
// and with this many labels the replay counts half.
constexpr double labels_until_half = 20;
constexpr double most_replay_weight = 300;
// The label model wants to have seen both answers, and more than a handful in all.
constexpr std::size_t least_labels = 6;

/// The quantile function of the standard normal distribution, by bisection of erfc: exact to 1e-9.
double normal_quantile(double p) {
    double low = -8;
    double high = 8;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (0.5 * std::erfc(-middle / std::numbers::sqrt2) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

double weight_of(double auc, std::size_t n_rarer) {
    const double n = static_cast<double>(n_rarer);
    const double shrunken = 0.5 + (auc - 0.5) * n / (n + auc_prior);
    return shrunken <= 0.5 ? 0 : std::numbers::sqrt2 * normal_quantile(std::min(shrunken, 0.999));
}

}  // namespace

void TasteModel::Judged::add(double margin, bool likes, double weight) {
    margins.push_back(static_cast<float>(margin));
    liked.push_back(likes ? 1.0F : 0.0F);
    weights.push_back(static_cast<float>(weight));
}

void TasteModel::add_stage(const StageTable& table, const TasteOptions& options, const Task& task) {
    const auto& rows = table.rows;
    StageSummary& summary =
        summaries_.emplace_back(StageSummary{rows.name, rows.tracks.size(), rows.n_positive()});
    if (!table.is_enough()) return;
    task.report("learning your taste: " + rows.name, 0, 0);
    Stage stage;
    stage.name = rows.name;
    stage.columns = table.columns;
    StageOptions stage_options;
    stage_options.objective = rows.objective;
    stage_options.folds = table.folds;
    stage_options.search_trials = options.search_trials;
    stage_options.seed = options.seed;
    stage_options.threads = options.threads;
    stage.model = StageModel::fit({table.X, rows.y, rows.weights}, table.artists, stage_options, task);

    const auto& said = stage.model.out_of_fold();
    stage.scale = moments_of(said);
    for (std::size_t i = 0; i < said.size(); ++i)
        stage.out_of_fold[rows.tracks[i]] = static_cast<float>(stage.scale.standardised(said[i]));
    summary.auc = learning::auc(said, rows.is_positive).value_or(0.5);
    stage.weight = summary.weight = weight_of(summary.auc, rows.n_rarer());
    stages_.push_back(std::move(stage));
}

void TasteModel::replay(const HistoryTables& tables, const TasteOptions& options, const Task& task) {
    if (tables.past_stages.empty()) return;
    TasteOptions past_options = options;
    past_options.search_trials = 0;
    TasteModel past_model;
    past_model.n_columns_ = tables.n_past_columns;
    for (const auto& stage : tables.past_stages) past_model.add_stage(stage, past_options, task);
    const auto margins = past_model.margins(tables.asked);
    for (std::size_t i = 0; i < margins.size(); ++i) replayed_.add(margins[i], tables.kept[i] > 0.5F, 1);
}

/// Learns from labels, and gives the margins of the labelled tracks as if nothing had been said of their
/// artists.
std::vector<float> TasteModel::fit_labels(const StageRows& rows, const library::Collection& collection,
                                          const TasteTable& table, const TasteOptions& options) {
    if (rows.tracks.empty()) return {};
    StageSummary summary{rows.name, rows.tracks.size(), rows.n_positive()};
    const Matrix X = table.rows(rows.tracks, true, options.threads);
    auto margins = unseen_history_margins(rows.tracks, X);
    if (rows.tracks.size() >= least_labels && rows.n_rarer() > 0) {
        labels_ = LabelModel::fit(LabelView(table.columns(), collection.features),
                                  {X, rows.y, margins, rows.artists(collection)});
        margins = labels_->left_out();
        summary.auc = learning::auc(margins, rows.is_positive).value_or(0.5);
        summary.weight = moments_of(labels_->margins(X)).deviation;
    }
    summaries_.push_back(summary);
    return margins;
}

TasteModel TasteModel::fit(const library::Collection& collection, const library::History& known,
                           Timestamp moment, const TasteTable& table, const TasteOptions& options,
                           const Task& task, const TasteModel* previous) {
    static_cast<void>(moment);  // all of `known` and of `table` is before it
    TasteModel model;
    model.n_columns_ = table.columns().size();
    const auto tables = make_history_tables(collection, known, table, options);
    model.history_key_ = hash_of(tables, options);
    if (previous != nullptr && previous->history_key_ == model.history_key_) {
        model.stages_ = previous->stages_;
        model.summaries_ = previous->summaries_;
        model.replayed_ = previous->replayed_;
        std::erase_if(model.summaries_, [](const auto& summary) { return summary.name == label_stage; });
    } else {
        for (const auto& stage : tables.stages) model.add_stage(stage, options, task);
        model.replay(tables, options, task);
    }
    const auto rows = options.use_labels ? label_rows(known) : StageRows{};
    model.calibrate(rows, model.fit_labels(rows, collection, table, options));
    return model;
}

void TasteModel::calibrate(const StageRows& rows, std::span<const float> margins) {
    Judged all;
    const double n_replayed = static_cast<double>(replayed_.margins.size());
    const double replay_weight = std::min(1.0, most_replay_weight / std::max(1.0, n_replayed)) *
                                 labels_until_half /
                                 (labels_until_half + static_cast<double>(margins.size()));
    for (std::size_t i = 0; i < replayed_.margins.size(); ++i)
        all.add(history_weight() * replayed_.margins[i], replayed_.liked[i] > 0.5F, replay_weight);
    for (std::size_t i = 0; i < margins.size(); ++i)
        all.add(margins[i], rows.is_positive[i] > 0.5F, label_row_weight);
    judged_ = std::move(all);
    if (judged_.margins.size() < least_to_calibrate) return;
    calibration_ = learning::PlattScaling::fit(judged_.margins, judged_.liked, judged_.weights);
    const double weight = std::accumulate(judged_.weights.begin(), judged_.weights.end(), 0.0);
    calibration_error_ = 2 / std::sqrt(std::max(4.0, weight));
}

}  // namespace attune::taste
