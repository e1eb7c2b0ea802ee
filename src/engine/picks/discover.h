#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"
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
    std::vector<std::string>
        sources;  ///< who would have thought of it (recommend::proposal_sources()); may be none
    std::vector<recommend::Reason> reasons;  ///< their contributions add up to the score
};

struct Discovery {
    library::RunId run;
    int cycle = 0;
    std::size_t n_candidates = 0;
    std::vector<Pick> picks;
};

/// An artist that the person has never played.
struct ArtistPick {
    std::string artist;
    double score = 0;
    int listeners = 0;                       ///< people of the community who play it
    int catalogue_tracks = 0;                ///< that the library has of it; may be 0
    std::vector<recommend::Reason> reasons;  ///< their contributions add up to the score
};

/// Finds artists that are new to the person by what other listeners play, whether or not a catalogue has
/// tracks of them, best first. Needs no run.
/// @throws Error{not_found} if nobody else's listening is known
std::vector<ArtistPick> discover_artists(Workspace& workspace, std::size_t count);

Json to_json(const std::vector<ArtistPick>& picks);

/// Finds tracks that the person has not met, best first. Unless told otherwise they become the candidates of
/// a cycle: of the last one as long as nothing was said of its tracks and its run is in force, else of a new
/// one. What was offered in a cycle that is over is not offered again.
///
/// @throws Error{not_found} if there is no run, no catalogue, or nothing that fits the wishes
Discovery discover(Workspace& workspace, const DiscoverOptions& options);

Json to_json(const Discovery& discovery);

}  // namespace attune::engine
