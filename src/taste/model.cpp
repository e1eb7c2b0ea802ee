#include "taste/model.h"

#include "core/error.h"
#include "core/hash.h"
#include "learning/judging/metrics.h"
#include "taste/outcomes.h"
#include "taste/rank_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <set>
#include <string_view>

namespace attune::taste {

using library::TrackIndex;

namespace {

constexpr std::string_view label_stage = "labels";
// Statistics of few and large groups. Where a track is left out of one it shows by what is missing: of the
// two rates of a decade the lower is that of the tracks that were kept. Trees find that out, and know nothing
// of other tracks.
constexpr std::array<std::string_view, 4> self_telling_columns{"tag_kept_rate", "era_kept_rate", "era_heard",
                                                               "playlist_kept_rate"};
// With n examples of the rarer class an AUC counts as n of n + this many.
constexpr double auc_prior = 12;
constexpr std::size_t least_to_calibrate = 20;
// Rows of the replay say what a person keeps, labels what they like: a label counts this many of them,
constexpr double label_row_weight = 4;
// and with this many labels the replay counts half.
constexpr double labels_until_half = 20;
constexpr double most_replay_weight = 300;
constexpr double replay_share = 0.75;
constexpr std::size_t least_plays_to_replay = 500;
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

std::vector<std::size_t> columns_for(const StageRows& rows, const TasteTable& table) {
    auto columns = table.columns_without(rows.hidden_groups);
    std::erase_if(columns, [&](std::size_t c) {
        return std::ranges::find(self_telling_columns, table.columns()[c].name) != self_telling_columns.end();
    });
    return columns;
}

/// Folds must hold whole artists; with few artists there are fewer folds.
int folds_for(std::span<const std::uint64_t> artists, int folds) {
    const std::set<std::uint64_t> distinct(artists.begin(), artists.end());
    return std::min(folds, static_cast<int>(distinct.size() / 2));
}

/// A hash of all that stage 1 learns from.
std::uint64_t history_key(const library::Collection& collection, const library::History& known,
                          const TasteTable& table, const TasteOptions& options) {
    const auto values = collection.features.values();
    std::uint64_t key = stable_hash({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    const auto add = [&](std::uint64_t value) { key = combine_hashes(key, value); };
    add(options.seed);
    add(static_cast<std::uint64_t>(options.folds));
    add(static_cast<std::uint64_t>(options.search_trials));
    for (const auto& name : options.chosen_playlists) add(stable_hash(name));
    for (const auto& column : table.columns()) add(stable_hash(column.name));
    for (const auto& track : collection.tracks) {
        add(static_cast<std::uint64_t>(track.release_year.value_or(0)));
        add(static_cast<std::uint64_t>(track.popularity.value_or(-1) * 8 + 8));
        for (const auto tag : track.tags) add(tag);
    }
    for (const auto& artist : collection.artists) {
        for (const auto genre : artist.genres) add(genre);
    }
    for (const auto& play : known.plays) {
        add(static_cast<std::uint64_t>(unix_seconds(play.listened_at)));
        add(combine_hashes(play.track, static_cast<std::uint64_t>(play.ms_played.value_or(-1))));
    }
    for (const auto& playlist : known.playlists) {
        for (const auto& item : playlist.items) add(item.track);
    }
    return key;
}

}  // namespace

void TasteModel::Evidenced::add(double margin, bool likes, double weight) {
    margins.push_back(static_cast<float>(margin));
    liked.push_back(likes ? 1.0F : 0.0F);
    weights.push_back(static_cast<float>(weight));
}

void TasteModel::add_stage(const StageRows& rows, const library::Collection& collection,
                           const TasteTable& table, const TasteOptions& options, const Task& task) {
    StageSummary& summary =
        summaries_.emplace_back(StageSummary{rows.name, rows.tracks.size(), rows.n_positive()});
    const auto artists = rows.artists(collection);
    const int folds = folds_for(artists, options.folds);
    if (!rows.is_enough() || folds < 2) return;
    task.report("learning your taste: " + rows.name, 0, 0);
    Stage stage;
    stage.name = rows.name;
    stage.columns = columns_for(rows, table);
    const Matrix X = table.rows(rows.tracks, true, options.threads).columns(stage.columns);
    StageOptions stage_options;
    stage_options.objective = rows.objective;
    stage_options.folds = folds;
    stage_options.search_trials = options.search_trials;
    stage_options.seed = options.seed;
    stage_options.threads = options.threads;
    stage.model = StageModel::fit({X, rows.y, rows.weights}, artists, stage_options, task);

    const auto& said = stage.model.out_of_fold();
    stage.scale = moments_of(said);
    for (std::size_t i = 0; i < said.size(); ++i)
        stage.out_of_fold[rows.tracks[i]] = static_cast<float>(stage.scale.standardised(said[i]));
    summary.auc = learning::auc(said, rows.is_positive).value_or(0.5);
    stage.weight = summary.weight = weight_of(summary.auc, rows.n_rarer());
    stages_.push_back(std::move(stage));
}

void TasteModel::fit_history(const library::Collection& collection, const library::History& known,
                             const TasteTable& table, const TasteOptions& options, const Task& task) {
    const auto outcomes = track_outcomes(collection, known.plays);
    add_stage(playlist_rows(collection, known, options.chosen_playlists, outcomes), collection, table,
              options, task);
    add_stage(likeability_rows(outcomes), collection, table, options, task);
}

void TasteModel::replay(const library::Collection& collection, const library::History& known,
                        const TasteOptions& options, const Task& task) {
    if (known.plays.size() < least_plays_to_replay) return;
    const auto cut = static_cast<std::size_t>(static_cast<double>(known.plays.size()) * replay_share);
    const Timestamp then = known.plays[cut].listened_at;
    auto past = library::known_before(known, then, false);
    past.labels.clear();
    const Surroundings space = make_surroundings(collection);
    const TasteTable table(collection, past, then, space);
    TasteOptions past_options = options;
    past_options.search_trials = 0;
    TasteModel past_model;
    past_model.n_columns_ = table.columns().size();
    past_model.fit_history(collection, past, table, past_options, task);
    const auto first = first_heard_after(collection, known.plays, cut, known.plays.size());
    const auto margins = past_model.margins(table.rows(first.tracks, false, options.threads));
    for (std::size_t i = 0; i < margins.size(); ++i) replayed_.add(margins[i], first.kept[i] > 0.5F, 1);
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
    model.history_key_ = history_key(collection, known, table, options);
    if (previous != nullptr && previous->history_key_ == model.history_key_) {
        model.stages_ = previous->stages_;
        model.summaries_ = previous->summaries_;
        model.replayed_ = previous->replayed_;
        std::erase_if(model.summaries_, [](const auto& summary) { return summary.name == label_stage; });
    } else {
        model.fit_history(collection, known, table, options, task);
        model.replay(collection, known, options, task);
    }
    const auto rows = options.use_labels ? label_rows(known) : StageRows{};
    model.calibrate(rows, model.fit_labels(rows, collection, table, options));
    return model;
}

void TasteModel::calibrate(const StageRows& rows, std::span<const float> margins) {
    Evidenced all;
    const double n_replayed = static_cast<double>(replayed_.margins.size());
    const double replay_weight = std::min(1.0, most_replay_weight / std::max(1.0, n_replayed)) *
                                 labels_until_half /
                                 (labels_until_half + static_cast<double>(margins.size()));
    for (std::size_t i = 0; i < replayed_.margins.size(); ++i)
        all.add(history_weight() * replayed_.margins[i], replayed_.liked[i] > 0.5F, replay_weight);
    for (std::size_t i = 0; i < margins.size(); ++i)
        all.add(margins[i], rows.is_positive[i] > 0.5F, label_row_weight);
    if (all.margins.size() < least_to_calibrate) return;
    calibration_ = learning::PlattScaling::fit(all.margins, all.liked, all.weights);
    const double weight = std::accumulate(all.weights.begin(), all.weights.end(), 0.0);
    calibration_error_ = 2 / std::sqrt(std::max(4.0, weight));
}

}  // namespace attune::taste
