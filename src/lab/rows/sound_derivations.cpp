#include "lab/rows/sound_derivations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace attune::lab {
namespace {

using library::AudioFeature;

float off_whole(double x) { return static_cast<float>(std::abs(x - std::round(x))); }

double beats(float tempo, float ms) { return static_cast<double>(tempo) * static_cast<double>(ms) / 60000; }

// Loudness over its usual range, so that a difference to a share of 1 means something.
double loudness_share(float db) { return std::clamp((static_cast<double>(db) + 30) / 30, 0.0, 1.0); }

float minus(double a, double b) { return static_cast<float>(a - b); }

struct Kind {
    const char* name;
    AudioFeature first;
    AudioFeature second;  // the same for one feature alone
    float (*value)(float a, float b);
};

constexpr auto tempo = AudioFeature::tempo;
constexpr auto duration = AudioFeature::duration_ms;
constexpr auto energy = AudioFeature::energy;

const std::array<Kind, 14> kinds{{
    {"tempo off a whole number", tempo, tempo,
     [](float t, float) { return off_whole(static_cast<double>(t)); }},
    {"tempo within an octave", tempo, tempo,
     [](float t, float) {
         return t > 0 ? static_cast<float>(std::log2(t / 60) - std::floor(std::log2(t / 60))) : missing;
     }},
    {"beats", tempo, duration, [](float t, float d) { return static_cast<float>(beats(t, d)); }},
    {"beats after the last whole bar", tempo, duration,
     [](float t, float d) { return static_cast<float>(std::fmod(beats(t, d), 4)); }},
    {"duration off whole disc frames", duration, duration,
     [](float d, float) { return off_whole(static_cast<double>(d) * 0.075); }},
    {"duration after the last whole second", duration, duration,
     [](float d, float) { return std::fmod(d, 1000.0F); }},
    {"key and mode", AudioFeature::key, AudioFeature::mode, [](float k, float m) { return 2 * k + m; }},
    {"key on the circle of fifths", AudioFeature::key, AudioFeature::key,
     [](float k, float) { return std::fmod(7 * k, 12.0F); }},
    {"energy less acousticness", energy, AudioFeature::acousticness, [](float e, float a) { return e - a; }},
    {"energy less loudness", energy, AudioFeature::loudness,
     [](float e, float l) { return minus(static_cast<double>(e), loudness_share(l)); }},
    {"danceability less energy", AudioFeature::danceability, energy, [](float d, float e) { return d - e; }},
    {"valence less energy", AudioFeature::valence, energy, [](float v, float e) { return v - e; }},
    {"danceability less valence", AudioFeature::danceability, AudioFeature::valence,
     [](float d, float v) { return d - v; }},
    {"speechiness less instrumentalness", AudioFeature::speechiness, AudioFeature::instrumentalness,
     [](float s, float i) { return s - i; }},
}};

std::optional<std::size_t> find_column(const std::vector<std::string>& names, const SoundRoles& sounds,
                                       AudioFeature feature) {
    for (std::size_t c = 0; c < names.size(); ++c) {
        const auto role = sounds.find(names[c]);
        if (role != sounds.end() && role->second == feature) return c;
    }
    return std::nullopt;
}

}  // namespace

SoundDerivations::SoundDerivations(const std::vector<std::string>& names, const SoundRoles& sounds) {
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const auto a = find_column(names, sounds, kinds[k].first);
        const auto b = find_column(names, sounds, kinds[k].second);
        if (!a || !b) continue;
        derived_.push_back({k, *a, *b});
        names_.emplace_back(kinds[k].name);
        sources_.push_back(names[*a]);
    }
}

Matrix SoundDerivations::append_to(const Matrix& X) const {
    Matrix both(X.n_rows(), X.n_columns() + derived_.size());
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        std::ranges::copy(X.row(row), both.row(row).begin());
        for (std::size_t d = 0; d < derived_.size(); ++d) {
            const auto [kind, a, b] = derived_[d];
            const float first = X(row, a);
            const float second = X(row, b);
            both(row, X.n_columns() + d) =
                is_missing(first) || is_missing(second) ? missing : kinds[kind].value(first, second);
        }
    }
    return both;
}

}  // namespace attune::lab
