#include "taste/model.h"

#include "core/error.h"
#include "core/hash.h"
#include "learning/metrics.h"
#include "taste/outcomes.h"
#include "taste/rank_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <set>

namespace attune::taste {

using library::TrackIndex;

constexpr std::size_t least_rows = 20;
constexpr std::size_t least_of_a_class = 5;

/// The rows of one stage: tracks with an outcome.
struct StageRows {
    std::string name;
    learning::Objective objective = learning::Objective::logistic;
    std::vector<TrackIndex> tracks;
    std::vector<float> y;
    std::vector<float> weights;
    std::vector<float> is_positive;  ///< what its AUC is judged on
    std::vector<std::string_view> hidden_groups;

    void add(TrackIndex track, double value, double weight, bool positive) {
        tracks.push_back(track);
        y.push_back(static_cast<float>(value));
        weights.push_back(static_cast<float>(weight));
        is_positive.push_back(positive ? 1.0F : 0.0F);
    }

    std::size_t n_positive() const {
        return static_cast<std::size_t>(std::ranges::count(is_positive, 1.0F));
    }

    bool is_enough() const {
        const std::size_t rarer = std::min(n_positive(), tracks.size() - n_positive());
        return tracks.size() >= least_rows && rarer >= least_of_a_class;
    }
};

namespace {


constexpr int format_version = 2;
// With n examples of the rarer class an AUC counts as n of n + this many.
constexpr double auc_prior = 12;
constexpr double label_weight = 2;
constexpr std::string_view label_stage = "labels";
constexpr double label_row_weight = 4;
// Plays say what a person keeps, labels what they like: with this many labels the former counts half.
constexpr double labels_until_half = 20;
constexpr double most_replay_weight = 300;
constexpr double replay_share = 0.75;
constexpr std::size_t least_plays_to_replay = 500;

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

/// Playlist membership over the chosen playlists, for all tracks that were heard or stand in one. What the
/// playlists themselves say is hidden from the model: it is the answer.
StageRows playlist_rows(const library::Collection& collection, const library::History& known,
                        const TasteOptions& options, std::span<const TrackOutcome> outcomes) {
    StageRows rows{"playlist", learning::Objective::logistic, {}, {}, {}, {}, {"playlists", "labels"}};
    std::vector<library::CollectionPlaylist> chosen;
    for (const auto& playlist : known.playlists) {
        const auto& names = options.chosen_playlists;
        if (names.empty() || std::ranges::find(names, playlist.name) != names.end()) chosen.push_back(playlist);
    }
    const auto member = playlist_membership(collection.tracks.size(), chosen);
    if (std::ranges::find(member, true) == member.end()) return rows;
    std::set<TrackIndex> tracks;
    for (const auto& outcome : outcomes) tracks.insert(outcome.track);
    for (TrackIndex t = 0; t < member.size(); ++t) {
        if (member[t]) tracks.insert(t);
    }
    for (const auto t : tracks) rows.add(t, member[t] ? 1 : 0, 1, member[t]);
    return rows;
}

StageRows likeability_rows(std::span<const TrackOutcome> outcomes) {
    StageRows rows{"likeability", learning::Objective::squared_error, {}, {}, {}, {}, {"labels"}};
    double completions = 0;
    double chances = 0;
    for (const auto& outcome : outcomes) {
        completions += outcome.completions - outcome.n_early_skips;
        chances += outcome.n_chances;
    }
    const double mean = chances > 0 ? std::max(0.0, completions / chances) : 0.5;
    std::vector<double> values;
    for (const auto& outcome : outcomes) {
        // Coming back to a track says more than hearing one out: half of the target is how often it was heard.
        const double returns = 1 - std::exp(-outcome.n_heard / 3.0);
        values.push_back((engagement(outcome, mean) + returns) / 2);
    }
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    const double median = sorted.empty() ? 0 : sorted[sorted.size() / 2];
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const double chances_of = outcomes[i].n_chances;
        if (chances_of == 0) continue;
        rows.add(outcomes[i].track, values[i], std::min(3.0, 0.5 + 0.5 * chances_of), values[i] > median);
    }
    return rows;
}

StageRows label_rows(const library::History& known) {
    StageRows rows{std::string(label_stage), learning::Objective::logistic, {}, {}, {}, {}, {}};
    for (const auto& label : known.labels) {
        if (label.value == library::LabelValue::skip) continue;
        const bool likes = label.value == library::LabelValue::like;
        rows.add(label.track, likes ? 1 : 0, 1, likes);
    }
    return rows;
}

std::vector<std::uint64_t> artists_of(const library::Collection& collection, std::span<const TrackIndex> tracks) {
    std::vector<std::uint64_t> artists;
    for (const auto t : tracks) artists.push_back(collection.tracks[t].artist);
    return artists;
}

/// Folds must hold whole artists; with few artists there are fewer folds.
int folds_for(std::span<const std::uint64_t> artists, int folds) {
    const std::set<std::uint64_t> distinct(artists.begin(), artists.end());
    return std::min(folds, static_cast<int>(distinct.size() / 2));
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

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

bool TasteModel::knows_something() const noexcept {
    return std::ranges::any_of(stages_, [](const Stage& stage) { return stage.weight > 0; });
}

void TasteModel::Evidenced::add(double margin, bool likes, double weight) {
    margins.push_back(static_cast<float>(margin));
    liked.push_back(likes ? 1.0F : 0.0F);
    weights.push_back(static_cast<float>(weight));
}

void TasteModel::add_stage(const StageRows& rows, const library::Collection& collection, const TasteTable& table,
                           const TasteOptions& options, const Task& task) {
    StageSummary summary{rows.name, rows.tracks.size(), rows.n_positive(), 0.5, 0};
    const auto artists = artists_of(collection, rows.tracks);
    const int folds = folds_for(artists, options.folds);
    if (!rows.is_enough() || folds < 2) {
        summaries_.push_back(summary);
        return;
    }
    task.report("learning your taste: " + rows.name, 0, 0);
    const bool by_hand = rows.name == label_stage;
    Stage stage;
    stage.name = rows.name;
    stage.columns = table.columns_without(rows.hidden_groups);
    const Matrix X = table.rows(rows.tracks, true, options.threads).columns(stage.columns);
    StageOptions stage_options;
    stage_options.objective = rows.objective;
    stage_options.folds = folds;
    stage_options.search_trials = by_hand ? 0 : options.search_trials;
    stage_options.selected_columns = by_hand ? 40 : 0;
    stage_options.seed = options.seed;
    stage_options.threads = options.threads;
    stage.model = StageModel::fit({X, rows.y, rows.weights}, artists, stage_options, task);

    const auto& said = stage.model.out_of_fold();
    const double n = static_cast<double>(said.size());
    stage.mean = std::accumulate(said.begin(), said.end(), 0.0) / n;
    double squares = 0;
    for (const float margin : said) squares += (margin - stage.mean) * (margin - stage.mean);
    stage.deviation = std::max(1e-6, std::sqrt(squares / n));
    for (std::size_t i = 0; i < said.size(); ++i)
        stage.out_of_fold[rows.tracks[i]] = static_cast<float>(stage.standardised(said[i]));
    summary.auc = learning::auc(said, rows.is_positive).value_or(0.5);
    const std::size_t rarer = std::min(summary.n_positive, summary.n_rows - summary.n_positive);
    stage.weight = weight_of(summary.auc, rarer) * (by_hand ? label_weight : 1);
    summary.weight = stage.weight;
    summaries_.push_back(summary);
    stages_.push_back(std::move(stage));
}

void TasteModel::fit_history(const library::Collection& collection, const library::History& known,
                             const TasteTable& table, const TasteOptions& options, const Task& task) {
    const auto outcomes = track_outcomes(collection, known.plays);
    add_stage(playlist_rows(collection, known, options, outcomes), collection, table, options, task);
    add_stage(likeability_rows(outcomes), collection, table, options, task);
}

void TasteModel::fit_labels(const library::Collection& collection, const library::History& known,
                            const TasteTable& table, const TasteOptions& options, const Task& task) {
    if (options.use_labels) add_stage(label_rows(known), collection, table, options, task);
}

void TasteModel::replay(const library::Collection& collection, const library::History& known,
                        const TasteOptions& options, const Task& task) {
    if (known.plays.size() < least_plays_to_replay) return;
    const auto cut = static_cast<std::size_t>(static_cast<double>(known.plays.size()) * replay_share);
    const Timestamp then = known.plays[cut].listened_at;
    auto past = library::known_before(known, then, false);
    past.labels.clear();
    const ArtistSpace space = make_artist_space(collection);
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

TasteModel TasteModel::fit(const library::Collection& collection, const library::History& known, Timestamp moment,
                           const TasteTable& table, const TasteOptions& options, const Task& task,
                           const TasteModel* previous) {
    static_cast<void>(moment);  // all of `known` and of `table` is before it
    TasteModel model;
    model.n_columns_ = table.columns().size();
    model.history_key_ = history_key(collection, known, table, options);
    if (previous != nullptr && previous->history_key_ == model.history_key_) {
        model.stages_ = previous->stages_;
        model.summaries_ = previous->summaries_;
        model.replayed_ = previous->replayed_;
        std::erase_if(model.stages_, [](const Stage& stage) { return stage.name == label_stage; });
        std::erase_if(model.summaries_, [](const auto& summary) { return summary.name == label_stage; });
    } else {
        model.fit_history(collection, known, table, options, task);
        model.replay(collection, known, options, task);
    }
    model.fit_labels(collection, known, table, options, task);
    model.calibrate(known, table, options);
    return model;
}

void TasteModel::calibrate(const library::History& known, const TasteTable& table, const TasteOptions& options) {
    Evidenced all;
    const double n_labels = options.use_labels ? static_cast<double>(known.labels.size()) : 0;
    const double n_replayed = static_cast<double>(replayed_.margins.size());
    const double replay_weight = std::min(1.0, most_replay_weight / std::max(1.0, n_replayed)) *
                                 labels_until_half / (labels_until_half + n_labels);
    for (std::size_t i = 0; i < replayed_.margins.size(); ++i)
        all.add(replayed_.margins[i], replayed_.liked[i] > 0.5F, replay_weight);
    std::vector<TrackIndex> tracks;
    std::vector<bool> likes;
    for (const auto& label : known.labels) {
        if (label.value == library::LabelValue::skip || !options.use_labels) continue;
        tracks.push_back(label.track);
        likes.push_back(label.value == library::LabelValue::like);
    }
    if (!tracks.empty()) {
        const Matrix rows = table.rows(tracks, true, options.threads);
        std::vector<double> margins(tracks.size(), 0);
        for (const auto& stage : stages_) {
            const auto said = stage.model.margins(rows.columns(stage.columns));
            for (std::size_t i = 0; i < tracks.size(); ++i) {
                const auto unseen = stage.out_of_fold.find(tracks[i]);
                margins[i] += stage.weight * (unseen == stage.out_of_fold.end() ? stage.standardised(said[i])
                                                                                : unseen->second);
            }
        }
        for (std::size_t i = 0; i < tracks.size(); ++i) all.add(margins[i], likes[i], label_row_weight);
    }
    if (all.margins.size() < least_rows) return;
    calibration_ = learning::PlattScaling::fit(all.margins, all.liked, all.weights);
    const double weight = std::accumulate(all.weights.begin(), all.weights.end(), 0.0);
    calibration_error_ = 2 / std::sqrt(std::max(4.0, weight));
}

template <class MarginsOf>
std::vector<float> TasteModel::add_stages(const Matrix& rows, MarginsOf margins_of) const {
    std::vector<float> sums(rows.n_rows(), 0);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const auto margins = margins_of(stage.model, rows.columns(stage.columns));
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += static_cast<float>(stage.weight * stage.standardised(margins[i]));
    }
    return sums;
}

std::vector<float> TasteModel::margins(const Matrix& rows) const {
    return add_stages(rows, [](const StageModel& model, const Matrix& X) { return model.margins(X); });
}

std::vector<float> TasteModel::coarse_margins(const Matrix& rows) const {
    return add_stages(rows, [](const StageModel& model, const Matrix& X) { return model.coarse_margins(X); });
}

std::vector<Prediction> TasteModel::predict(const Matrix& rows) const {
    require(rows.n_columns() == n_columns_, "rows must have {} columns, got {}", n_columns_, rows.n_columns());
    std::vector<Prediction> predictions(rows.n_rows());
    std::vector<double> variances(rows.n_rows(), 0);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const Matrix by_fold = stage.model.fold_margins(rows.columns(stage.columns));
        const double k = static_cast<double>(by_fold.n_columns());
        for (std::size_t i = 0; i < rows.n_rows(); ++i) {
            const auto row = by_fold.row(i);
            const double mean = std::accumulate(row.begin(), row.end(), 0.0) / k;
            double squares = 0;
            for (const float margin : row) squares += (margin - mean) * (margin - mean);
            const double scale = stage.weight / stage.deviation;
            predictions[i].margin += scale * (mean - stage.mean);
            // The jackknife over groups of artists: (k - 1) / k times the sum of squares.
            variances[i] += scale * scale * squares * (k - 1) / k;
        }
    }
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        auto& prediction = predictions[i];
        const double slope = calibration_.slope();
        const double logit = slope * prediction.margin + calibration_.offset();
        const double error =
            std::sqrt(slope * slope * variances[i] + calibration_error_ * calibration_error_);
        prediction.probability = sigmoid(logit);
        prediction.low = sigmoid(logit - 1.96 * error);
        prediction.high = sigmoid(logit + 1.96 * error);
    }
    return predictions;
}

Matrix TasteModel::contributions(const Matrix& rows) const {
    Matrix sums(rows.n_rows(), n_columns_ + 1);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const Matrix parts = stage.model.contributions(rows.columns(stage.columns));
        const double scale = stage.weight / stage.deviation;
        for (std::size_t i = 0; i < rows.n_rows(); ++i) {
            for (std::size_t c = 0; c < stage.columns.size(); ++c)
                sums(i, stage.columns[c]) += static_cast<float>(scale * parts(i, c));
            sums(i, n_columns_) +=
                static_cast<float>(scale * (parts(i, stage.columns.size()) - stage.mean));
        }
    }
    return sums;
}

Json TasteModel::summary() const {
    Json stages = Json::array();
    for (const auto& stage : summaries_) {
        stages.push_back({{"stage", stage.name},
                          {"rows", stage.n_rows},
                          {"positive", stage.n_positive},
                          {"auc_by_artist", stage.auc},
                          {"weight", stage.weight}});
    }
    return {{"stages", stages}};
}

std::map<std::string, std::string> TasteModel::save(const std::vector<TasteColumn>& columns) const {
    Json head{{"model", "taste"},
              {"version", format_version},
              {"calibration", calibration_.save()},
              {"calibration_error", calibration_error_},
              {"history_key", history_key_},
              {"replayed", {{"margins", replayed_.margins}, {"liked", replayed_.liked}}},
              {"columns", Json::array()},
              {"stages", Json::array()}};
    for (const auto& column : columns) head["columns"].push_back(column.name);
    std::map<std::string, std::string> blobs;
    for (const auto& stage : stages_) {
        head["stages"].push_back({{"name", stage.name},
                                  {"columns", stage.columns},
                                  {"mean", stage.mean},
                                  {"deviation", stage.deviation},
                                  {"weight", stage.weight},
                                  {"out_of_fold", stage.out_of_fold}});
        for (auto& [name, bytes] : stage.model.save()) blobs[stage.name + "." + name] = std::move(bytes);
    }
    head["summary"] = summary();
    blobs["taste"] = head.dump();
    return blobs;
}

namespace {

Json head_of(const std::map<std::string, std::string>& blobs) {
    const auto found = blobs.find("taste");
    if (found == blobs.end()) fail(ErrorCode::corrupt_data, "the run has no taste model");
    Json head = Json::parse(found->second, nullptr, false);
    if (!head.is_object() || head.value("model", "") != "taste" || !head.contains("version"))
        fail(ErrorCode::corrupt_data, "the taste model of the run cannot be read");
    if (head["version"] != format_version)
        fail(ErrorCode::conflict, "the taste model is of version {}, this program reads {}; train again",
             head["version"].dump(), format_version);
    return head;
}

}  // namespace

std::vector<std::string> TasteModel::genres_of(const std::map<std::string, std::string>& blobs) {
    constexpr std::string_view prefix = "genre:";
    std::vector<std::string> genres;
    const Json head = head_of(blobs);
    for (const auto& column : head.at("columns")) {
        const auto name = column.get<std::string>();
        if (name.starts_with(prefix)) genres.push_back(name.substr(prefix.size()));
    }
    return genres;
}

TasteModel TasteModel::load(const std::map<std::string, std::string>& blobs,
                            const std::vector<TasteColumn>& columns) {
    const Json head = head_of(blobs);
    const auto saved = head.at("columns").get<std::vector<std::string>>();
    for (std::size_t c = 0; c < std::max(saved.size(), columns.size()); ++c) {
        const std::string was = c < saved.size() ? saved[c] : "nothing";
        const std::string is = c < columns.size() ? columns[c].name : "nothing";
        if (was != is)
            fail(ErrorCode::conflict, "the model was trained on another schema: column {} was '{}', is '{}'; "
                                      "train again", c, was, is);
    }
    try {
        TasteModel model;
        model.n_columns_ = columns.size();
        model.calibration_ = learning::PlattScaling::load(head.at("calibration"));
        model.calibration_error_ = head.at("calibration_error");
        model.history_key_ = head.at("history_key");
        model.replayed_.margins = head.at("replayed").at("margins").get<std::vector<float>>();
        model.replayed_.liked = head.at("replayed").at("liked").get<std::vector<float>>();
        model.replayed_.weights.assign(model.replayed_.margins.size(), 1);
        for (const auto& row : head.at("stages")) {
            const std::string name = row.at("name");
            std::map<std::string, std::string> part;
            for (const auto& [key, bytes] : blobs) {
                if (key.starts_with(name + ".")) part[key.substr(name.size() + 1)] = bytes;
            }
            model.stages_.push_back({name, row.at("columns").get<std::vector<std::size_t>>(),
                                     StageModel::load(part), row.at("mean"), row.at("deviation"),
                                     row.at("weight"),
                                     row.at("out_of_fold").get<std::map<TrackIndex, float>>()});
        }
        for (const auto& row : head.at("summary").at("stages")) {
            model.summaries_.push_back({row.at("stage"), row.at("rows"), row.at("positive"),
                                        row.at("auc_by_artist"), row.at("weight")});
        }
        return model;
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "the taste model of the run cannot be read: {}", error.what());
    }
}

}  // namespace attune::taste
