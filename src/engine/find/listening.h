#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"

#include <cstddef>
#include <optional>

namespace attune::engine {

struct ListeningSpan {
    std::optional<Timestamp> from;  ///< the first moment that counts
    std::optional<Timestamp> to;    ///< the first that counts no more
    std::size_t top = 50;           ///< how many artists and tracks
};

/// What the person played: month by month, hour by weekday (UTC, Monday first), most played artists and tracks, skips,
/// artists met and kept (docs/reference/api.md, "History"). A skip is a play that its source calls so, or that ended
/// within 30 s other than by the app being closed.
/// @throws Error{not_found} if there is no such person
Json listening_json(Workspace& workspace, const ListeningSpan& span);

}  // namespace attune::engine
