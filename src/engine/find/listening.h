#pragma once

#include "engine/library/workspace.h"
#include "shapes/listening.h"

#include <cstddef>
#include <optional>

namespace attune::engine {

struct ListeningSpan {
    std::optional<Timestamp> from;  ///< the first moment that counts
    std::optional<Timestamp> to;    ///< the first that counts no more
    std::size_t top = 50;           ///< how many artists and tracks
};

/// What the person played: month by month, hour by weekday (UTC, Monday first), most played artists and tracks, skips,
/// artists met and kept. A skip is a play that its source calls so, or that ended
/// within 30 s other than by the app being closed.
/// @throws Error{not_found} if there is no such person
shapes::History listening(Workspace& workspace, const ListeningSpan& span);

}  // namespace attune::engine
