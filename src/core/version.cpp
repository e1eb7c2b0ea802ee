#include "core/version.h"

namespace attune {

std::string_view attune_version() noexcept { return ATTUNE_VERSION; }

}  // namespace attune
