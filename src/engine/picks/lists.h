#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"

#include <string>
#include <vector>

namespace attune::engine {

// Lists that the library keeps, as a page shows them (docs/reference/api.md).

/// {"cycle", "run", "picks": [{"rank", "id", "artist", "title", "uri", "score", "probability", "label"}]}: what was
/// offered in a cycle, with the labels that it has now. No cycle yet: null, null and no picks.
/// @param cycle  0: the last
/// @throws Error{not_found}
Json picks_json(Workspace& workspace, int cycle);

/// {"labels": [{"id", "artist", "title", "uri", "label", "at"}], "blocked_artists": [name]}
Json labels_json(Workspace& workspace);

/// The label of a track that is in force, or null.
Json label_json(Workspace& workspace, library::TrackId track);

/// {"imports": [{"import", "name", "kind", "at", "report"}]}, newest first.
Json imports_json(Workspace& workspace);

/// Makes a playlist of these tracks, in this order; each is what find_track() takes.
/// @return {"id", "name", "tracks", "change"}
/// @throws Error{not_found}; Error{conflict} if there is a playlist of that name; Error{invalid_argument}
Json make_playlist(Workspace& workspace, const std::string& name, const std::vector<std::string>& tracks);

}  // namespace attune::engine
