#pragma once

#include "engine/library/workspace.h"
#include "shapes/library.h"
#include "store/community_rows.h"

#include <string_view>

namespace attune::engine {

shapes::CommunityCounts community_counts(const store::CommunityCounts& counts);

/// What the community part of the library holds: its counts and its sources.
shapes::Community community(Workspace& workspace);

/// Deletes all that came from a source. @throws Error{not_found} with the sources there are
void forget_community(Workspace& workspace, std::string_view source);

}  // namespace attune::engine
