#pragma once

#include "engine/library/workspace.h"
#include "shapes/picks.h"

#include <filesystem>
#include <string>

namespace attune::engine {

struct ExportOptions {
    std::string what = "picks";  ///< "picks", "liked", "disliked", or the name of a playlist
    std::filesystem::path file;  ///< "-" is not a file here: see ExportResult::content
    std::string format;          ///< empty: by the file's extension
    int cycle = 0;               ///< of the picks; 0: the last
};

struct ExportResult {
    std::string name;
    std::string format;
    std::size_t n_tracks = 0;
    std::size_t n_without_uri = 0;  ///< tracks that a Spotify list cannot name
    std::string content;
};

/// Writes a list of tracks to a file in one of the formats of playlists::export_formats(). The whole file or
/// nothing. With an empty `file` only the content is made.
/// @throws Error{not_found} if there is no such list or it is empty; Error{invalid_argument} if the format
/// cannot
///         be told; Error{unavailable}
ExportResult export_list(Workspace& workspace, const ExportOptions& options);

/// The formats: name, extension and a line for people.
shapes::ExportFormats export_formats();

}  // namespace attune::engine
