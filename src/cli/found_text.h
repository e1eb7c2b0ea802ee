#pragma once

#include "shapes/found.h"

#include <string>

namespace attune::cli {

/// "Artist - Title" of anything that has both.
std::string artist_and_title(const shapes::Track& track);

/// Lists of engine/found.h in JSON as tables for people, with the reasons in the last column.
std::string found_tracks_text(const std::vector<shapes::FoundTrack>& tracks);
std::string found_artists_text(const std::vector<shapes::FoundArtist>& artists);

}  // namespace attune::cli
