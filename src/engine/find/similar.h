#pragma once

#include "core/json_fwd.h"
#include "engine/library/names.h"
#include "engine/library/workspace.h"
#include "shapes/found.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

struct SimilarOptions {
    std::size_t count = 20;
    std::size_t max_per_artist = 2;
    std::string by;  ///< "tags", "sound" or "listeners"; empty: all that know something
};

struct FoundTag {
    std::string tag;
    double score = 0;
};

/// What is like an artist (artists), a track (tracks) or a tag (tags, artists and tracks).
struct SimilarThings {
    Named about;
    std::string by;
    std::vector<FoundTag> tags;
    std::vector<shapes::FoundArtist> artists;
    std::vector<shapes::FoundTrack> tracks;
};

/// @throws Error{not_found} if the name is unknown, or the library knows nothing to compare it by;
/// Error{conflict} if
///         it can mean several; Error{invalid_argument} for a view that the kind of thing has not
SimilarThings similar(Workspace& workspace, std::string_view name, const SimilarOptions& options);

Json to_json(const SimilarThings& things);

}  // namespace attune::engine
