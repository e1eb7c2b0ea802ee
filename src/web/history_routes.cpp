#include "core/error.h"
#include "engine/find/listening.h"
#include "web/answers.h"

namespace attune::web {
namespace {

/// "2024-01-31", or a whole timestamp.
std::optional<Timestamp> moment(const Call& call, std::string_view name) {
    const auto text = call.text(name);
    if (text.empty()) return std::nullopt;
    const auto at = parse_timestamp(text.size() == 10 ? text + "T00:00:00Z" : text);
    require(at.has_value(), "'{}' must be a day like 2024-01-31, got '{}'", name, text);
    return at;
}

Response history(Call& call) {
    const engine::ListeningSpan span{moment(call, "from"), moment(call, "to"),
                                     call.number("top", 0, 1000, 50)};
    return reading(call, [&](engine::Workspace& workspace) { return engine::listening(workspace, span); });
}

}  // namespace

std::vector<Route> history_routes() {
    return {
        {.method = "GET",
         .path = "/history",
         .lane = Lane::slow,
         .stamp = Stamp::library,
         .of = engine::Of::listens,
         .summary = "listening over time: months, hours, most played, skips",
         .query = {{"from", "string", "the first day that counts"},
                   {"to", "string", "the first day that counts no more"},
                   {"top", "integer", "how many artists and tracks"}},
         .shape = &shapes::type_of<shapes::History>,
         .answer = history},
    };
}

}  // namespace attune::web
