#pragma once

#include "engine/library/workspace.h"
#include "shapes/genres.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace attune::engine {

/// What a library knows of one genre: its branches, what each evidence says, what is near it, who is called
/// so. A genre that nobody in the library is called is told by its name.
/// @throws Error{not_found} if the library knows no genres; Error{invalid_argument} if the text is no name
shapes::GenreExplained explain_genre(Workspace& workspace, std::string_view genre);

/// The genres of a library by falling number of artists, with their branches.
/// @param branch  those of which this is the likeliest branch; empty for all
/// @throws Error{invalid_argument} for an unknown branch
shapes::Genres list_genres(Workspace& workspace, std::string_view branch, std::size_t count);

/// Roots, branches, and the `count` genres of most artists in each branch.
shapes::GenreTree genre_tree(Workspace& workspace, std::size_t count);

struct GenreMapRequest {
    std::string by = "hierarchical";  ///< hierarchical, kmeans, spectral or affinity
    std::size_t groups = 16;
    bool anew = false;  ///< do not go on from the stored map
};

/// The map of genres, its groups, and how much of it the person plays. The places are stored in the library,
/// and the next map goes on from them.
/// @throws Error{invalid_argument} for an unknown view or a library with too few genres
shapes::GenreMap map_genres(Workspace& workspace, const GenreMapRequest& request);

/// Writes a map as one HTML page that needs nothing else, with the notice of the library.
/// @throws Error{unavailable} if it cannot be written
void write_genre_map_page(const Workspace& workspace, const shapes::GenreMap& map,
                          const std::filesystem::path& file);

}  // namespace attune::engine
