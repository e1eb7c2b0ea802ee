#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"
#include "lab/models/study_model.h"

#include <string>

namespace attune::engine {

/// A track, an artist or both, as somebody types them.
struct GuessRequest {
    std::string artist;
    std::string title;
    const lab::StudyModel* model = nullptr;  ///< a study's model is asked as well
};

/// Which genre a track is by its sound and company, as if its artist were unknown, beside what it is called:
///
///     {"track": {"id", "artist", "title", "uri", "release", "year"} or null, "tracks": how many were heard,
///      "candidates": [up to 10 such tracks, where the words mean several],
///      "predicted": [{"genre", "probability"}], "can_tell", "tagged": [{"genre", "branch"}],
///      "features": {name: value or null}, "heard_from", "why", "held_out", "study_says"}
///
/// `predicted` are branches. Of an artist alone: of their tracks together, at most 20. `held_out` as `genre --json`.
/// `study_says` as one of the tracks of `predict --json`.
///
/// @throws Error{invalid_argument} without a word; Error{not_found} if nothing fits, with near spellings
Json guess_genre(Workspace& workspace, const GuessRequest& request);

}  // namespace attune::engine
