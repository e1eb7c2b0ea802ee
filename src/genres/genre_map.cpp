#include "genres/genre_map.h"

#include "clustering/affinity_propagation.h"
#include "clustering/agglomerative.h"
#include "clustering/kmeans.h"
#include "clustering/neighbours.h"
#include "clustering/spectral.h"
#include "core/error.h"
#include "genres/procrustes.h"
#include "learning/tables/standardizer.h"
#include "projection/tsne.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::genres {
namespace {

// Enough to lie among them, few enough not to lie between two scenes.
constexpr std::size_t near_places = 5;
// Three matrices of all pairs: a thousand tags are seconds, all of them are minutes.
constexpr std::size_t most_compared = 1000;

std::vector<std::size_t> tags_with_company(const TagProfiles& profiles) {
    std::vector<std::size_t> tags;
    for (std::size_t tag = 0; tag < profiles.tags.size(); ++tag) {
        if (profiles.has_company(tag)) tags.push_back(tag);
    }
    return tags;
}

/// Rows of the map that an earlier one has, and where.
struct Known {
    std::vector<std::size_t> rows;
    Matrix places;
};

Known known_places(const TagProfiles& profiles, const std::vector<std::size_t>& tags, const Places& earlier) {
    Known known;
    for (std::size_t row = 0; row < tags.size(); ++row) {
        const auto found = earlier.find(profiles.tags[tags[row]]);
        if (found == earlier.end()) continue;
        known.rows.push_back(row);
        known.places.add_row(found->second);
    }
    return known;
}

/// All rows start where they were; new ones at the mean of the nearest known ones.
Matrix start_from(const Matrix& space, const Known& known, std::size_t threads) {
    Matrix start(space.n_rows(), 2);
    std::vector<bool> is_known(space.n_rows(), false);
    for (std::size_t i = 0; i < known.rows.size(); ++i) {
        is_known[known.rows[i]] = true;
        std::ranges::copy(known.places.row(i), start.row(known.rows[i]).begin());
    }
    std::vector<std::size_t> fresh;
    for (std::size_t row = 0; row < space.n_rows(); ++row) {
        if (!is_known[row]) fresh.push_back(row);
    }
    if (fresh.empty()) return start;
    const auto k = std::min(near_places, known.rows.size());
    const auto near = clustering::nearest_neighbours(space.rows(known.rows), space.rows(fresh), k, threads);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (std::size_t j = 0; j < k; ++j) {
            const double weight = 1 / (1e-3 + near.distances_of(i)[j]);
            sum += weight;
            x += weight * known.places(near.rows_of(i)[j], 0);
            y += weight * known.places(near.rows_of(i)[j], 1);
        }
        start(fresh[i], 0) = static_cast<float>(x / sum);
        // Points in one place would be pushed nowhere.
        start(fresh[i], 1) = static_cast<float>(y / sum + 1e-3 * static_cast<double>(i % 101));
    }
    return start;
}

projection::TsneOptions tsne_options(const GenreMapOptions& options, bool goes_on) {
    projection::TsneOptions tsne;
    tsne.perplexity = options.perplexity;
    tsne.iterations = goes_on ? options.settling : options.iterations;
    tsne.threads = options.threads;
    return tsne;
}

clustering::Assignment affinity_groups(const GenreMap& map, const TagProfiles& profiles, std::size_t n_groups,
                                       int threads, const Task& task) {
    std::vector<std::size_t> rows(map.tags.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             [&](auto row) { return profiles.n_artists[map.tags[row]]; });
    rows.resize(std::min(rows.size(), most_compared));
    std::ranges::sort(rows);
    clustering::AffinityOptions options;
    options.damping = 0.7;
    options.threads = threads;
    const auto compared = map.space.rows(rows);
    const auto found = clustering::affinity_propagation_with(compared, n_groups, options, 12, task);
    if (found.exemplars.empty()) return clustering::Assignment(map.tags.size(), 0);
    const auto near = clustering::nearest_neighbours(compared.rows(found.exemplars), map.space, 1);
    return near.rows;
}

/// Renumbered so that the group of most artists comes first.
std::vector<std::size_t> by_size(const clustering::Assignment& group_of, const GenreMap& map,
                                 const TagProfiles& profiles) {
    const std::size_t n = group_of.empty() ? 0 : *std::ranges::max_element(group_of) + std::size_t{1};
    std::vector<double> sizes(n, 0.0);
    for (std::size_t row = 0; row < group_of.size(); ++row)
        sizes[group_of[row]] += profiles.n_artists[map.tags[row]];
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto group) { return sizes[group]; });
    std::vector<std::size_t> number(n);
    for (std::size_t i = 0; i < n; ++i) number[order[i]] = i;
    std::vector<std::size_t> renumbered;
    for (const auto group : group_of) renumbered.push_back(number[group]);
    return renumbered;
}

}  // namespace

Matrix map_space(const TagProfiles& profiles, const std::vector<std::size_t>& tags, double sound) {
    const auto vectors = profiles.vectors.rows(tags);
    const auto dim = vectors.n_columns();
    const auto n_features = profiles.sound.n_columns();
    Matrix space(tags.size(), dim + n_features);
    Matrix z;
    if (n_features > 0) {
        const auto values = profiles.sound.rows(tags);
        z = learning::Standardizer::fit(values).transform(values);
    }
    const double scale = n_features == 0 ? 0 : sound / std::sqrt(static_cast<double>(n_features));
    for (std::size_t row = 0; row < tags.size(); ++row) {
        std::ranges::copy(vectors.row(row), space.row(row).begin());
        for (std::size_t c = 0; c < n_features; ++c)
            space(row, dim + c) = static_cast<float>(scale * z(row, c));
    }
    return space;
}

GenreMap draw_map(const TagProfiles& profiles, const GenreMapOptions& options, const Places& earlier,
                  const Task& task) {
    check_ranges(options);
    GenreMap map;
    map.tags = tags_with_company(profiles);
    require(map.tags.size() >= 4,
            "a map needs 4 genres that stand beside others at artists, got {}; import genres",
            map.tags.size());
    map.space = map_space(profiles, map.tags, options.sound);
    const auto known = known_places(profiles, map.tags, earlier);
    map.goes_on = 2 * known.rows.size() >= map.tags.size();
    const auto settings = tsne_options(options, map.goes_on);
    if (map.goes_on) {
        const auto start = start_from(map.space, known, static_cast<std::size_t>(options.threads));
        map.coordinates = projection::Tsne::fit_from(map.space, start, settings, task).coordinates();
    } else {
        map.coordinates = projection::Tsne::fit(map.space, settings, task).coordinates();
    }
    fit_move(map.coordinates.rows(known.rows), known.places).apply(map.coordinates);
    return map;
}

std::vector<std::size_t> map_groups(const GenreMap& map, const TagProfiles& profiles, MapView view,
                                    std::size_t n_groups, std::uint64_t seed, int threads, const Task& task) {
    require(n_groups >= 1, "groups must be 1 or more, got {}", n_groups);
    const auto n = std::min(n_groups, map.tags.size());
    clustering::Assignment group_of;
    switch (view) {
        case MapView::hierarchical:
            group_of =
                clustering::cut(clustering::agglomerate(map.space, clustering::Linkage::ward, task), n);
            break;
        case MapView::kmeans: {
            clustering::KMeansOptions options;
            options.clusters = static_cast<int>(n);
            options.seed = seed;
            options.threads = threads;
            group_of = clustering::k_means(map.space, options, task).cluster_of;
            break;
        }
        case MapView::spectral: {
            clustering::SpectralOptions options;
            options.clusters = static_cast<int>(std::min(n, map.tags.size() - 1));
            options.neighbours = std::min(options.neighbours, static_cast<int>(map.tags.size()) - 1);
            options.seed = seed;
            options.threads = threads;
            group_of = clustering::spectral_clusters(map.space, options, task);
            break;
        }
        case MapView::affinity: group_of = affinity_groups(map, profiles, n, threads, task); break;
    }
    return by_size(group_of, map, profiles);
}

}  // namespace attune::genres
