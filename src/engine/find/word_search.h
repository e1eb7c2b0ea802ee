#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"
#include "shapes/found.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

struct WordSearchOptions {
    std::size_t count = 20;
    std::size_t max_per_artist = 2;
    bool artists = false;  ///< artists instead of tracks
};

/// What a part of the words was taken for.
struct UnderstoodWords {
    std::string words;
    std::string as;
    std::string kind;  ///< "tag", "sound" or "era"
    bool negated = false;
};

struct WordSearchResult {
    std::string query;
    std::vector<UnderstoodWords> understood;
    std::vector<std::string> unknown;
    std::vector<shapes::FoundTrack> tracks;
    std::vector<shapes::FoundArtist> artists;
};

/// Tracks of the library that fit words about music: genres, tags, how it sounds, years.
/// @throws Error{not_found} if no word is known (with the nearest that are), or no track fits them all
WordSearchResult search_by_words(Workspace& workspace, std::string_view words,
                                 const WordSearchOptions& options);

Json to_json(const WordSearchResult& result);

}  // namespace attune::engine
