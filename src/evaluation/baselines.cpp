#include "evaluation/baselines.h"

#include "core/parallel.h"
#include "core/random.h"
#include "learning/tables/standardizer.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::evaluation {
namespace {

using library::TrackIndex;

constexpr std::size_t n_neighbours = 5;
constexpr std::size_t most_kept = 1000;

bool has_sound(const library::Collection& collection, TrackIndex track) {
    if (collection.features.empty()) return false;
    const auto row = collection.features.row(track);
    const auto duration = static_cast<std::size_t>(library::AudioFeature::duration_ms);
    for (std::size_t f = 0; f < row.size(); ++f) {
        if (f != duration && !is_missing(row[f])) return true;
    }
    return false;
}

std::vector<TrackIndex> most_heard_kept(const library::Collection& collection,
                                        const library::History& known) {
    auto outcomes = taste::track_outcomes(collection, known.plays);
    std::erase_if(outcomes, [&](const auto& outcome) {
        return !outcome.kept() || !has_sound(collection, outcome.track);
    });
    std::ranges::stable_sort(outcomes, std::ranges::greater(), &taste::TrackOutcome::n_heard);
    outcomes.resize(std::min(outcomes.size(), most_kept));
    std::vector<TrackIndex> tracks;
    for (const auto& outcome : outcomes) tracks.push_back(outcome.track);
    return tracks;
}

float mean_distance_to_nearest(std::span<const float> z, const Matrix& others) {
    std::array<float, n_neighbours> nearest;
    nearest.fill(std::numeric_limits<float>::max());
    for (std::size_t i = 0; i < others.n_rows(); ++i) {
        const auto other = others.row(i);
        float sum = 0;
        for (std::size_t c = 0; c < z.size(); ++c) sum += (z[c] - other[c]) * (z[c] - other[c]);
        if (sum >= nearest.back()) continue;
        const auto at = std::ranges::upper_bound(nearest, sum);
        std::move_backward(at, nearest.end() - 1, nearest.end());
        *at = sum;
    }
    const std::size_t n = std::min(n_neighbours, others.n_rows());
    float sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += std::sqrt(nearest[i]);
    return sum / static_cast<float>(n);
}

std::vector<std::size_t> as_rows(std::span<const TrackIndex> tracks) {
    return {tracks.begin(), tracks.end()};
}

}  // namespace

std::vector<float> random_scores(std::size_t n_tracks, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> scores(n_tracks);
    for (float& score : scores) score = static_cast<float>(random.uniform());
    return scores;
}

std::vector<float> popularity_scores(const library::Collection& collection,
                                     std::span<const TrackIndex> tracks) {
    std::vector<float> scores;
    for (const auto track : tracks) scores.push_back(collection.tracks[track].popularity.value_or(-1));
    return scores;
}

std::vector<float> artist_play_scores(const library::Collection& collection, const library::History& known,
                                      std::span<const TrackIndex> tracks) {
    std::vector<float> n_plays(collection.artists.size(), 0);
    for (const auto& play : known.plays) n_plays[collection.tracks[play.track].artist] += 1;
    std::vector<float> scores;
    for (const auto track : tracks) scores.push_back(n_plays[collection.tracks[track].artist]);
    return scores;
}

std::vector<float> audio_neighbour_scores(const library::Collection& collection,
                                          const library::History& known, std::span<const TrackIndex> tracks,
                                          std::size_t threads) {
    std::vector<float> scores(tracks.size(), 0);
    const auto kept = most_heard_kept(collection, known);
    if (kept.empty()) return scores;
    const auto standardizer = learning::Standardizer::fit(collection.features);
    const Matrix others = standardizer.transform(collection.features.rows(as_rows(kept)));
    const Matrix rows = standardizer.transform(collection.features.rows(as_rows(tracks)));
    parallel_for(tracks.size(), threads,
                 [&](std::size_t i) { scores[i] = -mean_distance_to_nearest(rows.row(i), others); });
    double sum = 0;
    double n = 0;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (!has_sound(collection, tracks[i])) continue;
        sum += scores[i];
        n += 1;
    }
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (!has_sound(collection, tracks[i])) scores[i] = n > 0 ? static_cast<float>(sum / n) : 0;
    }
    return scores;
}

}  // namespace attune::evaluation
