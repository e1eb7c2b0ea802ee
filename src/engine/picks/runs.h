#pragma once

#include "engine/library/workspace.h"
#include "shapes/library.h"

namespace attune::engine {

/// The runs of the person, oldest first.
shapes::Runs runs(Workspace& workspace);

/// A run as it is shown. What older runs did not write down is 0 or empty.
shapes::Run run_of(const store::RunRow& row);

/// Puts a run of the past in force again. Nothing is lost: the later ones stay.
/// @throws Error{not_found}
void restore_run(Workspace& workspace, std::int64_t run);

}  // namespace attune::engine
