#pragma once

#include "audio/tags.h"
#include "core/json_fwd.h"
#include "features/analysis/analysis.h"

#include <string_view>

namespace attune::shapes {

/// What was heard, as it is stored, shown and shared:
///
///     {"features": {the thirteen, "tempo_alternative", "confidence": {...}},
///      "rhythm": {...}, "tonality": {...}, "loudness": {"integrated_lufs", ...}, "descriptors": {...},
///      "problems": []}
///
/// What is not known is null. Places of beats are left out, and the embedding, which is stored beside it.
Json analysis_json(const features::TrackAnalysis& analysis);

/// Reads a stored analysis or description again.
/// @throws Error{corrupt_data} if it is no JSON object
Json stored_json(std::string_view text);

/// {"title", "artists", "album", "album_artist", "genres", "year", "track_number", "isrc", "recording_mbid"},
/// without what the tags do not say.
Json tags_json(const audio::Tags& tags);

}  // namespace attune::shapes
