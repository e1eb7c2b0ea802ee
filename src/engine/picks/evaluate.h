#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"

#include <filesystem>
#include <vector>

namespace attune::engine {

/// Replays the person's own past and says how well attune knows them, against simple rules, with intervals.
/// Shape as in the `--json` contract: {"person", "cuts": [...], "tasks": [...], "verdicts": {...}}.
/// @throws Error{not_found} if there are too few listens to replay
/// @param leave_one_out  also say what each source of evidence is worth
Json evaluate_json(Workspace& workspace, const std::vector<double>& cuts, std::size_t resamples,
                   bool leave_one_out);

/// Writes an evaluation as one HTML page that needs nothing else, with the notice of the library.
/// @param evaluation  as evaluate_json() gives it
/// @throws Error{unavailable} if it cannot be written
void write_evaluation_page(const Workspace& workspace, const Json& evaluation,
                           const std::filesystem::path& file);

}  // namespace attune::engine
