#pragma once

#include "audio/tags.h"
#include "core/json_fwd.h"
#include "features/analysis/analysis.h"
#include "shapes/intake.h"

#include <string_view>

namespace attune::shapes {

/// What was heard, as it is stored, shown and shared. What is not known is null. Places of beats are left out, and the
/// embedding, which is stored beside it.
Heard heard_of(const features::TrackAnalysis& analysis);

/// Reads a stored analysis or description again.
/// @throws Error{corrupt_data} if it is no JSON object
Json stored_json(std::string_view text);

/// Without what the tags do not say.
FileTags tags_of(const audio::Tags& tags);

}  // namespace attune::shapes
