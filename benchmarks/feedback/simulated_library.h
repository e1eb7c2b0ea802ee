#pragma once

#include "demo/world.h"
#include "library/collection.h"

#include <cstddef>
#include <vector>

namespace attune::feedback {

/// The library of the listener of a simulated world, as an import of their export, the catalogue and the
/// table of artists leaves it: what no file says is missing here too.
struct SimulatedLibrary {
    library::Collection collection;
    library::History history;
    std::vector<std::size_t> world_tracks;  ///< the track of the world behind each track of the collection
};

SimulatedLibrary make_library(const demo::World& world);

}  // namespace attune::feedback
