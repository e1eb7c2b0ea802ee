#pragma once

#include "engine/library/workspace.h"
#include "shapes/playlists.h"

#include <string>
#include <vector>

namespace attune::engine {

/// Those of the person that hold tracks.
shapes::Playlists list_playlists(Workspace& workspace);

/// One playlist: its entries, what it is like and what sets it apart from the person's others.
/// @throws Error{not_found}, Error{conflict} if the name can mean several
shapes::PlaylistDetail playlist_profile(Workspace& workspace, const std::string& name);

struct DoctorOptions {
    std::vector<std::string> names;  ///< empty: all playlists
    bool doubtful = false;           ///< changes doubtful tracks too
    bool move = false;               ///< moves tracks that have a better home rather than taking them off
    bool apply = false;              ///< makes the changes, which are only told otherwise
};

/// What does not belong on playlists, with reasons; what would be changed, or is. One change, undone as a
/// whole.
/// @throws Error{not_found}, Error{conflict}
shapes::Doctor examine_playlists(Workspace& workspace, const DoctorOptions& options);

}  // namespace attune::engine
