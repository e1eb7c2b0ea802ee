#include "shapes/reasons.h"

namespace attune::shapes {

void Reason::describe(Fields<Reason>& fields) {
    fields.called("Reason", "what speaks for or against something")
        .key("name", &Reason::name, "which evidence")
        .key("contribution", &Reason::contribution, "its part of the score; the parts add up to it")
        .key("text", &Reason::text, "a sentence for people");
}

std::vector<Reason> reasons_of(const std::vector<recommend::Reason>& reasons) {
    std::vector<Reason> list;
    for (const auto& reason : reasons) list.push_back({reason.name, reason.contribution, reason.text});
    return list;
}

}  // namespace attune::shapes
