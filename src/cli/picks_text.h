#pragma once

#include "shapes/picks.h"

#include <string>

namespace attune::cli {

/// The picks of a discovery for people: a table, or one after the other with reasons.
std::string picks_text(const shapes::Discovery& discovery, bool explain);

/// The same of artists (engine::discover_artists).
std::string artist_picks_text(const shapes::ArtistPicks& picks);

}  // namespace attune::cli
