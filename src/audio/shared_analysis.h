#pragma once

#include "audio/fingerprint.h"
#include "core/error.h"
#include "core/json.h"
#include "library/audio_features.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::audio {

/// What somebody heard in a recording, as it is passed on to others. Where the file lay, what it is called
/// and what its tags say is not in it.
struct SharedAnalysis {
    Fingerprint fingerprint;
    int duration_ms = 0;
    int version = 0;            ///< of the way to compute it
    std::uint64_t content = 0;  ///< hash of the bytes of the file
    Json analysis;              ///< an object with "features", the thirteen, and whatever else was found
    std::vector<float> embedding;
};

/// As a line of text: a JSON object with "fingerprint", "duration_ms", "version", "content" (16 hexadecimal
/// digits), "analysis" and "embedding".
std::string to_line(const SharedAnalysis& shared);

/// Reads such a line. The error says what is wrong with it: strangers write these files.
Result<SharedAnalysis> parse_shared_analysis(std::string_view line);

/// The thirteen of an analysis; missing where they are null, no number or out of their range.
library::AudioFeatures features_of(const Json& analysis);

}  // namespace attune::audio
