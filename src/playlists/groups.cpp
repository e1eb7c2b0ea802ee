#include "playlists/groups.h"

#include "clustering/kmeans.h"
#include "clustering/quality.h"
#include "core/error.h"
#include "playlists/profile.h"
#include "similarity/audio_space.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace attune::playlists {
namespace {

using library::TrackIndex;

constexpr std::size_t most_parts = 8;
// A silhouette compares all pairs; a sample tells the best k as well.
constexpr std::size_t most_judged = 1500;

bool is_known_row(std::span<const float> row) {
    return std::ranges::any_of(row, [](float x) { return x != 0; });
}

/// The places of tracks: sound and words beside each other, each block scaled to a mean squared length of 1,
/// the mean where a block is unknown.
struct Places {
    std::vector<TrackIndex> tracks;
    Matrix points;
};

void scale_block(Matrix& points, std::size_t first, std::size_t last, const std::vector<bool>& known) {
    double n = 0;
    std::vector<double> mean(last - first, 0);
    for (std::size_t r = 0; r < points.n_rows(); ++r) {
        if (!known[r]) continue;
        ++n;
        for (std::size_t c = first; c < last; ++c) mean[c - first] += points(r, c);
    }
    double squares = 0;
    for (std::size_t r = 0; r < points.n_rows(); ++r) {
        for (std::size_t c = first; c < last; ++c) {
            points(r, c) = known[r] ? static_cast<float>(points(r, c) - mean[c - first] / n) : 0;
            squares += static_cast<double>(points(r, c)) * points(r, c);
        }
    }
    if (!(squares > 0)) return;
    const auto scale = static_cast<float>(1 / std::sqrt(squares / n));
    for (std::size_t r = 0; r < points.n_rows(); ++r)
        for (std::size_t c = first; c < last; ++c) points(r, c) *= scale;
}

Places places_of(const library::Collection& collection, const Matrix& words,
                 std::span<const TrackIndex> tracks) {
    const auto space = similarity::make_audio_space(collection.features);
    Places places;
    std::vector<bool> has_sound;
    std::vector<bool> has_words;
    std::vector<float> row(space.dim() + words.n_columns());
    for (const auto t : tracks) {
        const bool knows_words = !words.empty() && is_known_row(words.row(t));
        if (!space.knows(t) && !knows_words) continue;
        places.tracks.push_back(t);
        has_sound.push_back(space.knows(t));
        has_words.push_back(knows_words);
        std::ranges::copy(space.point(t), row.begin());
        if (!words.empty())
            std::ranges::copy(words.row(t), row.begin() + static_cast<std::ptrdiff_t>(space.dim()));
        places.points.add_row(row);
    }
    if (places.tracks.empty()) return places;
    scale_block(places.points, 0, space.dim(), has_sound);
    scale_block(places.points, space.dim(), row.size(), has_words);
    return places;
}

clustering::KMeans clusters_of(const Matrix& points, std::size_t k, std::uint64_t seed, std::size_t threads,
                               const Task& task) {
    clustering::KMeansOptions options;
    options.clusters = static_cast<int>(k);
    options.seed = seed;
    options.threads = static_cast<int>(threads);
    return clustering::k_means(points, options, task);
}

std::size_t best_k(const Matrix& points, std::uint64_t seed, std::size_t threads, const Task& task) {
    std::vector<std::size_t> rows;
    const std::size_t step = points.n_rows() / most_judged + 1;
    for (std::size_t r = 0; r < points.n_rows(); r += step) rows.push_back(r);
    const Matrix sample = points.rows(rows);
    std::size_t best = 2;
    double best_width = -2;
    for (std::size_t k = 2; k <= std::min(most_parts, sample.n_rows() / 2); ++k) {
        task.report("dividing tracks", k - 2, most_parts - 1);
        const auto found = clusters_of(sample, k, seed, threads, task);
        const double width = clustering::silhouette(sample, found.cluster_of, threads, task).value_or(-2);
        if (width > best_width) {
            best_width = width;
            best = k;
        }
    }
    return best;
}

/// The genre that tells a group from the others, and how it sounds different.
std::string name_of(const library::Collection& collection, std::span<const TrackIndex> tracks,
                    std::span<const TrackIndex> others) {
    const auto profile = profile_of(collection, tracks, others);
    std::string name;
    if (!profile.telling.empty()) {
        name = profile.telling.front().genre;
    } else if (!profile.genres.empty()) {
        name = profile.genres.front().genre;
    }
    for (const auto& difference : profile.differences) {
        if (std::abs(difference.effect) < 0.8 || !quantities[difference.quantity].is_sound) continue;
        const auto& quantity = quantities[difference.quantity];
        name +=
            (name.empty() ? "" : ", ") + std::string(difference.effect > 0 ? quantity.more : quantity.less);
        break;
    }
    return name.empty() ? "other" : name;
}

}  // namespace

std::vector<Group> groups_of(const library::Collection& collection, const Matrix& words,
                             std::span<const TrackIndex> tracks, std::size_t k, std::uint64_t seed,
                             std::size_t threads, const Task& task) {
    const auto places = places_of(collection, words, tracks);
    const std::size_t least = std::max<std::size_t>(4, 2 * k);
    require(places.tracks.size() >= least,
            "{} groups need {} tracks of which sound or genres are known, got {}",
            k == 0 ? "several" : std::to_string(k), least, places.tracks.size());
    if (k == 0) k = best_k(places.points, seed, threads, task);
    const auto found = clusters_of(places.points, k, seed, threads, task);

    std::vector<std::vector<std::pair<double, TrackIndex>>> members(k);
    for (std::size_t r = 0; r < places.tracks.size(); ++r) {
        const auto cluster = found.cluster_of[r];
        double squared = 0;
        for (std::size_t c = 0; c < places.points.n_columns(); ++c) {
            const double gap = static_cast<double>(places.points(r, c)) - found.centres(cluster, c);
            squared += gap * gap;
        }
        members[cluster].emplace_back(squared, places.tracks[r]);
    }
    std::erase_if(members, [](const auto& list) { return list.empty(); });
    std::ranges::stable_sort(members, std::ranges::greater{}, [](const auto& list) { return list.size(); });
    std::vector<Group> groups;
    std::set<std::string> names;
    for (auto& list : members) {
        std::ranges::sort(list);
        Group group;
        std::set<TrackIndex> inside;
        for (const auto& [squared, t] : list) {
            group.tracks.push_back(t);
            inside.insert(t);
        }
        std::vector<TrackIndex> others;
        for (const auto t : places.tracks)
            if (!inside.contains(t)) others.push_back(t);
        const auto name = name_of(collection, group.tracks, others);
        group.name = name;
        for (int n = 2; !names.insert(group.name).second; ++n) group.name = fmt::format("{} {}", name, n);
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace attune::playlists
