#pragma once

#include "engine/library/workspace.h"
#include "shapes/picks.h"

#include <string_view>

namespace attune::engine {

/// Sets the label of a track, or clears it.
/// @param track  what find_track() takes
/// @param word  "like", "dislike", "skip" or "clear"
/// @throws Error as find_track(); Error{invalid_argument} for another word
shapes::ChangedLabel label_track(Workspace& workspace, std::string_view track, std::string_view word);

/// Blocks an artist, or takes the block away.
/// @throws Error{not_found}
shapes::BlockedArtist block_artist(Workspace& workspace, std::string_view artist_name, bool blocked);

}  // namespace attune::engine
