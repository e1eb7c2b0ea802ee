#pragma once

#include "engine/workspace.h"

#include <optional>
#include <string>
#include <string_view>

namespace attune::engine {

/// The track that a person means: an attune id ("track:123"), the path of a file that was analysed, a Spotify URI or
/// URL, an MBID, or "Artist - Title".
/// @throws Error{not_found}, or Error{conflict} with the list if more than one track fits
store::TrackRow find_track(Workspace& workspace, std::string_view track);

/// Sets the label of a track, or clears it.
void label_track(Workspace& workspace, const store::TrackRow& track, std::optional<library::LabelValue> value);

/// Blocks an artist, or takes the block away; returns the artist's name as the library has it.
/// @throws Error{not_found}
std::string block_artist(Workspace& workspace, std::string_view artist_name, bool blocked);

}  // namespace attune::engine
