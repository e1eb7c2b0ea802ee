#pragma once

#include "engine/library/workspace.h"
#include "recommend/candidates.h"
#include "recommend/scoring.h"
#include "shapes/picks.h"

#include <cstddef>

namespace attune::engine {

struct DiscoverOptions {
    std::size_t count = 30;
    recommend::Dials dials;
    recommend::Wishes wishes;
    std::size_t max_per_artist = 2;
    bool keep = true;  ///< the picks become the candidates of the cycle; otherwise they are only shown
};

/// Finds artists that are new to the person by what other listeners play, whether or not a catalogue has
/// tracks of them, best first. Needs no run.
/// @throws Error{not_found} if nobody else's listening is known
shapes::ArtistPicks discover_artists(Workspace& workspace, std::size_t count);

/// Finds tracks that the person has not met, best first. Unless told otherwise they become the candidates of
/// a cycle: of the last one as long as nothing was said of its tracks and its run is in force, else of a new
/// one. What was offered in a cycle that is over is not offered again.
///
/// @throws Error{not_found} if there is no run, no catalogue, or nothing that fits the wishes
shapes::Discovery discover(Workspace& workspace, const DiscoverOptions& options);

}  // namespace attune::engine
