#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"

namespace attune::engine {

/// The runs of the person, oldest first.
Json runs_json(Workspace& workspace);

/// Puts a run of the past in force again. Nothing is lost: the later ones stay.
/// @throws Error{not_found}
void restore_run(Workspace& workspace, std::int64_t run);

}  // namespace attune::engine
