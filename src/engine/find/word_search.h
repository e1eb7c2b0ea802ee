#pragma once

#include "engine/library/workspace.h"
#include "shapes/found.h"

#include <cstddef>
#include <string_view>

namespace attune::engine {

struct WordSearchOptions {
    std::size_t count = 20;
    std::size_t max_per_artist = 2;
    bool artists = false;  ///< artists instead of tracks
};

/// Tracks of the library that fit words about music: genres, tags, how it sounds, years.
/// @throws Error{not_found} if no word is known (with the nearest that are), or no track fits them all
shapes::WordSearch search_by_words(Workspace& workspace, std::string_view words,
                                   const WordSearchOptions& options);

}  // namespace attune::engine
