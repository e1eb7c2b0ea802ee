#pragma once

#include "library/ids.h"
#include "library/track.h"
#include "store/rows.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace attune::store {

/// Which track and which artist a description means.
class Identity {
  public:
    virtual ~Identity() = default;

    /// The track that this description means, made if the library has none. Matches in this order: external
    /// id (Spotify, ISRC, MBID); folded artist, title and version, with a duration within 3 s where both are
    /// known; the same with an alternative artist key (library/identity.h). Ids that the description brings
    /// are remembered for the track, with how they were matched.
    /// @throws Error{invalid_argument} if the description names no track
    virtual library::TrackId ensure_track(const library::TrackDescription& description) = 0;

    /// The same without making or remembering anything.
    virtual std::optional<TrackMatch> find_track(const library::TrackDescription& description) = 0;

    virtual library::ArtistId ensure_artist(std::string_view artist_name) = 0;

    virtual std::optional<library::ArtistId> find_artist(std::string_view artist_name) = 0;

    /// External ids and how each came to its track.
    virtual std::vector<MatchRow> matches(std::size_t limit, std::size_t offset) = 0;

    /// Those of them that were made by another artist's name than the track has, in the order of ids.
    virtual std::vector<DoubtfulMatchRow> doubtful_matches(library::PersonId person) = 0;

  protected:
    Identity() = default;
    Identity(const Identity&) = default;
    Identity& operator=(const Identity&) = default;
};

}  // namespace attune::store
