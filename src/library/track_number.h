#pragma once

#include "library/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace attune::library {

/// How answers, files and people name a track of a library: "track:12".
std::string track_number(TrackId track);

/// The track of "track:12"; nothing for any other text.
std::optional<TrackId> parse_track_number(std::string_view text);

}  // namespace attune::library
