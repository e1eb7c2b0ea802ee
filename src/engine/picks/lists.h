#pragma once

#include "engine/library/workspace.h"
#include "shapes/intake.h"
#include "shapes/picks.h"
#include "shapes/playlists.h"

#include <string>
#include <vector>

namespace attune::engine {

// Lists that the library keeps, as a page shows them (docs/reference/api.md).

/// What was offered in a cycle, with the labels that it has now. No cycle yet: null, null and no picks.
/// @param cycle  0: the last
/// @throws Error{not_found}
shapes::Picks kept_picks(Workspace& workspace, int cycle);

/// What the person said of tracks, and the artists that are blocked.
shapes::Labels labels(Workspace& workspace);

/// What was imported, newest first.
shapes::Imports imports(Workspace& workspace);

/// Makes a playlist of these tracks, in this order; each is what find_track() takes.
/// @throws Error{not_found}; Error{conflict} if there is a playlist of that name; Error{invalid_argument}
shapes::MadePlaylist make_playlist(Workspace& workspace, const std::string& name,
                                   const std::vector<std::string>& tracks);

}  // namespace attune::engine
