#pragma once

#include "shapes/picks.h"

#include <optional>
#include <string>

namespace attune::cli {

/// "18 %", or "–" where nothing can be told.
std::string chance_text(const std::optional<double>& probability);

/// The picks of a discovery for people: a table, or one after the other with reasons.
std::string picks_text(const shapes::Discovery& discovery, bool explain);

/// The same of artists (engine::discover_artists).
std::string artist_picks_text(const shapes::ArtistPicks& picks);

}  // namespace attune::cli
