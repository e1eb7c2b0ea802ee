#include "similarity/audio_space.h"

#include "core/error.h"
#include "library/audio_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace attune::similarity {
namespace {

using library::AudioFeature;

constexpr float key_weight = 0.1F;

float identity(float x) { return x; }
float root(float x) { return std::sqrt(std::max(0.0F, x)); }
float decibels(float x) { return std::clamp(x, -40.0F, 0.0F); }
float octaves(float x) { return x > 0 ? std::log2(x) : missing; }

struct Column {
    AudioFeature feature;
    float (*scaled)(float);
};

constexpr std::array<Column, 9> columns{{
    {AudioFeature::danceability, identity},
    {AudioFeature::energy, identity},
    {AudioFeature::acousticness, identity},
    {AudioFeature::instrumentalness, identity},
    {AudioFeature::valence, identity},
    {AudioFeature::speechiness, root},
    {AudioFeature::liveness, root},
    {AudioFeature::loudness, decibels},
    {AudioFeature::tempo, octaves},
}};

void check(const Matrix& features) {
    require(features.n_columns() == library::n_audio_features || features.n_rows() == 0,
            "a row must have the {} audio features, got {} columns", library::n_audio_features,
            features.n_columns());
}

float value_of(const Matrix& features, std::size_t row, AudioFeature feature) {
    return features(row, static_cast<std::size_t>(feature));
}

}  // namespace

Matrix sound_columns(const Matrix& features) {
    check(features);
    Matrix sound(features.n_rows(), columns.size());
    for (std::size_t r = 0; r < features.n_rows(); ++r) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const float value = value_of(features, r, columns[c].feature);
            sound(r, c) = is_missing(value) ? missing : columns[c].scaled(value);
        }
    }
    return sound;
}

Matrix key_columns(const Matrix& features) {
    check(features);
    Matrix keys(features.n_rows(), 3, missing);
    for (std::size_t r = 0; r < features.n_rows(); ++r) {
        const float key = value_of(features, r, AudioFeature::key);
        keys(r, 2) = value_of(features, r, AudioFeature::mode);
        if (is_missing(key) || key < 0) continue;
        // A fifth is seven half steps, so seven times the key counts the fifths from C.
        const double angle = 2 * std::numbers::pi * std::fmod(7.0 * key, 12.0) / 12;
        keys(r, 0) = static_cast<float>(std::cos(angle));
        keys(r, 1) = static_cast<float>(std::sin(angle));
    }
    return keys;
}

Space make_audio_space(const Matrix& features, Measure measure) {
    return joined(make_space(sound_columns(features), measure),
                  make_space(key_columns(features), Measure::euclidean), key_weight);
}

Space make_embedding_space(const Matrix& embeddings) { return make_space(embeddings, Measure::cosine, true); }

}  // namespace attune::similarity
