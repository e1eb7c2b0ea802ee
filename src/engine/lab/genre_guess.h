#pragma once

#include "engine/library/workspace.h"
#include "lab/models/study_model.h"
#include "shapes/lab.h"

#include <string>

namespace attune::engine {

/// A track, an artist or both, as somebody types them.
struct GuessRequest {
    std::string artist;
    std::string title;
    const lab::StudyModel* model = nullptr;  ///< a study's model is asked as well
};

/// Which genre a track is by its sound and company, as if its artist were unknown, beside what it is called.
///
/// `predicted` are branches. Of an artist alone: of their tracks together, at most 20.
///
/// @throws Error{invalid_argument} without a word; Error{not_found} if nothing fits, with near spellings
shapes::GenreGuess guess_genre(Workspace& workspace, const GuessRequest& request);

}  // namespace attune::engine
