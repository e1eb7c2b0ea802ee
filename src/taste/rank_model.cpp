#include "taste/rank_model.h"

#include "learning/judging/metrics.h"
#include "taste/evidence.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string_view>

namespace attune::taste {
namespace {

constexpr std::size_t least_plays = 200;
constexpr std::size_t least_kept = 20;

// At each of these shares of the plays the past is replayed, up to the present: the question that is asked now.
constexpr double first_replay = 0.10;
constexpr double replay_step = 0.05;
constexpr std::size_t n_replays = 16;

// Columns for which missing says something: what no catalogue knows is known to few. They stand twice, once with
// missing in the middle and once with missing as the lowest.
constexpr std::array<std::string_view, 4> telling_columns{"popularity", "artist_top_popularity",
                                                          "genre_heard", "nearest_artist"};

/// The evidence columns by rank, then the telling ones by rank with missing as the lowest.
Matrix ranked_inputs(const Matrix& evidence) {
    const auto columns = evidence_columns();
    Matrix inputs(evidence.n_rows(), columns.size() + telling_columns.size());
    std::vector<std::size_t> twins;
    for (const auto name : telling_columns)
        twins.push_back(static_cast<std::size_t>(std::ranges::find(columns, name, &EvidenceColumn::name) -
                                                 columns.begin()));
    constexpr float lowest = std::numeric_limits<float>::lowest();
    for (std::size_t i = 0; i < evidence.n_rows(); ++i) {
        const auto row = inputs.row(i);
        std::ranges::copy(evidence.row(i), row.begin());
        for (std::size_t k = 0; k < twins.size(); ++k) {
            const float value = evidence(i, twins[k]);
            row[columns.size() + k] = is_missing(value) ? lowest : value;
        }
    }
    return rank_columns(inputs);
}

/// Adds to `weights` the covariance of each ranked column with the outcome, over the variance of the outcome.
/// False if there is too little to see.
bool add_covariances(const Matrix& ranked, std::span<const float> kept, std::vector<double>& weights) {
    const double n = static_cast<double>(kept.size());
    const double mean = std::accumulate(kept.begin(), kept.end(), 0.0) / n;
    const double variance = mean * (1 - mean);
    if (kept.size() < least_kept || variance <= 0) return false;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        for (std::size_t c = 0; c < weights.size(); ++c)
            weights[c] += ranked(i, c) * (kept[i] - mean) / (n * variance);
    }
    return true;
}

}  // namespace

FirstHeard first_heard_after(const library::Collection& collection, std::span<const library::Play> plays,
                             std::size_t cut, std::size_t until) {
    enum class Met : std::uint8_t { never, afterwards, before };
    std::vector<Met> met(collection.n_songs, Met::never);
    for (const auto& play : plays.first(cut)) met[collection.tracks[play.track].song] = Met::before;
    std::vector<int> n_heard(collection.n_songs, 0);
    FirstHeard first;
    for (const auto& play : plays.subspan(cut, until - cut)) {
        const auto song = collection.tracks[play.track].song;
        if (!play.ms_played || *play.ms_played >= heard_ms) ++n_heard[song];
        if (met[song] != Met::never) continue;
        met[song] = Met::afterwards;
        first.tracks.push_back(play.track);
    }
    for (const auto track : first.tracks)
        first.kept.push_back(n_heard[collection.tracks[track].song] >= 2 ? 1.0F : 0.0F);
    return first;
}

Matrix rank_columns(const Matrix& rows) {
    Matrix ranked(rows.n_rows(), rows.n_columns());
    for (std::size_t c = 0; c < rows.n_columns(); ++c) {
        std::vector<std::size_t> present;
        std::vector<float> values;
        for (std::size_t i = 0; i < rows.n_rows(); ++i) {
            if (is_missing(rows(i, c))) continue;
            present.push_back(i);
            values.push_back(rows(i, c));
        }
        if (present.size() <= 5) continue;
        const auto ranks = learning::ranks(values);
        const double n = static_cast<double>(present.size());
        for (std::size_t i = 0; i < present.size(); ++i)
            ranked(present[i], c) = static_cast<float>((ranks[i] - 0.5) / n - 0.5);
    }
    return ranked;
}

RankModel RankModel::fit(const library::Collection& collection, const library::History& known,
                         Timestamp moment, const Surroundings& space, const RankModelOptions& options,
                         const Task& task) {
    RankModel model;
    model.weights_.assign(evidence_columns().size() + telling_columns.size(), 0);
    if (known.plays.size() < least_plays) return model;
    static_cast<void>(moment);  // all of `known` is before it
    double n_used = 0;
    for (std::size_t r = 0; r < n_replays; ++r) {
        task.report("replaying the past", r, n_replays);
        const double share = first_replay + replay_step * static_cast<double>(r);
        const auto cut = static_cast<std::size_t>(static_cast<double>(known.plays.size()) * share);
        const Timestamp then = known.plays[cut].listened_at;
        const auto past = library::known_before(known, then, false);
        const auto first = first_heard_after(collection, known.plays, past.plays.size(), known.plays.size());
        const Evidence evidence(collection, past, then, space);
        const Matrix ranked = ranked_inputs(evidence.rows(first.tracks, false, options.threads));
        if (add_covariances(ranked, first.kept, model.weights_)) n_used += 1;
    }
    for (double& weight : model.weights_) weight /= std::max(1.0, n_used);
    return model;
}

std::vector<float> RankModel::score(const Matrix& evidence) const {
    const Matrix ranked = ranked_inputs(evidence);
    std::vector<float> scores(ranked.n_rows(), 0);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        double sum = 0;
        for (std::size_t c = 0; c < weights_.size(); ++c) sum += weights_[c] * ranked(i, c);
        scores[i] = static_cast<float>(sum);
    }
    return scores;
}

}  // namespace attune::taste
