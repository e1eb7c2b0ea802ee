#pragma once

#include "collaborative/recommender.h"
#include "core/task.h"
#include "engine/library/snapshot.h"
#include "files/blobs.h"
#include "library/community.h"
#include "recommend/listeners.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace attune::engine {

/// Who is played by the same people: item neighbours (collaborative/item_knn.h). Null for a community without plays.
std::shared_ptr<const collaborative::Recommender> learn_neighbours(const library::Community& community,
                                                                   std::size_t threads, const Task& task);

/// How much other people who play an artist play each artist of the library, by ArtistIndex, on no scale of its own. 0
/// for artists that the community does not know, and everywhere if it does not know this one.
/// @param neighbours  learn_neighbours(); without, nothing is said
std::vector<float> played_together(const library::Community& community,
                                   const collaborative::Recommender* neighbours, library::ArtistIndex artist,
                                   std::size_t n_artists);
std::vector<float> played_together(Snapshot& snapshot, library::ArtistIndex artist);

/// As learnt when the run of these blobs was made, or anew if other people's listening changed since; null if there is
/// none.
std::shared_ptr<const recommend::Listeners> restore_listeners(Snapshot& snapshot, const files::Blobs& blobs);

/// Under which name a run keeps what recommend::Listeners::save() gives.
inline constexpr const char* listeners_blob = "listeners";

}  // namespace attune::engine
