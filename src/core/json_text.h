#pragma once

#include "core/json_fwd.h"

#include <string>

namespace attune {

/// JSON as UTF-8 text. Names of files and of entries of archives may be of any bytes: those that are no UTF-8 become U+FFFD.
/// @param indent  spaces a level; negative: all in one line
std::string json_text(const Json& json, int indent = -1);

}  // namespace attune
