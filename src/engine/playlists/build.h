#pragma once

#include "engine/library/workspace.h"
#include "shapes/playlists.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::engine {

/// Where tracks are taken from, how many, and what becomes of them.
struct PickOptions {
    std::size_t count = 30;
    std::size_t max_per_artist = 3;
    std::string from = "mine";  ///< "mine": played, saved or on a playlist; "new": never met; "all": both
    std::string name;           ///< of the playlist that is made; empty: told by what was asked for
    bool apply = false;         ///< writes the playlist, which is only shown otherwise
};

/// What a playlist is built from; all that is said holds at once, and something must be said.
struct BuildWishes {
    std::vector<std::string> genres;  ///< any of these
    std::vector<std::string> moods;   ///< words that `attune search` knows, all of them
    std::vector<std::string> like;    ///< tracks or artists, all together
    std::size_t cluster = 0;          ///< a number of music_clusters(); 0: any
};

// All throw Error{not_found} if nothing fits or a name is
// unknown, and Error{conflict} if a name can mean several or, with `apply`, there is a playlist of that name
// already. Disliked and banned tracks and blocked artists are never picked.

/// A new playlist, in an order in which each track leads to the next.
shapes::BuiltPlaylist build_playlist(Workspace& workspace, const BuildWishes& wishes,
                                     const PickOptions& options);

/// Tracks that belong on a playlist and are not on it, best first; `apply` adds them at its end.
shapes::BuiltPlaylist expand_playlist(Workspace& workspace, const std::string& playlist,
                                      const PickOptions& options);

/// A way from one track to another, smooth in sound, tempo and key.
shapes::BuiltPlaylist playlist_path(Workspace& workspace, const std::string& from, const std::string& to,
                                    const PickOptions& options);

/// A playlist divided into parts that go together; `apply` makes a playlist of each and leaves the first as
/// it is.
/// @param parts  0: as many as divide it best
shapes::SplitPlaylist split_playlist(Workspace& workspace, const std::string& playlist, std::size_t parts,
                                     bool apply);

/// The person's music divided into clusters, largest first.
/// @param count  0: one for about 60 tracks, 4 to 24
shapes::MusicClusters music_clusters(Workspace& workspace, std::size_t count);

}  // namespace attune::engine
