#pragma once

#include "core/task.h"
#include "engine/library/collect.h"
#include "files/blobs.h"
#include "library/community.h"
#include "recommend/listeners.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace attune::engine {

/// How much other people who play an artist play each artist of the library, by ArtistIndex: item neighbours
/// (collaborative/item_knn.h), on no scale of its own. 0 for artists that the community does not know, and
/// everywhere if it does not know this one; empty for a community without plays.
std::vector<float> played_together(const library::Community& community, library::ArtistIndex artist,
                                   std::size_t n_artists, std::size_t threads, const Task& task);

/// Learns from the listening of other people in the library; null if it has none.
std::shared_ptr<const recommend::Listeners> learn_listeners(Workspace& workspace, const Collected& collected);

/// As learnt when the run of these blobs was made, or anew if other people's listening changed since; null if there is
/// none.
std::shared_ptr<const recommend::Listeners> restore_listeners(Workspace& workspace,
                                                              const Collected& collected,
                                                              const files::Blobs& blobs);

/// Under which name a run keeps what recommend::Listeners::save() gives.
inline constexpr const char* listeners_blob = "listeners";

}  // namespace attune::engine
