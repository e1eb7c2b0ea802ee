#pragma once

#include "core/task.h"
#include "library/collection.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attune::playlists {

/// Tracks that go together in sound and words, and what to call them.
struct Group {
    std::string name;                         ///< "indie folk, calmer"; unique among the groups
    std::vector<library::TrackIndex> tracks;  ///< the most typical first
};

/// Divides tracks into k groups by k-means on sound (similarity::make_audio_space) and words, each known
/// aspect counting the same; 0 takes the k of 2 to 8 with the best silhouette. Largest group first. Tracks of
/// which neither is known are in no group.
///
/// @param words  as in Music
/// @throws Error{invalid_argument} if fewer than 2 k tracks (or 4) are known
std::vector<Group> groups_of(const library::Collection& collection, const Matrix& words,
                             std::span<const library::TrackIndex> tracks, std::size_t k, std::uint64_t seed,
                             std::size_t threads, const Task& task = {});

}  // namespace attune::playlists
