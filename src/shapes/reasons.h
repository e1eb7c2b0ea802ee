#pragma once

#include "core/json_fwd.h"
#include "recommend/reasons.h"

#include <vector>

namespace attune::shapes {

/// [{"name", "contribution", "text"}], in their order.
Json reasons_json(const std::vector<recommend::Reason>& reasons);

}  // namespace attune::shapes
