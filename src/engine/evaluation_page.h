#pragma once

#include "core/json_fwd.h"
#include "engine/workspace.h"
#include "report/document.h"

#include <filesystem>

namespace attune::engine {

/// What a replay of the past says, as a page: each question with its verdict, attune beside the simple rules, and
/// how far it is above each.
/// @param evaluation  as evaluate_json() gives it
report::Document evaluation_page(const Json& evaluation);

/// Writes the page as one HTML file that needs nothing else, with the notice of the library.
/// @throws Error{unavailable} if it cannot be written
void write_evaluation_page(const Json& evaluation, const Workspace& workspace,
                           const std::filesystem::path& file);

}  // namespace attune::engine
