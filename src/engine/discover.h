#pragma once

#include "core/json.h"
#include "engine/workspace.h"
#include "recommend/candidates.h"
#include "recommend/reasons.h"
#include "recommend/scoring.h"

#include <string>
#include <vector>

namespace attune::engine {

struct DiscoverOptions {
    std::size_t count = 30;
    recommend::Dials dials;
    recommend::Wishes wishes;
    std::size_t max_per_artist = 2;
    bool keep = true;  ///< the picks become the candidates of the cycle; otherwise they are only shown
};

struct Pick {
    int rank = 0;
    store::TrackRow track;
    double score = 0;
    taste::Prediction prediction;
    bool new_artist = false;
    std::vector<std::string> genres;
    std::vector<recommend::Reason> reasons;  ///< their contributions add up to the score
};

struct Discovery {
    library::RunId run;
    int cycle = 0;
    std::size_t n_candidates = 0;
    std::vector<Pick> picks;
};

/// Finds tracks that the person has not met, best first. Unless told otherwise they become the candidates of a
/// cycle: of the last one as long as nothing was said of its tracks and its run is in force, else of a new one.
/// What was offered in a cycle that is over is not offered again.
///
/// @throws Error{not_found} if there is no run, no catalogue, or nothing that fits the wishes
Discovery discover(Workspace& workspace, const DiscoverOptions& options);

Json to_json(const Discovery& discovery);

}  // namespace attune::engine
