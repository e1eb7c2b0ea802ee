#pragma once

#include "library/collection.h"
#include "library/interactions.h"

#include <optional>
#include <string>
#include <vector>

namespace attune::library {

struct CommunityArtist {
    std::string name;
    std::optional<ArtistIndex> artist;  ///< in the Collection, if the library knows the artist
};

struct CommunityTrack {
    std::string artist_name;
    std::string track_name;
    std::optional<TrackIndex> track;  ///< in the Collection, if the library knows the track
};

/// How often people gave an artist a tag.
struct CommunityTag {
    ItemIndex artist = 0;   ///< row of Community::artists
    std::uint32_t tag = 0;  ///< row of Community::tag_names
    float count = 0;
};

/// What many other people listen to, as dense tables, with the bridge to the Collection of the library. The person's
/// own plays are no part of it.
struct Community {
    std::vector<CommunityArtist> artists;
    Interactions artist_plays;  ///< people x artists, play counts

    std::vector<CommunityTrack> tracks;
    Interactions track_plays;  ///< people x tracks, play counts; people are numbered as in artist_plays

    std::vector<std::string> tag_names;  ///< folded, ascending
    std::vector<CommunityTag> tags;      ///< by artist, then by tag

    bool empty() const noexcept { return artists.empty() && tracks.empty(); }
};

}  // namespace attune::library
