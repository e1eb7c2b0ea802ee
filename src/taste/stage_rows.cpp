#include "taste/stage_rows.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attune::taste {
namespace {

using library::TrackIndex;

constexpr std::size_t least_rows = 20;
constexpr std::size_t least_of_a_class = 5;

/// The share of a track that is heard on average, early skips against it.
double mean_engagement(std::span<const TrackOutcome> outcomes) {
    double completions = 0;
    double chances = 0;
    for (const auto& outcome : outcomes) {
        completions += outcome.completions - outcome.n_early_skips;
        chances += outcome.n_chances;
    }
    return chances > 0 ? std::max(0.0, completions / chances) : 0.5;
}

}  // namespace

void StageRows::add(TrackIndex track, double value, double weight, bool positive) {
    tracks.push_back(track);
    y.push_back(static_cast<float>(value));
    weights.push_back(static_cast<float>(weight));
    is_positive.push_back(positive ? 1.0F : 0.0F);
}

std::size_t StageRows::n_positive() const noexcept {
    return static_cast<std::size_t>(std::ranges::count(is_positive, 1.0F));
}

std::size_t StageRows::n_rarer() const noexcept {
    return std::min(n_positive(), tracks.size() - n_positive());
}

bool StageRows::is_enough() const noexcept {
    return tracks.size() >= least_rows && n_rarer() >= least_of_a_class;
}

std::vector<std::uint64_t> StageRows::artists(const library::Collection& collection) const {
    std::vector<std::uint64_t> artists;
    for (const auto track : tracks) artists.push_back(collection.tracks[track].artist);
    return artists;
}

StageRows playlist_rows(const library::Collection& collection, const library::History& known,
                        std::span<const std::string> chosen_playlists,
                        std::span<const TrackOutcome> outcomes) {
    StageRows rows;
    rows.name = "playlist";
    rows.hidden_groups = {"playlists", "labels"};
    std::vector<library::CollectionPlaylist> chosen;
    for (const auto& playlist : known.playlists) {
        const bool is_named = std::ranges::find(chosen_playlists, playlist.name) != chosen_playlists.end();
        if (chosen_playlists.empty() || is_named) chosen.push_back(playlist);
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
    StageRows rows;
    rows.name = "likeability";
    rows.objective = learning::Objective::squared_error;
    rows.hidden_groups = {"labels"};
    const double mean = mean_engagement(outcomes);
    std::vector<double> values;
    for (const auto& outcome : outcomes) {
        // Coming back to a track says more than hearing one out: half of the target is how often it was
        // heard.
        const double returns = 1 - std::exp(-outcome.n_heard / 3.0);
        values.push_back((engagement(outcome, mean) + returns) / 2);
    }
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    const double median = sorted.empty() ? 0 : sorted[sorted.size() / 2];
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const double chances = outcomes[i].n_chances;
        if (chances == 0) continue;
        rows.add(outcomes[i].track, values[i], std::min(3.0, 0.5 + 0.5 * chances), values[i] > median);
    }
    return rows;
}

StageRows label_rows(const library::History& known) {
    StageRows rows;
    rows.name = "labels";
    for (const auto& label : known.labels) {
        if (label.value == library::LabelValue::skip) continue;
        const bool likes = label.value == library::LabelValue::like;
        rows.add(label.track, likes ? 1 : 0, 1, likes);
    }
    return rows;
}

}  // namespace attune::taste
