#include "recommend/replay_ranker.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "recommend/candidates.h"
#include "taste/evidence.h"
#include "taste/moments.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::recommend {
namespace {

using library::TrackIndex;

constexpr std::array<double, 4> replay_moments{0.30, 0.45, 0.60, 0.75};
constexpr std::size_t least_history = 500;
constexpr std::size_t least_positives = 30;
// Each moment counts alike, and within it what was kept as much as what was not.
constexpr float weight_of_class = 30;

struct ReachWeight {
    std::string_view column;
    float weight;
    float when_missing;
};

// Found on the histories of three listeners, as a compromise between them; see docs/reference/evaluation.md.
constexpr ReachWeight reach_weights[] = {
    {"artist_heard", 1, 0},     {"artist_plays_90d", 0.4F, 0},        {"artist_heard_30d", 0.3F, 0},
    {"popularity", 0.045F, 35}, {"near_artists_heard", 0.15F, -2.3F}, {"genre_heard", 0.15F, 0},
    {"listeners_fit", 0.3F, 0}, {"listeners_track_fit", 0.3F, 0},
};

float reach_part(const ReachWeight& part, float value) {
    return part.weight * (is_missing(value) ? part.when_missing : value);
}

std::vector<float> reach(const Matrix& evidence) {
    std::vector<float> sums(evidence.n_rows(), 0);
    for (const auto& part : reach_weights) {
        const auto column = taste::evidence_column(part.column);
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += reach_part(part, evidence(i, column));
    }
    return sums;
}

/// What was learnt at one moment of the past.
struct MomentRows {
    Matrix X;
    std::vector<float> y;
    std::vector<float> weights;
};

void add_moment(const library::Collection& collection, const library::History& known,
                const taste::Surroundings& space, std::size_t cut, const ReplayOptions& options,
                Random& random, MomentRows& into) {
    const Timestamp then = known.plays[cut].listened_at;
    const auto past = library::known_before(known, then, false);
    auto pool = candidates(collection, past);
    std::vector<bool> kept_song(collection.n_songs, false);
    for (const auto& outcome : taste::track_outcomes(collection, std::span(known.plays).subspan(cut)))
        if (outcome.kept()) kept_song[collection.tracks[outcome.track].song] = true;
    std::vector<TrackIndex> chosen;
    std::vector<TrackIndex> others;
    for (const auto track : pool)
        (kept_song[collection.tracks[track].song] ? chosen : others).push_back(track);
    const std::size_t n_positive = chosen.size();
    if (n_positive == 0 || others.empty()) return;
    random.shuffle(others);
    others.resize(std::min(others.size(), static_cast<std::size_t>(options.negatives)));
    chosen.insert(chosen.end(), others.begin(), others.end());
    const taste::Evidence evidence(collection, past, then, space);
    const Matrix rows = evidence.rows(chosen, false, options.threads);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        into.X.add_row(rows.row(i));
        into.y.push_back(i < n_positive ? 1.0F : 0.0F);
        into.weights.push_back(weight_of_class /
                               static_cast<float>(i < n_positive ? n_positive : others.size()));
    }
}

learning::BoosterOptions booster_options(const ReplayOptions& options) {
    learning::BoosterOptions booster;
    booster.rounds = 150;
    booster.max_depth = 4;
    booster.learning_rate = 0.05F;
    booster.min_child_weight = 2;
    booster.subsample = 0.5F;
    booster.colsample_bytree = 0.4F;
    booster.lambda = 5;
    booster.seed = static_cast<std::uint32_t>(options.seed & 0x7FFFFFFF);
    return booster;
}

}  // namespace

ReplayRanker ReplayRanker::fit(const library::Collection& collection, const library::History& known,
                               const taste::Surroundings& space, const ReplayOptions& options,
                               const Task& task) {
    ReplayRanker ranker;
    if (known.plays.size() < least_history) return ranker;
    MomentRows examples;
    Random random(options.seed);
    for (std::size_t m = 0; m < replay_moments.size(); ++m) {
        task.report("replaying what you found", m, replay_moments.size());
        const auto cut =
            static_cast<std::size_t>(static_cast<double>(known.plays.size()) * replay_moments[m]);
        add_moment(collection, known, space, cut, options, random, examples);
    }
    if (static_cast<std::size_t>(std::ranges::count(examples.y, 1.0F)) < least_positives) return ranker;
    ranker.replay_ =
        learning::Booster::fit(examples.X, examples.y, examples.weights, booster_options(options), task);
    return ranker;
}

ReplayRanker::Parts ReplayRanker::parts(const Matrix& evidence) const {
    return {reach(evidence), replay_ ? replay_->margins(evidence) : std::vector<float>()};
}

ReplayRanker::Scale ReplayRanker::scale_of(const Parts& parts) {
    return {taste::moments_of(parts.reach), taste::moments_of(parts.replay)};
}

std::vector<float> ReplayRanker::score(const Parts& parts, const Scale& scale) {
    std::vector<float> scores;
    for (const float reach : parts.reach)
        scores.push_back(static_cast<float>(scale.reach.standardised(reach)));
    for (std::size_t i = 0; i < parts.replay.size(); ++i)
        scores[i] += static_cast<float>(scale.replay.standardised(parts.replay[i]));
    return scores;
}

Matrix ReplayRanker::replay_contributions(const Matrix& evidence) const {
    return replay_ ? replay_->contributions(evidence) : Matrix();
}

std::vector<double> ReplayRanker::contributions(std::span<const float> evidence,
                                                std::span<const float> replay, const Scale& scale) {
    const std::size_t n_columns = evidence.size();
    std::vector<double> sums(n_columns + 1, 0);
    for (const auto& part : reach_weights) {
        const auto column = taste::evidence_column(part.column);
        sums[column] += reach_part(part, evidence[column]) / scale.reach.deviation;
    }
    sums[n_columns] -= scale.reach.mean / scale.reach.deviation;
    if (replay.empty()) return sums;
    for (std::size_t c = 0; c <= n_columns; ++c) sums[c] += replay[c] / scale.replay.deviation;
    sums[n_columns] -= scale.replay.mean / scale.replay.deviation;
    return sums;
}

std::map<std::string, std::string> ReplayRanker::save() const {
    std::map<std::string, std::string> blobs;
    if (replay_) blobs["replay"] = replay_->save();
    return blobs;
}

ReplayRanker ReplayRanker::load(const std::map<std::string, std::string>& blobs) {
    ReplayRanker ranker;
    if (const auto found = blobs.find("replay"); found != blobs.end()) {
        ranker.replay_ = learning::Booster::load(found->second);
        if (ranker.replay_->n_columns() != taste::evidence_columns().size())
            fail(ErrorCode::conflict,
                 "the ranker was trained on another schema: {} columns instead of {}; "
                 "train again",
                 ranker.replay_->n_columns(), taste::evidence_columns().size());
    }
    return ranker;
}

}  // namespace attune::recommend
