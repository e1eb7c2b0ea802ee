#pragma once

#include "engine/library/workspace.h"
#include "shapes/found.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace attune::engine {

struct SimilarOptions {
    std::size_t count = 20;
    std::size_t max_per_artist = 2;
    std::string by;  ///< "tags", "sound" or "listeners"; empty: all that know something
};

/// What is like an artist (artists), a track (tracks) or a tag (tags, artists and tracks).
/// @throws Error{not_found} if the name is unknown, or the library knows nothing to compare it by;
/// Error{conflict} if
///         it can mean several; Error{invalid_argument} for a view that the kind of thing has not
shapes::Similar similar(Workspace& workspace, std::string_view name, const SimilarOptions& options);

}  // namespace attune::engine
