#include "evaluation/hubs.h"

#include "core/random.h"
#include "evaluation/discovery.h"
#include "similarity/audio_space.h"
#include "similarity/hubness.h"
#include "similarity/mutual_proximity.h"
#include "similarity/similar.h"

#include <algorithm>
#include <numeric>

namespace attune::evaluation {
namespace {

using library::TrackIndex;

constexpr std::size_t least_people = 20;

/// The best known track, with a known sound, of each of the artists that a person plays most.
std::vector<TrackIndex> seeds_of(const library::Community& community, library::UserIndex user,
                                 const std::vector<std::optional<TrackIndex>>& first_tracks,
                                 const similarity::Space& space, std::size_t n) {
    const auto plays = community.artist_plays.row(user);
    std::vector<std::size_t> order(plays.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t k) { return plays.values[k]; });
    std::vector<TrackIndex> seeds;
    for (const auto k : order) {
        const auto artist = community.artists[plays.indices[k]].artist;
        if (!artist || !first_tracks[*artist] || !space.knows(*first_tracks[*artist])) continue;
        seeds.push_back(*first_tracks[*artist]);
        if (seeds.size() == n) break;
    }
    return seeds;
}

/// The tracks nearest to the seeds by the sum of their distances.
std::vector<std::uint32_t> nearest_to_all(const std::vector<TrackIndex>& seeds,
                                          const similarity::Space& space,
                                          const similarity::MutualProximity* mutual) {
    std::vector<float> sums(space.size(), 0);
    for (const auto seed : seeds) {
        auto distances = space.distances(seed);
        if (mutual != nullptr) distances = mutual->apply(seed, std::move(distances));
        for (std::size_t t = 0; t < sums.size(); ++t) sums[t] += distances[t];
    }
    std::vector<std::uint32_t> list;
    for (const auto& near : similarity::nearest(sums, list_length)) list.push_back(near.index);
    return list;
}

void add_figures(std::string model, const std::vector<std::vector<std::uint32_t>>& lists,
                 std::size_t n_tracks, std::vector<Figure>& figures) {
    const auto hubs = similarity::hubness_of(similarity::count_occurrences(lists, n_tracks), lists.size());
    figures.push_back({"list", model, "largest_share@100", {}, lists.size(), hubs.largest_share, {}, {}});
    figures.push_back({"list", std::move(model), "skewness@100", {}, lists.size(), hubs.skewness, {}, {}});
}

}  // namespace

std::vector<Figure> hub_figures(const library::Collection& collection, const library::Community& community,
                                const HubOptions& options, const Task& task) {
    const auto space = similarity::make_audio_space(collection.features);
    const auto first_tracks = similarity::first_tracks(collection);
    std::vector<library::UserIndex> people(community.artist_plays.n_users());
    std::iota(people.begin(), people.end(), library::UserIndex{0});
    Random(options.seed).shuffle(people);
    std::vector<std::vector<TrackIndex>> seeds;
    for (const auto user : people) {
        if (seeds.size() == options.n_people) break;
        auto of_user = seeds_of(community, user, first_tracks, space, options.n_seeds);
        if (of_user.size() == options.n_seeds) seeds.push_back(std::move(of_user));
    }
    std::vector<Figure> figures;
    if (seeds.size() < least_people) return figures;
    similarity::MutualProximityOptions mutual_options;
    mutual_options.seed = options.seed;
    mutual_options.threads = options.threads;
    const similarity::MutualProximity mutual(space, mutual_options);
    std::vector<std::vector<std::uint32_t>> plain;
    std::vector<std::vector<std::uint32_t>> made_mutual;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        task.report("looking for hubs", i, seeds.size());
        plain.push_back(nearest_to_all(seeds[i], space, nullptr));
        made_mutual.push_back(nearest_to_all(seeds[i], space, &mutual));
    }
    add_figures("sound", plain, space.size(), figures);
    add_figures("sound_mutual", made_mutual, space.size(), figures);
    return figures;
}

}  // namespace attune::evaluation
