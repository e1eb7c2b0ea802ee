#include "playlists/sound_outliers.h"

#include "clustering/isolation_forest.h"
#include "clustering/outliers.h"
#include "similarity/audio_space.h"

#include <algorithm>

namespace attune::playlists {
namespace {

constexpr std::size_t least_tracks = 8;
constexpr double most_deviations = 3;   // one track of 370 of a normal column
constexpr double most_quartiles = 1.5;  // Tukey's
constexpr double least_p = 0.01;
constexpr double most_isolation = 0.6;  // 0.5 is a track like all others

/// The column's mean where a value is missing, which the isolation forest refuses.
Matrix filled(Matrix X) {
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        double sum = 0;
        double n = 0;
        for (std::size_t r = 0; r < X.n_rows(); ++r) {
            if (is_missing(X(r, c))) continue;
            sum += X(r, c);
            ++n;
        }
        const auto mean = static_cast<float>(n > 0 ? sum / n : 0);
        for (std::size_t r = 0; r < X.n_rows(); ++r)
            if (is_missing(X(r, c))) X(r, c) = mean;
    }
    return X;
}

bool has_spread(const Matrix& X) {
    for (std::size_t r = 1; r < X.n_rows(); ++r)
        if (!std::ranges::equal(X.row(r), X.row(0))) return true;
    return false;
}

}  // namespace

std::vector<SoundOutlier> sound_outliers(const library::Collection& collection,
                                         std::span<const library::TrackIndex> tracks, std::uint64_t seed) {
    std::vector<SoundOutlier> found(tracks.size());
    const std::vector<std::size_t> all(tracks.begin(), tracks.end());
    const Matrix sound = similarity::sound_columns(collection.features.rows(all));
    std::vector<std::size_t> known;
    for (std::size_t r = 0; r < sound.n_rows(); ++r) {
        if (std::ranges::any_of(sound.row(r), [](float x) { return !is_missing(x); })) known.push_back(r);
    }
    if (known.size() < least_tracks) return found;
    const Matrix X = filled(sound.rows(known));
    if (!has_spread(X)) return found;
    const auto z = clustering::z_scores(X);
    const auto quartiles = clustering::quartile_scores(X);
    const auto mahalanobis = clustering::mahalanobis_scores(X);
    clustering::IsolationOptions options;
    options.seed = seed;
    const auto isolation = clustering::IsolationForest::fit(X, options).score(X);
    for (std::size_t i = 0; i < known.size(); ++i) {
        auto& entry = found[known[i]];
        entry.scores = {z[i], quartiles[i], mahalanobis[i].squared, isolation[i]};
        entry.is_outlier = {z[i] > most_deviations, quartiles[i] > most_quartiles,
                            mahalanobis[i].p<least_p, isolation[i]> most_isolation};
        entry.n_methods = static_cast<int>(std::ranges::count(entry.is_outlier, true));
    }
    return found;
}

}  // namespace attune::playlists
