#pragma once

#include "engine/library/workspace.h"

#include <optional>
#include <string>
#include <string_view>

namespace attune::engine {

/// Sets the label of a track, or clears it.
void label_track(Workspace& workspace, const store::TrackRow& track,
                 std::optional<library::LabelValue> value);

/// Blocks an artist, or takes the block away; returns the artist's name as the library has it.
/// @throws Error{not_found}
std::string block_artist(Workspace& workspace, std::string_view artist_name, bool blocked);

}  // namespace attune::engine
