#pragma once

#include "core/json_fwd.h"
#include "engine/library/workspace.h"
#include "recommend/reasons.h"
#include "taste/model.h"

#include <filesystem>
#include <string>
#include <vector>

namespace attune::engine {

struct TrackScore {
    std::string artist;  ///< as the file has it
    std::string title;
    std::string uri;
    bool known = false;  ///< the library knows the track
    std::string id;      ///< "track:N" if known
    taste::Prediction prediction;
    std::vector<recommend::Reason> reasons;
};

struct ScoreReport {
    std::vector<TrackScore> tracks;     ///< in the order of the file
    std::vector<std::string> problems;  ///< rows that name no track
};

/// How much the person would like each track of a file: a CSV of artist, title and perhaps uri, or a
/// playlist. A track that the library does not know is judged by what it knows of its artist.
/// @throws Error{not_found}; Error{corrupt_data} if the file names no track
ScoreReport score_file(Workspace& workspace, const std::filesystem::path& file);

Json to_json(const ScoreReport& report);

}  // namespace attune::engine
