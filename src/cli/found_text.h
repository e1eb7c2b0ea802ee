#pragma once

#include "core/json_fwd.h"

#include <string>

namespace attune::cli {

/// "Artist - Title" of anything that has both.
std::string artist_and_title(const Json& track);

/// Lists of engine/found.h in JSON as tables for people, with the reasons in the last column.
std::string found_tracks_text(const Json& tracks);
std::string found_artists_text(const Json& artists);

}  // namespace attune::cli
