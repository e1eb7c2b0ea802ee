#include "core/json_text.h"

#include "core/json.h"

namespace attune {

std::string json_text(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune
