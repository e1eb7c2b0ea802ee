#pragma once

#include "engine/genres/genre_tree.h"
#include "engine/library/workspace.h"

#include <span>
#include <string>
#include <vector>

namespace attune::engine {

struct TrackGenreRequest {
    std::vector<std::string> tracks;  ///< ids, Spotify URIs, "Artist - Title" or titles
    bool ignore_artist = false;       ///< as if nothing were known of the artist
};

/// The branch of each track: that of its artist's genres, else from the tracks beside it in the person's
/// playlists and from its sound, or that nobody can tell. Learnt from the tracks whose artists have genres.
/// Where the library has too few of them nobody can tell, and "note" says so.
/// @throws Error{not_found} for an unknown track; Error{conflict} for a title of several
shapes::TrackGenres genres_of_tracks(Workspace& workspace, const TrackGenreRequest& request);

/// The same of tracks of a library that was read, by a tree that was learnt.
shapes::TrackGenres genres_of_tracks(Snapshot& snapshot, const GenreTree& tree,
                                     std::span<const library::TrackIndex> tracks, bool ignore_artist);

}  // namespace attune::engine
