#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"

namespace attune::engine {

/// What the library holds for the person of the workspace: counts, coverage of features and genres, runs,
/// cycles. Read by `attune status`; shape as in the `--json` contract.
Json status_json(Workspace& workspace);

}  // namespace attune::engine
