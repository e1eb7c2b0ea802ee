#pragma once

#include "core/json_fwd.h"

#include <string>

namespace attune::cli {

/// The picks of a discovery (engine::to_json) for people: a table, or one after the other with reasons.
std::string picks_text(const Json& discovery, bool explain);

/// The same of artists (engine::discover_artists).
std::string artist_picks_text(const Json& picks);

}  // namespace attune::cli
