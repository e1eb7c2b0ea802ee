#pragma once

#include "core/json_fwd.h"
#include "engine/workspace.h"
#include "report/document.h"

#include <filesystem>

namespace attune::engine {

/// The map of genres as a page: the picture, its groups, and where the person's listening lies.
/// @param map  as map_genres() gives it
report::Document genre_map_page(const Json& map);

/// Writes the page as one HTML file that needs nothing else, with the notice of the library.
/// @throws Error{unavailable} if it cannot be written
void write_genre_map_page(const Json& map, const Workspace& workspace, const std::filesystem::path& file);

}  // namespace attune::engine
