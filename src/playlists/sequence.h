#pragma once

#include "core/task.h"
#include "library/collection.h"
#include "similarity/space.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attune::playlists {

using library::TrackIndex;

/// How well tracks follow each other: nearness in sound, tempo (half and double time go together) and key
/// (neighbours on the circle of fifths and relative keys go together). What is unknown costs as much as two
/// tracks at random do.
class Transitions {
  public:
    /// Refers to the collection.
    explicit Transitions(const library::Collection& collection);

    /// What it costs to go from one track to another, >= 0, the same both ways; 1 is about that of two tracks
    /// at random. Two tracks by one artist in a row cost 0.5 more.
    double cost(TrackIndex from, TrackIndex to) const;

    /// The place of a track in the space of sound; empty if it has none.
    std::span<const float> place(TrackIndex track) const;
    double distance_to(std::span<const float> place, TrackIndex track) const;

    /// "97 and 98 BPM, both in A minor": what two tracks have in common at their seam.
    std::string text(TrackIndex from, TrackIndex to) const;

  private:
    double tempo_gap(TrackIndex from, TrackIndex to) const;
    double key_gap(TrackIndex from, TrackIndex to) const;

    const library::Collection* collection_;
    similarity::Space sound_;
};

/// The tracks in an order in which each leads to the next: the cheapest way through all that greedy steps and
/// then reversals of stretches (2-opt) find, begun at its calmer end. The same set gives the same order. Of
/// more than 1,000 tracks the greedy way is taken as it is.
///
/// Source of 2-opt: G. A. Croes, "A method for solving traveling-salesman problems", Operations Research 6,
/// 1958.
std::vector<TrackIndex> in_listening_order(const library::Collection& collection,
                                           const Transitions& transitions, std::vector<TrackIndex> tracks,
                                           const Task& task = {});

/// A way of `count` tracks from one to another, both included: stations lie on the line between their sounds,
/// and each leads to the next. No song twice, at most `max_per_artist` of one artist. Shorter if the pool has
/// too few.
/// @throws Error{invalid_argument} if count < 2, or one of the ends has no known sound
std::vector<TrackIndex> path_between(const library::Collection& collection, const Transitions& transitions,
                                     std::span<const TrackIndex> pool, TrackIndex from, TrackIndex to,
                                     std::size_t count, std::size_t max_per_artist = 1);

}  // namespace attune::playlists
