#include "similarity/sound_map.h"

#include "clustering/kmeans.h"
#include "core/error.h"
#include "core/random.h"
#include "library/audio_features.h"
#include "projection/pca.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>

namespace attune::similarity {
namespace {

using library::AudioFeature;

/// A feature with what more and less of it is in words.
struct WordedFeature {
    AudioFeature feature;
    std::string_view more;
    std::string_view less;
};
constexpr std::array worded_features{WordedFeature{AudioFeature::energy, "energetic", "calm"},
                                     WordedFeature{AudioFeature::valence, "happy", "sad"},
                                     WordedFeature{AudioFeature::danceability, "danceable", "free in rhythm"},
                                     WordedFeature{AudioFeature::acousticness, "acoustic", "electric"},
                                     WordedFeature{AudioFeature::instrumentalness, "instrumental", "sung"},
                                     WordedFeature{AudioFeature::speechiness, "spoken", "without speech"},
                                     WordedFeature{AudioFeature::liveness, "live", "from the studio"},
                                     WordedFeature{AudioFeature::loudness, "loud", "quiet"},
                                     WordedFeature{AudioFeature::tempo, "fast", "slow"}};
constexpr std::size_t n_worded = worded_features.size();
constexpr std::size_t least_known = 5;
/// Standard deviations from the middle from which on a group is called by a feature.
constexpr float least_telling = 0.4F;
constexpr std::size_t words_of_name = 2;
/// Groups are learned from no more tracks than these; the others go to the nearest.
constexpr std::size_t most_learned_from = 20'000;

/// The tracks of which enough is known, and their features in standard deviations.
struct Standardised {
    std::vector<std::size_t> tracks;
    Matrix values;  ///< shape (tracks.size(), n_worded)
};

/// To mean 0 and deviation 1; what is missing becomes 0.
void standardise_column(Matrix& values, std::size_t column) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t row = 0; row < values.n_rows(); ++row) {
        const double x = static_cast<double>(values(row, column));
        if (std::isnan(x)) continue;
        ++n;
        sum += x;
        squares += x * x;
    }
    const double mean = n > 0 ? sum / n : 0;
    const double deviation = n > 0 ? std::sqrt(std::max(0.0, squares / n - mean * mean)) : 0;
    for (std::size_t row = 0; row < values.n_rows(); ++row) {
        auto& x = values(row, column);
        x = is_missing(x) || !(deviation > 0)
                ? 0
                : static_cast<float>((static_cast<double>(x) - mean) / deviation);
    }
}

Standardised standardised(const library::Collection& collection) {
    Standardised known;
    for (std::size_t t = 0; t < collection.tracks.size(); ++t) {
        std::array<float, n_worded> row{};
        for (std::size_t c = 0; c < n_worded; ++c)
            row[c] = collection.features(t, static_cast<std::size_t>(worded_features[c].feature));
        const auto n_known = std::ranges::count_if(row, [](float x) { return !is_missing(x); });
        if (static_cast<std::size_t>(n_known) < least_known) continue;
        known.tracks.push_back(t);
        known.values.add_row(row);
    }
    for (std::size_t c = 0; c < known.values.n_columns(); ++c) standardise_column(known.values, c);
    return known;
}

/// The words of a centre, the most telling first.
std::vector<std::string> words_of(std::span<const float> centre) {
    std::vector<std::pair<float, std::string_view>> order;
    for (std::size_t c = 0; c < n_worded; ++c)
        order.emplace_back(-std::abs(centre[c]),
                           centre[c] > 0 ? worded_features[c].more : worded_features[c].less);
    std::ranges::stable_sort(order, std::less(), &std::pair<float, std::string_view>::first);
    std::vector<std::string> words;
    for (const auto& [weight, word] : order) {
        if (-weight >= least_telling || words.empty()) words.emplace_back(word);
    }
    return words;
}

/// A name that no other has: a word more where two are called alike, then a number.
std::string name_of(const std::vector<std::string>& words, const std::set<std::string>& taken) {
    std::string name;
    for (std::size_t i = 0; i < words.size(); ++i) {
        name += (name.empty() ? "" : ", ") + words[i];
        if (i + 1 >= words_of_name && !taken.contains(name)) return name;
    }
    auto numbered = name;
    for (int number = 2; taken.contains(numbered); ++number) numbered = fmt::format("{} {}", name, number);
    return numbered;
}

/// These rows, or some of them where they are very many.
Matrix some_rows(const Matrix& rows, std::uint64_t seed) {
    if (rows.n_rows() <= most_learned_from) return rows;
    std::vector<std::size_t> chosen(rows.n_rows());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    Random(seed).shuffle(chosen);
    chosen.resize(most_learned_from);
    std::ranges::sort(chosen);
    Matrix some(0, rows.n_columns());
    for (const auto row : chosen) some.add_row(rows.row(row));
    return some;
}

}  // namespace

SoundMap map_of_sound(const library::Collection& collection, std::size_t n_groups, std::uint64_t seed) {
    SoundMap map;
    map.method = "pca";
    map.places = Matrix(collection.tracks.size(), 2, missing);
    map.group_of.assign(collection.tracks.size(), -1);
    const auto known = standardised(collection);
    if (known.tracks.size() < n_groups) return map;
    const auto places = projection::Pca::fit(known.values, 2).transform(known.values);
    clustering::KMeansOptions options;
    options.clusters = static_cast<int>(n_groups);
    options.seed = seed;
    const auto groups = clustering::k_means(some_rows(known.values, seed), options);
    const auto group_of = groups.assign(known.values);
    for (std::size_t i = 0; i < known.tracks.size(); ++i) {
        std::ranges::copy(places.row(i), map.places.row(known.tracks[i]).begin());
        map.group_of[known.tracks[i]] = static_cast<std::int32_t>(group_of[i]);
    }
    std::set<std::string> taken;
    for (std::size_t group = 0; group < n_groups; ++group) {
        map.group_names.push_back(name_of(words_of(groups.centres.row(group)), taken));
        taken.insert(map.group_names.back());
    }
    return map;
}

}  // namespace attune::similarity
