#pragma once

#include "core/json_fwd.h"

#include <string_view>

namespace attune::web {

/// Where the OpenAPI document has its schemas.
inline constexpr std::string_view schemas_place = "#/components/schemas/";

/// {name: schema} of what that document itself is made of; the document is "OpenApi". All are closed.
Json openapi_schemas();

}  // namespace attune::web
