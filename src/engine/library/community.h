#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"
#include "store/community_rows.h"

#include <string_view>

namespace attune::engine {

/// {"people", "artists", "tracks", "tags", "known_artists", "known_tracks"}.
Json community_counts_json(const store::CommunityCounts& counts);

/// What the community part of the library holds: its counts and its sources. Read by `attune community`.
Json community_json(Workspace& workspace);

/// Deletes all that came from a source. @throws Error{not_found} with the sources there are
void forget_community(Workspace& workspace, std::string_view source);

}  // namespace attune::engine
