#include "taste/outcomes.h"

#include <algorithm>

namespace attune::taste {
namespace {

constexpr int longest_believed_ms = 3'600'000;
constexpr double prior_chances = 2;

}  // namespace

std::vector<int> track_durations(const library::Collection& collection,
                                 std::span<const library::Play> plays) {
    std::vector<int> durations(collection.tracks.size(), 0);
    std::vector<int> longest(collection.tracks.size(), 0);
    for (const auto& play : plays) {
        if (play.ms_played && *play.ms_played <= longest_believed_ms)
            longest[play.track] = std::max(longest[play.track], *play.ms_played);
    }
    const auto column = static_cast<std::size_t>(library::AudioFeature::duration_ms);
    for (std::size_t t = 0; t < durations.size(); ++t) {
        const float stated = collection.features.empty() ? missing : collection.features(t, column);
        if (collection.tracks[t].duration_ms.value_or(0) > 0) {
            durations[t] = *collection.tracks[t].duration_ms;
        } else if (!is_missing(stated) && stated > 0) {
            durations[t] = static_cast<int>(stated);
        } else {
            durations[t] = longest[t];
        }
    }
    return durations;
}

double completion(const library::Play& play, int duration_ms) noexcept {
    if (!play.ms_played) return 1;
    const int whole = duration_ms > 0 ? duration_ms : heard_ms;
    return std::clamp(static_cast<double>(*play.ms_played) / whole, 0.0, 1.0);
}

bool is_interruption(const library::Play& play) noexcept {
    using enum library::PlayReason;
    return play.reason_end == app_closed || play.reason_end == remote || play.reason_end == error;
}

bool is_early_skip(const library::Play& play) noexcept {
    return play.ms_played && *play.ms_played < early_skip_ms && !is_interruption(play) &&
           play.reason_end != library::PlayReason::track_done;
}

std::vector<TrackOutcome> track_outcomes(const library::Collection& collection,
                                         std::span<const library::Play> plays) {
    const auto durations = track_durations(collection, plays);
    std::vector<TrackOutcome> by_track(collection.tracks.size());
    for (const auto& play : plays) {
        TrackOutcome& outcome = by_track[play.track];
        if (outcome.n_plays == 0) outcome.first_at = play.listened_at;
        outcome.track = play.track;
        outcome.last_at = play.listened_at;
        ++outcome.n_plays;
        const bool heard = !play.ms_played || *play.ms_played >= heard_ms;
        if (heard) ++outcome.n_heard;
        if (!heard && is_interruption(play)) continue;
        ++outcome.n_chances;
        if (is_early_skip(play)) ++outcome.n_early_skips;
        outcome.completions += completion(play, durations[play.track]);
    }
    std::erase_if(by_track, [](const TrackOutcome& outcome) { return outcome.n_plays == 0; });
    return by_track;
}

double engagement(const TrackOutcome& outcome, double mean) noexcept {
    const double evidence = outcome.completions - outcome.n_early_skips + prior_chances * mean;
    return std::clamp(evidence / (outcome.n_chances + prior_chances), 0.0, 1.0);
}

std::vector<bool> playlist_membership(std::size_t n_tracks,
                                      std::span<const library::CollectionPlaylist> chosen_playlists) {
    std::vector<bool> member(n_tracks, false);
    for (const auto& playlist : chosen_playlists) {
        for (const auto& item : playlist.items) member[item.track] = true;
    }
    return member;
}

}  // namespace attune::taste
