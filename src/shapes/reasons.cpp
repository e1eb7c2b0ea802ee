#include "shapes/reasons.h"

#include "core/json.h"

namespace attune::shapes {

Json reasons_json(const std::vector<recommend::Reason>& reasons) {
    Json json = Json::array();
    for (const auto& reason : reasons)
        json.push_back({{"name", reason.name}, {"contribution", reason.contribution}, {"text", reason.text}});
    return json;
}

}  // namespace attune::shapes
