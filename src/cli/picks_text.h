#pragma once

#include "core/json.h"

#include <string>

namespace attune::cli {

/// The picks of a discovery (engine::to_json) for people: a table, or one after the other with reasons.
std::string picks_text(const Json& discovery, bool explain);

}  // namespace attune::cli
