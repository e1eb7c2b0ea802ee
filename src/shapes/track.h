#pragma once

#include "core/json.h"
#include "library/track.h"

#include <fmt/format.h>

namespace attune::shapes {

/// A track by what it is called: {"id", "artist", "title", "uri", "release", "year" or null}.
/// @tparam Track  a row of the store or of a collection
template <class Track>
Json track_json(const Track& track) {
    return {{"id", fmt::format("track:{}", track.id.value)},
            {"artist", track.artist_name},
            {"title", track.track_name},
            {"uri", library::spotify_uri(track.spotify_id)},
            {"release", track.release_name},
            {"year", track.release_year ? Json(*track.release_year) : Json(nullptr)}};
}

}  // namespace attune::shapes
