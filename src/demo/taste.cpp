#include "demo/taste.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/random.h"
#include "demo/genres.h"
#include "demo/odds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::demo {
namespace {

using library::AudioFeature;

constexpr std::size_t n_dimensions = 5;
using Point = std::array<double, n_dimensions>;

/// A number that belongs to (seed, thing) alone, so that it does not depend on what was drawn before.
Random random_of(std::uint64_t seed, std::uint64_t thing) { return Random(combine_hashes(seed, thing)); }

void standardise(std::vector<double>& values) {
    double sum = 0;
    for (const auto value : values) sum += value;
    const double mean = sum / static_cast<double>(values.size());
    double squares = 0;
    for (const auto value : values) squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
    for (auto& value : values) value = deviation > 0 ? (value - mean) / deviation : 0;
}

/// How tracks sound, one standardised number a dimension: energy, valence, danceability, acousticness, tempo.
std::vector<Point> sound_space(const World& world) {
    std::vector<Point> points(world.tracks.size());
    constexpr AudioFeature shares[] = {AudioFeature::energy, AudioFeature::valence,
                                       AudioFeature::danceability, AudioFeature::acousticness};
    std::vector<double> column(world.tracks.size());
    for (std::size_t dimension = 0; dimension < n_dimensions; ++dimension) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& features = world.tracks[world.tracks[i].recording].features;
            column[i] = dimension < 4 ? logit(features[shares[dimension]], 0.001)
                                      : double{features[AudioFeature::tempo]};
        }
        standardise(column);
        for (std::size_t i = 0; i < points.size(); ++i) points[i][dimension] = column[i];
    }
    return points;
}

/// Regions that are liked or disliked, each around a track, and one pair of features that count together.
std::vector<double> sound_appeal(const std::vector<Point>& points, Random random) {
    struct Region {
        Point centre;
        double height;
    };
    std::vector<Region> regions;
    for (int i = 0; i < 7; ++i)
        regions.push_back(
            {points[random.below(points.size())], (i < 4 ? 1 : -1) * (0.7 + 0.6 * random.uniform())});
    const auto first = random.below(n_dimensions);
    const auto second = (first + 1 + random.below(n_dimensions - 1)) % n_dimensions;
    const double together = random.uniform() < 0.5 ? -0.15 : 0.15;

    std::vector<double> appeal;
    appeal.reserve(points.size());
    for (const auto& point : points) {
        double sum = together * point[first] * point[second];
        for (const auto& region : regions) {
            double squares = 0;
            for (std::size_t d = 0; d < n_dimensions; ++d)
                squares += (point[d] - region.centre[d]) * (point[d] - region.centre[d]);
            sum += region.height * std::exp(-squares / (2 * 1.3 * 1.3));
        }
        appeal.push_back(sum);
    }
    return appeal;
}

std::vector<double> genre_appeal(const World& world, std::uint64_t seed) {
    std::vector<double> of_genre;
    for (std::size_t i = 0; i < genres().size(); ++i)
        of_genre.push_back(0.8 * random_of(seed, 1000 + genres()[i].family).normal() +
                           0.6 * random_of(seed, i).normal());
    std::vector<double> appeal;
    for (const auto& track : world.tracks) {
        const auto& named = world.artists[track.artist].genres;
        double others = 0;
        for (std::size_t i = 1; i < named.size(); ++i) others += of_genre[named[i]];
        const auto n_others = static_cast<double>(named.size() - 1);
        appeal.push_back(named.size() == 1 ? of_genre[named[0]]
                                           : 0.7 * of_genre[named[0]] + 0.3 * others / n_others);
    }
    return appeal;
}

std::vector<double> sound_in_genre_appeal(const World& world, const std::vector<Point>& points,
                                          std::uint64_t seed) {
    std::vector<double> appeal;
    for (std::size_t i = 0; i < world.tracks.size(); ++i) {
        auto random = random_of(seed, genres()[world.main_genre(i)].family);
        const double energy = random.normal();
        const double valence = random.normal();
        appeal.push_back(energy * points[i][0] + valence * points[i][1]);
    }
    return appeal;
}

void add(std::vector<double>& sum, std::vector<double> part, double weight) {
    standardise(part);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * part[i];
}

}  // namespace

Taste make_taste(const World& world, std::uint64_t seed, const TasteWeights& weights) {
    const auto points = sound_space(world);
    std::vector<double> of_artist;
    Taste taste;
    for (const auto& track : world.tracks) {
        of_artist.push_back(random_of(combine_hashes(seed, 4), track.artist).normal());
        taste.hidden.push_back(random_of(combine_hashes(seed, 5), track.recording).normal());
    }
    taste.visible.resize(world.tracks.size());
    add(taste.visible, sound_appeal(points, random_of(seed, 1)), weights.sound);
    add(taste.visible, genre_appeal(world, combine_hashes(seed, 2)), weights.genre);
    add(taste.visible, sound_in_genre_appeal(world, points, combine_hashes(seed, 3)), weights.sound_in_genre);
    add(taste.visible, std::move(of_artist), weights.artist);
    standardise(taste.visible);
    standardise(taste.hidden);

    const double visible_weight =
        std::sqrt(weights.sound * weights.sound + weights.genre * weights.genre +
                  weights.sound_in_genre * weights.sound_in_genre + weights.artist * weights.artist);
    taste.appeal.resize(world.tracks.size());
    add(taste.appeal, taste.visible, visible_weight);
    add(taste.appeal, taste.hidden, weights.hidden);
    standardise(taste.appeal);
    return taste;
}

Taste listener_taste(const World& world) { return make_taste(world, combine_hashes(world.options.seed, 77)); }

Judge::Judge(const World& world, const JudgeOptions& options) {
    require(options.base_share > 0 && options.base_share < 1, "base_share must be in (0, 1), got {}",
            options.base_share);
    require(std::abs(options.agreement) <= 1, "agreement must be in [-1, 1], got {}", options.agreement);
    const auto habit = listener_taste(world);
    const auto own = make_taste(world, combine_hashes(options.seed, 88));
    const double rest = std::sqrt(1 - options.agreement * options.agreement);
    std::vector<double> score(world.tracks.size());
    for (std::size_t i = 0; i < score.size(); ++i)
        score[i] = options.agreement * habit.visible[i] + rest * own.visible[i];
    standardise(score);
    const double visible = std::sqrt(1 - options.hidden * options.hidden);
    for (std::size_t i = 0; i < score.size(); ++i)
        score[i] = visible * score[i] + options.hidden * own.hidden[i];

    auto ranked = score;
    const auto cut = static_cast<std::size_t>((1 - options.base_share) * static_cast<double>(ranked.size()));
    std::ranges::nth_element(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(cut));
    for (std::size_t i = 0; i < score.size(); ++i) {
        // Remasters get the verdict of the recording.
        const auto recording = world.tracks[i].recording;
        const bool liked = score[recording] >= ranked[cut];
        const bool turned = random_of(combine_hashes(options.seed, 99), recording).uniform() < options.noise;
        truly_likes_.push_back(liked);
        likes_.push_back(liked != turned);
    }
}

}  // namespace attune::demo
