#pragma once

#include "engine/library/workspace.h"
#include "shapes/playlists.h"

#include <string>

namespace attune::engine {

/// Remembers that a track stays on a playlist (keep) or is to go (drop); the doctor then says so, and judges
/// tracks that are like it accordingly.
///
/// @param track  what find_track() takes, or the number of an entry of the playlist
/// @throws Error{not_found}, Error{conflict}
shapes::PlaylistDecision decide_on_track(Workspace& workspace, const std::string& playlist,
                                         const std::string& track, bool keep);

/// Oldest first; the last is in force.
shapes::PlaylistVersions playlist_versions(Workspace& workspace, const std::string& playlist);

/// Takes back the last change of the person's playlists that is in force, or of one playlist if it is named.
/// @throws Error{not_found} if there is nothing to undo; Error{conflict}
shapes::UndonePlaylists undo_playlists(Workspace& workspace, const std::string& playlist);

/// Brings back a version of a playlist, as a new change.
/// @throws Error{not_found}, Error{conflict}
shapes::RestoredPlaylist restore_playlist(Workspace& workspace, const std::string& playlist, int version);

}  // namespace attune::engine
