#pragma once

#include "library/audio_features.h"

#include <optional>
#include <string>
#include <vector>

namespace attune::library {

/// A track as some file names it, before anybody knows which track of the library it is. Our Track is what
/// MusicBrainz calls a recording: a performance that a listener knows as one, on however many releases.
struct TrackDescription {
    std::string artist_name;  ///< the main artist, or the whole credit where the file has one string
    std::vector<std::string> other_artists;  ///< the further artists, where the file lists them
    std::string track_name;
    std::string release_name;
    std::optional<int> duration_ms;
    std::string spotify_id;  ///< the 22 characters of a Spotify track URI
    std::string isrc;
    std::string recording_mbid;  ///< MusicBrainz id

    bool names_a_track() const noexcept { return !artist_name.empty() && !track_name.empty(); }
};

/// One track of a catalogue: a description and whatever the catalogue knows of it.
struct CatalogueTrack {
    TrackDescription track;
    AudioFeatures features;
    std::optional<float> popularity;  ///< 0-100
    std::optional<bool> is_explicit;
    std::optional<int> release_year;
    std::vector<std::string> tags;  ///< genres and other words, as written
};

/// The genres that somebody gave an artist.
struct ArtistGenres {
    std::string artist_name;
    std::vector<std::string> genres;  ///< may be empty: the artist is known, its genres are not
};

/// The 22 characters of "spotify:track:ID", "https://open.spotify.com/track/ID?si=..." or a bare ID; empty if
/// the text is none of these.
std::string spotify_track_id(std::string_view text);

/// "spotify:track:ID", or nothing for an empty id.
std::string spotify_uri(std::string_view id);

}  // namespace attune::library
