#pragma once

#include "sources/source.h"

namespace attune::sources {

/// Tables of who played what how often, or when: with a header, or without one in the order person, item,
/// count. Separated by commas, semicolons, tabs or blanks.
Source community_table_source() noexcept;

}  // namespace attune::sources
