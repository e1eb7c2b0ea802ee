#pragma once

#include "engine/library/workspace.h"
#include "shapes/library.h"

namespace attune::engine {

/// What the library holds for the person of the workspace: counts, coverage of features and genres, runs,
/// cycles.
shapes::Status status(Workspace& workspace);

}  // namespace attune::engine
