#include "genres/tag_profiles.h"

#include "core/error.h"

#include <algorithm>

namespace attune::genres {
namespace {

/// Sums of weighted values, and of the weights.
struct Sums {
    std::vector<double> values;
    std::vector<double> weights;

    explicit Sums(std::size_t n) : values(n, 0.0), weights(n, 0.0) {}
    void add(std::size_t at, double value, double weight) {
        values[at] += weight * value;
        weights[at] += weight;
    }
};

Matrix mean_sound(const TaggedArtists& artists, double few_artists) {
    const auto n_tags = artists.tags.size();
    const auto n_features = artists.sound.n_columns();
    Matrix sound(n_tags, n_features, missing);
    for (std::size_t feature = 0; feature < n_features; ++feature) {
        Sums tags(n_tags);
        for (std::size_t artist = 0; artist < std::min(artists.bags.size(), artists.sound.n_rows());
             ++artist) {
            const float value = artists.sound(artist, feature);
            if (is_missing(value)) continue;
            for (const auto& [tag, weight] : artists.bags[artist]) tags.add(tag, value, weight);
        }
        Sums all(1);
        for (std::size_t tag = 0; tag < n_tags; ++tag) {
            if (tags.weights[tag] > 0) all.add(0, tags.values[tag] / tags.weights[tag], 1);
        }
        if (!(all.weights[0] > 0)) continue;
        const double mean = all.values[0] / all.weights[0];
        for (std::size_t tag = 0; tag < n_tags; ++tag) {
            if (!(tags.weights[tag] > 0)) continue;
            sound(tag, feature) = static_cast<float>((tags.values[tag] + few_artists * mean) /
                                                     (tags.weights[tag] + few_artists));
        }
    }
    return sound;
}

}  // namespace

std::optional<std::size_t> TagProfiles::find(std::string_view tag) const {
    const auto found = std::ranges::lower_bound(tags, tag);
    if (found == tags.end() || *found != tag) return std::nullopt;
    return static_cast<std::size_t>(found - tags.begin());
}

bool TagProfiles::has_company(std::size_t tag) const {
    if (vectors.empty()) return false;
    return std::ranges::any_of(vectors.row(tag), [](float x) { return x != 0; });
}

bool TagProfiles::has_sound(std::size_t tag) const {
    if (sound.empty()) return false;
    return std::ranges::any_of(sound.row(tag), [](float x) { return !is_missing(x); });
}

TagProfiles profile_tags(const TaggedArtists& artists, const TagProfileOptions& options, const Task& task) {
    check_ranges(options);
    const auto n_tags = artists.tags.size();
    TagProfiles profiles;
    profiles.tags = artists.tags;
    profiles.n_artists.assign(n_tags, 0.0);
    const auto counts = learning::count_pairs(artists.bags, n_tags);
    task.check();
    for (const auto& bag : artists.bags) {
        for (const auto& [tag, weight] : bag) profiles.n_artists[tag] += weight;
    }
    learning::WordVectorOptions vector_options;
    vector_options.dim = options.dim;
    vector_options.seed = options.seed;
    profiles.vectors = learning::word_vectors(counts, n_tags, vector_options);
    task.check();
    profiles.sound = mean_sound(artists, options.few_artists);
    return profiles;
}

}  // namespace attune::genres
