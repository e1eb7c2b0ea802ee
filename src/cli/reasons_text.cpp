#include "cli/reasons_text.h"

#include <fmt/format.h>

#include <cmath>

namespace attune::cli {

std::string reasons_text(const std::vector<shapes::Reason>& reasons, std::size_t most) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& reason : reasons) {
        const bool is_near = reason.name == "near";
        // Less than shows in two digits is left to --json.
        if (!is_near && std::abs(reason.contribution) < 0.005) continue;
        if (reason.name == "start" || (!is_near && shown++ >= most)) continue;
        const std::string sign = is_near ? "     " : fmt::format("{:+5.2f}", reason.contribution);
        text += fmt::format("\n      {}  {}", sign, reason.text);
    }
    return text;
}

}  // namespace attune::cli
