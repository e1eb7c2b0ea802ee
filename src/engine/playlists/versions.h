#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"

#include <string>

namespace attune::engine {

/// Remembers that a track stays on a playlist (keep) or is to go (drop); the doctor then says so, and judges
/// tracks that are like it accordingly.
///
/// @param track  what find_track() takes, or the number of an entry of the playlist
/// @return {"playlist": {"id", "name"}, "id", "artist", "title", "uri", "decision": "keep" or "drop"}
/// @throws Error{not_found}, Error{conflict}
Json decide_on_track(Workspace& workspace, const std::string& playlist, const std::string& track, bool keep);

/// {"id", "name", "versions": [{"version", "parent", "at", "text", "tracks"}]}, oldest first; the last is in
/// force.
Json playlist_versions(Workspace& workspace, const std::string& playlist);

/// Takes back the last change of the person's playlists that is in force, or of one playlist if it is named.
/// @return {"change", "undone": {"change", "text", "at"}, "playlists": [{"id", "name", "tracks"}]}
/// @throws Error{not_found} if there is nothing to undo; Error{conflict}
Json undo_playlists(Workspace& workspace, const std::string& playlist);

/// Brings back a version of a playlist, as a new change.
/// @return {"change", "id", "name", "version", "tracks"}
/// @throws Error{not_found}, Error{conflict}
Json restore_playlist(Workspace& workspace, const std::string& playlist, int version);

}  // namespace attune::engine
