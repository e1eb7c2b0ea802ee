#pragma once

#include "sources/source.h"

#include <span>

namespace attune::sources {

/// Histories that are JSON (a list, an object with a list, or a line for each play), each in the manner of one program;
/// the last takes any JSON whose records have an artist, a title and a moment.
std::span<const Source> json_history_sources() noexcept;

}  // namespace attune::sources
