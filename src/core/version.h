#pragma once

#include <string_view>

namespace attune {

/// The version of this program, as it is written into runs, models and pages.
std::string_view attune_version() noexcept;

}  // namespace attune
