#include "recommend/scoring.h"

#include "core/error.h"

#include <algorithm>
#include <numeric>

namespace attune::recommend {
namespace {

using library::TrackIndex;

// How many tracks of a section the full models look at; the rest cannot come near the top of a list of hundreds.
constexpr std::size_t close_look = 2000;
constexpr double labels_until_half = 15;
// A dial turned all the way moves a track by this many standard deviations of what it turns.
constexpr double dial_reach = 2;
constexpr float popularity_when_missing = 35;

void require_dials(const Dials& dials) {
    for (const double dial : {dials.familiarity, dials.popularity, dials.diversity})
        require(dial >= 0 && dial <= 1, "a dial must be in [0, 1], got {}", dial);
}

}  // namespace

double replay_weight(std::size_t n_labels) noexcept {
    return labels_until_half / (labels_until_half + static_cast<double>(n_labels));
}

std::vector<Contribution> contributions_of(std::span<const taste::TasteColumn> columns,
                                           std::span<const float> evidence, std::span<const float> taste,
                                           std::span<const float> replay, const ReplayScore& replay_score,
                                           double replay_weight) {
    const auto of_replay = replay_score.contributions(evidence, replay);
    std::vector<Contribution> parts;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        double value = taste[c];
        if (c < evidence.size()) value += replay_weight * of_replay[c];
        if (value != 0) parts.push_back({columns[c].name, columns[c].group, columns[c].text, value});
    }
    const double constant = taste[columns.size()] + replay_weight * of_replay.back();
    parts.push_back({"start", "start", "where every track starts", constant});
    return parts;
}

Scorer::Scorer(Prospects tracks, std::shared_ptr<const CloseLook> close_look, std::size_t n_labels)
    : prospects_(std::move(tracks)),
      close_look_(std::move(close_look)),
      replay_score_(prospects_.replay),
      replay_(replay_score_.of(prospects_.replay)),
      familiarity_(prospects_.column("artist_heard")),
      popularity_(prospects_.column("popularity")),
      replay_weight_(recommend::replay_weight(n_labels)) {
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

double Scorer::without_taste(std::size_t i, const Dials& dials) const {
    return replay_weight_ * replay_[i] + dials_of(i, dials);
}

/// Of these rows, which are of one section, the best have the full models asked; the rest keeps its order, behind.
void Scorer::look_closely(std::vector<std::size_t> rows, std::size_t n_close, const Dials& dials,
                          std::vector<ScoredTrack>& scored) const {
    std::ranges::stable_sort(rows,
                             [&](std::size_t a, std::size_t b) { return scored[a].score > scored[b].score; });
    n_close = std::min(n_close, rows.size());
    std::vector<TrackIndex> nearest;
    for (std::size_t r = 0; r < n_close; ++r) nearest.push_back(scored[rows[r]].track);
    const auto exact = close_look_->margins(nearest);
    double least = 0;
    for (std::size_t r = 0; r < n_close; ++r) {
        auto& score = scored[rows[r]].score;
        score = without_taste(rows[r], dials) + exact[r];
        least = r == 0 ? score : std::min(least, score);
    }
    for (std::size_t r = n_close; r < rows.size(); ++r)
        scored[rows[r]].score = least - 1e-6 * static_cast<double>(r - n_close + 1);
}

std::vector<ScoredTrack> Scorer::score(const Dials& dials, std::size_t close, const Task& task) const {
    require_dials(dials);
    const auto& tracks = prospects_.tracks;
    std::vector<ScoredTrack> scored(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i)
        scored[i] = {tracks[i], without_taste(i, dials) + prospects_.taste[i]};
    for (const auto section : both_sections) {
        task.check();
        look_closely(rows_of(prospects_.replay.sections, section), std::max(close_look, close), dials,
                     scored);
    }
    return scored;
}

ScoredSections Scorer::by_section(std::vector<ScoredTrack> scored) const {
    require(scored.size() == prospects_.tracks.size(), "scores are wanted for {} tracks, got {}",
            prospects_.tracks.size(), scored.size());
    ScoredSections sections;
    for (std::size_t i = 0; i < scored.size(); ++i)
        sections[index_of(prospects_.replay.sections[i])].push_back(scored[i]);
    return sections;
}

std::size_t Scorer::place_of(TrackIndex track) const {
    const auto found = std::ranges::lower_bound(prospects_.tracks, track);
    require(found != prospects_.tracks.end() && *found == track,
            "only tracks that were scored can be explained");
    return static_cast<std::size_t>(found - prospects_.tracks.begin());
}

std::vector<SectionedScore> Scorer::plain_scores(std::span<const TrackIndex> tracks) const {
    const auto margins = close_look_->margins(tracks);
    std::vector<SectionedScore> scores;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto at = place_of(tracks[i]);
        scores.push_back({replay_weight_ * replay_[at] + margins[i], prospects_.replay.sections[at]});
    }
    return scores;
}

std::vector<std::vector<Contribution>> Scorer::explain(std::span<const TrackIndex> tracks,
                                                       const Dials& dials) const {
    require_dials(dials);
    const auto explained = close_look_->explain(tracks);
    std::vector<std::vector<Contribution>> all;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto at = place_of(tracks[i]);
        const auto& [evidence, taste, replay] = explained[i];
        auto parts =
            contributions_of(close_look_->columns(), evidence, taste, replay, replay_score_, replay_weight_);
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
