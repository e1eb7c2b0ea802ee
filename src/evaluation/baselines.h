#pragma once

#include "library/collection.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::evaluation {

// What a listener needs no learning for; whatever is learnt must beat it. Each gives one score a track, larger for
// what is rather recommended, from what was `known` before a moment.

std::vector<float> random_scores(std::size_t n_tracks, std::uint64_t seed);

/// The catalogue's popularity, 0-100; -1 where it is not known.
std::vector<float> popularity_scores(const library::Collection& collection,
                                     std::span<const library::TrackIndex> tracks);

/// "More from my artists": how often the artist was played.
std::vector<float> artist_play_scores(const library::Collection& collection, const library::History& known,
                                      std::span<const library::TrackIndex> tracks);

/// Audio nearest neighbours: minus the mean distance to the five nearest of the (at most 1,000, most heard) tracks
/// that were kept, in standardised audio features, missing ones at their mean. A track whose sound is not known gets
/// the mean score of the others; all are 0 if the sound of no kept track is known.
std::vector<float> audio_neighbour_scores(const library::Collection& collection,
                                          const library::History& known,
                                          std::span<const library::TrackIndex> tracks, std::size_t threads);

}  // namespace attune::evaluation
