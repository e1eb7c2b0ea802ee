#include "genres/sound.h"

#include "core/error.h"

#include <cmath>
#include <vector>

namespace attune::genres {
namespace {

float sound_value(library::AudioFeature feature, float value) {
    if (feature == library::AudioFeature::tempo && value == 0) return missing;
    if (feature != library::AudioFeature::duration_ms) return value;
    return value > 0 ? std::log(value) : missing;
}

}  // namespace

Matrix sound_of(const Matrix& features) {
    require(features.empty() || features.n_columns() == library::n_audio_features,
            "tracks must have {} features, got {}", library::n_audio_features, features.n_columns());
    Matrix sound(features.n_rows(), sound_features.size(), missing);
    for (std::size_t row = 0; row < features.n_rows(); ++row) {
        for (std::size_t c = 0; c < sound_features.size(); ++c)
            sound(row, c) =
                sound_value(sound_features[c], features(row, static_cast<std::size_t>(sound_features[c])));
    }
    return sound;
}

Matrix artist_sound(const library::Collection& collection) {
    const auto sound = sound_of(collection.features);
    const auto n_artists = collection.artists.size();
    std::vector<double> sums(n_artists * sound_features.size(), 0.0);
    std::vector<double> counts(sums.size(), 0.0);
    for (std::size_t track = 0; track < collection.tracks.size() && track < sound.n_rows(); ++track) {
        for (std::size_t c = 0; c < sound_features.size(); ++c) {
            if (is_missing(sound(track, c))) continue;
            const auto at = collection.tracks[track].artist * sound_features.size() + c;
            sums[at] += sound(track, c);
            counts[at] += 1;
        }
    }
    Matrix means(n_artists, sound_features.size(), missing);
    for (std::size_t at = 0; at < sums.size(); ++at) {
        if (counts[at] > 0) means.values()[at] = static_cast<float>(sums[at] / counts[at]);
    }
    return means;
}

}  // namespace attune::genres
