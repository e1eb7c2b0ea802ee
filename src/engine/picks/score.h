#pragma once

#include "engine/library/workspace.h"
#include "shapes/picks.h"

#include <filesystem>

namespace attune::engine {

/// How much the person would like each track of a file: a CSV of artist, title and perhaps uri, or a
/// playlist. A track that the library does not know is judged by what it knows of its artist.
/// @throws Error{not_found}; Error{corrupt_data} if the file names no track
shapes::Scores score_file(Workspace& workspace, const std::filesystem::path& file);

}  // namespace attune::engine
