#pragma once

#include "core/task.h"
#include "library/community.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::engine {

/// How much other people who play an artist play each artist of the library, by ArtistIndex: item neighbours
/// (collaborative/item_knn.h), on no scale of its own. 0 for artists that the community does not know, and
/// everywhere if it does not know this one; empty for a community without plays.
std::vector<float> played_together(const library::Community& community, library::ArtistIndex artist,
                                   std::size_t n_artists, std::size_t threads, const Task& task);

}  // namespace attune::engine
