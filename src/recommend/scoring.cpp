#include "recommend/scoring.h"

#include "core/error.h"

#include <algorithm>
#include <numeric>

namespace attune::recommend {
namespace {

using library::TrackIndex;

// How many tracks the full models look at; the rest cannot come near the top of a list of hundreds.
constexpr std::size_t close_look = 4000;
constexpr double labels_until_half = 15;
// A dial turned all the way moves a track by this many standard deviations of what it turns.
constexpr double dial_reach = 2;
constexpr float popularity_when_missing = 35;

void require_dials(const Dials& dials) {
    for (const double dial : {dials.familiarity, dials.popularity, dials.diversity})
        require(dial >= 0 && dial <= 1, "a dial must be in [0, 1], got {}", dial);
}

}  // namespace

Scorer::Scorer(Prospects tracks, std::shared_ptr<const CloseLook> close_look, std::size_t n_labels)
    : prospects_(std::move(tracks)),
      close_look_(std::move(close_look)),
      scale_(ReplayRanker::scale_of(prospects_.replay)),
      replay_(ReplayRanker::score(prospects_.replay, scale_)),
      familiarity_(prospects_.column("artist_heard")),
      popularity_(prospects_.column("popularity")),
      replay_weight_(labels_until_half / (labels_until_half + static_cast<double>(n_labels))),
      replay_scale_(taste::moments_of(replay_)) {
    std::ranges::replace_if(popularity_, is_missing, popularity_when_missing);
    familiarity_scale_ = taste::moments_of(familiarity_);
    popularity_scale_ = taste::moments_of(popularity_);
}

double Scorer::dial_value(float value, const taste::Moments& scale, double dial) const {
    return dial_reach * (2 * dial - 1) * scale.standardised(value);
}

double Scorer::dials_of(std::size_t i, const Dials& dials) const {
    return dial_value(familiarity_[i], familiarity_scale_, dials.familiarity) +
           dial_value(popularity_[i], popularity_scale_, dials.popularity);
}

std::vector<ScoredTrack> Scorer::score(const Dials& dials, std::size_t close, const Task& task) const {
    require_dials(dials);
    const auto& tracks = prospects_.tracks;
    const auto without_taste = [&](std::size_t i) {
        return replay_weight_ * replay_scale_.standardised(replay_[i]) + dials_of(i, dials);
    };
    std::vector<ScoredTrack> scored(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i)
        scored[i] = {tracks[i], without_taste(i) + prospects_.taste[i]};
    std::vector<std::size_t> order(tracks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return scored[a].score > scored[b].score; });
    const auto n_close = std::min(std::max(close_look, close), order.size());
    task.check();

    std::vector<TrackIndex> nearest;
    for (std::size_t i = 0; i < n_close; ++i) nearest.push_back(tracks[order[i]]);
    const auto exact = close_look_->margins(nearest);
    double least = 0;
    for (std::size_t i = 0; i < n_close; ++i) {
        auto& score = scored[order[i]].score;
        score = without_taste(order[i]) + exact[i];
        least = i == 0 ? score : std::min(least, score);
    }
    // The rest keeps its order, behind.
    for (std::size_t r = n_close; r < order.size(); ++r)
        scored[order[r]].score = least - 1e-6 * static_cast<double>(r - n_close + 1);
    return scored;
}

std::vector<std::vector<Contribution>> Scorer::explain(std::span<const TrackIndex> tracks,
                                                       const Dials& dials) const {
    require_dials(dials);
    const auto explained = close_look_->explain(tracks);
    const auto& columns = close_look_->columns();
    const double weight = replay_weight_ / replay_scale_.deviation;
    std::vector<std::vector<Contribution>> all;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto found = std::ranges::lower_bound(prospects_.tracks, tracks[i]);
        require(found != prospects_.tracks.end() && *found == tracks[i],
                "only tracks that were scored can be explained");
        const auto& [evidence, taste, replay] = explained[i];
        const auto of_replay = ReplayRanker::contributions(evidence, replay, scale_);
        std::vector<Contribution> parts;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            double value = taste[c];
            if (c < evidence.size()) value += weight * of_replay[c];
            if (value != 0) parts.push_back({columns[c].name, columns[c].group, columns[c].text, value});
        }
        const double constant = taste[columns.size()] + weight * (of_replay.back() - replay_scale_.mean);
        parts.push_back({"start", "start", "where every track starts", constant});
        const auto at = static_cast<std::size_t>(found - prospects_.tracks.begin());
        if (dials.familiarity != 0.5)
            parts.push_back({"familiarity", "dials", "your dial for familiar and new",
                             dial_value(familiarity_[at], familiarity_scale_, dials.familiarity)});
        if (dials.popularity != 0.5)
            parts.push_back({"popularity_dial", "dials", "your dial for popularity",
                             dial_value(popularity_[at], popularity_scale_, dials.popularity)});
        all.push_back(std::move(parts));
    }
    return all;
}

}  // namespace attune::recommend
