#pragma once

#include "library/ids.h"
#include "library/track.h"
#include "library/track_number.h"
#include "shapes/shape.h"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace attune::shapes {

/// A track by what it is called.
struct Track {
    std::string id;  ///< "track:12"
    std::string artist;
    std::string title;
    std::string uri;  ///< empty if no Spotify id is known

    static void describe(Fields<Track>& fields);
};

/// The same with where it came out.
struct ReleasedTrack {
    Track name;
    std::string release;  ///< empty if it is not known
    std::optional<int> year;

    static void describe(Fields<ReleasedTrack>& fields);
};

/// The number of "track:12".
library::TrackId id_of(const Track& track);

/// @tparam Row  a track of the store or of a collection
template <class Row>
Track track_of(const Row& row) {
    return {library::track_number(row.id), row.artist_name, row.track_name,
            library::spotify_uri(row.spotify_id)};
}

template <class Row>
ReleasedTrack released_track_of(const Row& row) {
    return {track_of(row), row.release_name, row.release_year};
}

}  // namespace attune::shapes
