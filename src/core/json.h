#pragma once

#include "core/json_fwd.h"

#include <nlohmann/json.hpp>

/// @file
/// JSON that attune writes: results, models, settings. Keys keep the order in which they were added. (What
/// people bring is read in `sources`, by a parser that survives damage.)
