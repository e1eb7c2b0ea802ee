#pragma once

#include "evaluation/keep_it.h"

#include <span>
#include <string>
#include <vector>

namespace attune::evaluation {

/// Where the relevant items of one ranking stand.
struct ModelPlaces {
    std::string model;
    std::vector<std::size_t> places;  ///< of each relevant song, 1 is the top
};

/// "What will I discover", asked at one moment: all songs of the catalogues that were not heard before it under any
/// id or in any version, ranked in full from what was known before it.
struct DiscoveryReplay {
    std::size_t n_candidates = 0;
    std::vector<library::TrackIndex>
        relevant;  ///< candidates heard for 90 s at least twice afterwards, as any version
    std::vector<std::uint32_t> artists;     ///< of the relevant ones
    std::vector<ModelPlaces> models;        ///< "attune" first, its parts, then the baselines
    std::vector<library::TrackIndex> list;  ///< the first list_length that attune would show
};

/// How much of a ranking people see, for figures about the list itself.
inline constexpr std::size_t list_length = 100;

/// @param cut  as in replay_keep_it
DiscoveryReplay replay_discovery(const library::Collection& collection, const library::History& history,
                                 std::size_t cut, const taste::Surroundings& space,
                                 const ModelSettings& settings, const Task& task = {});

/// Items by falling score; equal scores stand in an order drawn from the seed, so that the order of a catalogue's
/// file helps nobody.
std::vector<std::size_t> order_by_score(std::span<const float> scores, std::uint64_t seed);

/// Keeps at most `most_per_artist` items of an artist among the first `depth` of a ranking; the others of those come
/// after them, in their order. What stands behind `depth` stays where it is.
///
/// @param order    item indices, best first
/// @param artists  of each item
std::vector<std::size_t> cap_artists(std::span<const std::size_t> order,
                                     std::span<const std::uint32_t> artists, std::size_t most_per_artist,
                                     std::size_t depth);

}  // namespace attune::evaluation
