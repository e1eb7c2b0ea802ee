#pragma once

#include <nlohmann/json_fwd.hpp>

namespace attune {

/// Declared only: enough for a header that takes or gives it. Who looks inside includes core/json.h, which
/// costs a second of compiling.
using Json = nlohmann::ordered_json;

}  // namespace attune
