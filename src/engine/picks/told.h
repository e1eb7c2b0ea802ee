#pragma once

#include "shapes/picks.h"

#include <string>
#include <string_view>

namespace attune::engine {

/// What was said of a pick when it was offered, besides what CandidateRow names: interval, genres, who would have thought
/// of it, reasons. As bytes that the library keeps beside the pick.
std::string save_told(const shapes::Pick& pick);

/// Puts that into a pick that the library has kept; does nothing where nothing was kept, or what this program cannot read.
void restore_told(std::string_view told, shapes::KeptPick& pick);

}  // namespace attune::engine
