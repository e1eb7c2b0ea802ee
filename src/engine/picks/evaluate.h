#pragma once

#include "engine/library/workspace.h"
#include "shapes/evaluation.h"

#include <filesystem>
#include <vector>

namespace attune::engine {

/// Replays the person's own past and says how well attune knows them, against simple rules, with intervals.
/// @throws Error{not_found} if there are too few listens to replay
/// @param leave_one_out  also say what each source of evidence is worth
shapes::Evaluation evaluate_person(Workspace& workspace, const std::vector<double>& cuts,
                                   std::size_t resamples, bool leave_one_out);

/// Writes an evaluation as one HTML page that needs nothing else, with the notice of the library.
/// @throws Error{unavailable} if it cannot be written
void write_evaluation_page(const Workspace& workspace, const shapes::Evaluation& evaluation,
                           const std::filesystem::path& file);

}  // namespace attune::engine
