#pragma once

#include "engine/library/workspace.h"

#include <string_view>

namespace attune::engine {

/// The track that a person means: an attune id ("track:123"), the path of a file that was analysed, a Spotify URI or
/// URL, an MBID, or "Artist - Title".
/// @throws Error{not_found}, or Error{conflict} with the list if more than one track fits
store::TrackRow find_track(Workspace& workspace, std::string_view track);

}  // namespace attune::engine
