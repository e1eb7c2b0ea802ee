#pragma once

#include "library/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attune::store {

/// One origin of community data, which can be forgotten as a whole.
struct CommunitySourceRow {
    std::string name;  ///< "listenbrainz", "hetrec", or what the person called it
    std::int64_t n_people = 0;
    std::int64_t n_artist_plays =
        0;  ///< pairs of a person and an artist, without those that follow from tracks
    std::int64_t n_track_plays = 0;  ///< pairs of a person and a track
    std::int64_t n_tags = 0;         ///< pairs of an artist and a tag
};

struct CommunityCounts {
    std::int64_t people = 0;
    std::int64_t artists = 0;
    std::int64_t tracks = 0;
    std::int64_t tags = 0;
    std::int64_t known_artists = 0;  ///< artists of the library that the community knows
    std::int64_t known_tracks = 0;   ///< tracks of the library that it knows
};

struct CommunityArtistRow {
    std::string name;          ///< as first written
    library::ArtistId artist;  ///< of the library; none if it does not know the artist
};

struct CommunityTrackRow {
    std::uint32_t artist = 0;  ///< index in CommunityContent::artists
    std::string track_name;
    library::TrackId track;  ///< of the library; none if it does not know the track
};

/// What one person did with one artist or track; several rows of one pair add up.
struct CommunityPlayRow {
    std::uint32_t person = 0;
    std::uint32_t item = 0;
    float count = 0;
};

struct CommunityTagRow {
    std::uint32_t artist = 0;
    std::uint32_t tag = 0;
    float count = 0;  ///< people who gave it
};

/// All of the community, with indices instead of ids.
struct CommunityContent {
    std::uint32_t n_people = 0;
    std::vector<CommunityArtistRow> artists;
    std::vector<CommunityTrackRow> tracks;
    std::vector<std::string> tags;               ///< folded, ascending
    std::vector<CommunityPlayRow> artist_plays;  ///< those of the artist's tracks included
    std::vector<CommunityPlayRow> track_plays;
    std::vector<CommunityTagRow> artist_tags;  ///< by artist, then by tag; one row for each source of them
};

}  // namespace attune::store
