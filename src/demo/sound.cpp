#include "demo/sound.h"

#include "demo/genres.h"
#include "demo/odds.h"

#include <algorithm>
#include <cmath>

namespace attune::demo {
namespace {

using library::AudioFeature;
using library::AudioFeatures;

/// A share whose middle is `mean`, spread on the logistic scale.
double share(double mean, double deviation) { return logistic(logit(mean, 0.005) + deviation); }

/// Spotify writes three significant digits of what is between 0 and 1.
float three_digits(double value) {
    if (value <= 0) return 0;
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 2);
    return static_cast<float>(std::min(1.0, std::round(value / unit) * unit));
}

float three_decimals(double value) { return static_cast<float>(std::round(value * 1000) / 1000); }

double instrumentalness(bool instrumental, Random& random) {
    if (instrumental) return share(0.85, 0.7 * random.normal());
    // Most tracks with a voice have next to nothing here, half of them exactly nothing.
    return random.uniform() < 0.45 ? 0 : std::pow(10.0, -5.5 + 4 * random.uniform());
}

float time_signature(Random& random) {
    const double drawn = random.uniform();
    if (drawn < 0.90) return 4;
    if (drawn < 0.975) return 3;
    return drawn < 0.993 ? 5 : 1;
}

}  // namespace

ArtistSound draw_artist_sound(Random& random) {
    return {random.normal(), random.normal(), random.normal(), random.normal()};
}

AudioFeatures draw_features(std::size_t genre_index, const ArtistSound& artist, Random& random) {
    const auto& genre = genres()[genre_index];
    const auto& family = genre_families()[genre.family];
    // Half of what sets tracks of a genre apart is their artist.
    const double force = 0.6 * artist.force + 0.7 * random.normal();
    const double brightness = 0.5 * artist.brightness + 0.85 * random.normal();

    AudioFeatures features;
    features[AudioFeature::danceability] = three_digits(
        share(family.danceability + genre.danceability, 0.35 * brightness + 0.4 * random.normal()));
    features[AudioFeature::energy] = three_digits(share(family.energy + genre.energy, 0.75 * force));
    features[AudioFeature::loudness] = three_decimals(
        std::clamp(family.loudness + 8 * genre.energy + 1.9 * force + 1.2 * random.normal(), -46.0, 0.8));
    features[AudioFeature::acousticness] =
        three_digits(share(family.acousticness + genre.acousticness, -1.1 * force + 0.9 * random.normal()));
    features[AudioFeature::valence] = three_digits(
        share(family.valence + genre.valence, 0.75 * brightness + 0.25 * force + 0.3 * random.normal()));
    features[AudioFeature::speechiness] = three_digits(
        std::min(0.95, family.speechiness * 0.8 * std::exp(0.55 * random.normal() + 0.15 * artist.voice)));
    const double instrumental_share =
        share(family.instrumental_share + genre.instrumental_share, -0.8 * artist.voice);
    features[AudioFeature::instrumentalness] =
        three_digits(instrumentalness(random.uniform() < instrumental_share, random));
    features[AudioFeature::liveness] = three_digits(std::min(0.95, 0.125 * std::exp(0.5 * random.normal())));
    features[AudioFeature::tempo] = three_decimals(std::clamp(
        family.tempo + genre.tempo + family.tempo_spread * (0.35 * artist.speed + 0.93 * random.normal()),
        48.0, 218.0));
    features[AudioFeature::key] = static_cast<float>(random.below(12));
    features[AudioFeature::mode] = random.uniform() < family.major_share ? 1 : 0;
    features[AudioFeature::time_signature] = time_signature(random);
    features[AudioFeature::duration_ms] = static_cast<float>(
        std::round(std::clamp(family.duration_s * std::exp(0.24 * random.normal()), 45.0, 1500.0) * 1000));
    return features;
}

AudioFeatures as_live(AudioFeatures features, Random& random) {
    features[AudioFeature::liveness] = three_digits(0.65 + 0.33 * random.uniform());
    features[AudioFeature::tempo] =
        three_decimals(features[AudioFeature::tempo] * (1 + 0.02 * random.normal()));
    features[AudioFeature::duration_ms] =
        std::round(features[AudioFeature::duration_ms] * static_cast<float>(1.05 + 0.3 * random.uniform()));
    return features;
}

AudioFeatures as_acoustic(AudioFeatures features, Random& random) {
    features[AudioFeature::acousticness] = three_digits(0.75 + 0.24 * random.uniform());
    features[AudioFeature::energy] = three_digits(features[AudioFeature::energy] * 0.55);
    features[AudioFeature::loudness] =
        three_decimals(features[AudioFeature::loudness] - 3.5 - random.uniform());
    return features;
}

AudioFeatures as_remix(AudioFeatures features, Random& random) {
    features[AudioFeature::energy] = three_digits(std::max(0.8, 1.0 * features[AudioFeature::energy]));
    features[AudioFeature::danceability] =
        three_digits(std::max(0.7, 1.0 * features[AudioFeature::danceability]));
    features[AudioFeature::tempo] = three_decimals(124 + 3 * random.normal());
    features[AudioFeature::acousticness] = three_digits(0.1 * random.uniform());
    return features;
}

}  // namespace attune::demo
