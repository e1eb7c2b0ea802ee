#include "recommend/uptake.h"

#include "recommend/past_cuts.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <span>
#include <vector>

namespace attune::recommend {
namespace {

constexpr std::size_t least_past = 100;
// What people take up on average, and how many songs that counts as.
constexpr double usual_rate = 0.4;
constexpr double usual_songs = 20;

struct Uptake {
    double n_new = 0;
    double n = 0;
};

/// The songs that were first heard from `cut` on and kept.
Uptake uptake_after(const library::Collection& collection, std::span<const library::Play> plays,
                    std::size_t cut) {
    std::vector<bool> known_song(collection.n_songs, false);
    std::vector<bool> known_artist(collection.artists.size(), false);
    for (const auto& play : plays.first(cut)) {
        known_song[collection.tracks[play.track].song] = true;
        known_artist[collection.tracks[play.track].artist] = true;
    }
    Uptake uptake;
    std::vector<bool> counted(collection.n_songs, false);
    for (const auto& outcome : taste::track_outcomes(collection, plays.subspan(cut))) {
        const auto& track = collection.tracks[outcome.track];
        if (!outcome.kept() || known_song[track.song] || counted[track.song]) continue;
        counted[track.song] = true;
        uptake.n += 1;
        if (!known_artist[track.artist]) uptake.n_new += 1;
    }
    return uptake;
}

}  // namespace

double new_artist_rate(const library::Collection& collection, const library::History& known) {
    double n_new = usual_rate * usual_songs;
    double n = usual_songs;
    if (known.plays.size() >= least_past) {
        for (const auto cut : past_cuts(known.plays.size())) {
            const auto uptake = uptake_after(collection, known.plays, cut);
            n_new += uptake.n_new;
            n += uptake.n;
        }
    }
    return std::clamp(n_new / n, 0.2, 0.8);
}

double share_of_new(double rate, double familiarity) noexcept {
    if (familiarity <= 0.5) return rate + (1 - rate) * (1 - 2 * familiarity);
    return rate * (2 - 2 * familiarity);
}

}  // namespace attune::recommend
