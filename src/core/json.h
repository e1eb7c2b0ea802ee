#pragma once

#include <nlohmann/json.hpp>

namespace attune {

/// JSON that attune writes: results, models, settings. Keys keep the order in which they were added.
/// (What people bring is read in `sources`, by a parser that survives damage.)
using Json = nlohmann::ordered_json;

}  // namespace attune
