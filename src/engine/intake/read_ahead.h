#pragma once

#include "sources/source.h"

#include <functional>

namespace attune::engine {

/// Runs `read` on a thread of its own and hands what it tells its sink to `sink` on this one, in the same order:
/// reading and parsing go on while rows are stored. At most some thousand rows wait between the two, so memory
/// does not depend on the file.
///
/// What `read` throws is thrown here, after all that it had told before; what `sink` throws ends `read` at its
/// next row.
///
/// @param idle  called again and again on this thread while no rows come for long
void read_ahead(
    const std::function<void(sources::RecordSink&)>& read, sources::RecordSink& sink,
    const std::function<void()>& idle = [] {});

}  // namespace attune::engine
