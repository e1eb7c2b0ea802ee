#pragma once

#include "shapes/reasons.h"

#include <string>

namespace attune::cli {

/// The `most` strongest reasons of a track in JSON, a line each, indented; the start is left out.
std::string reasons_text(const std::vector<shapes::Reason>& reasons, std::size_t most);

}  // namespace attune::cli
