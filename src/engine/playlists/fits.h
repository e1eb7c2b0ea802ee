#pragma once

#include "engine/playlists/shelf.h"
#include "playlists/groups.h"

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace attune::engine {

/// How well a track fits what somebody asked for, in [0, 1], and why.
struct Fit {
    double score = 0;
    std::string reason;
};
using Fits = std::map<library::TrackIndex, Fit>;

/// The tracks of the pool that belong on a playlist of a shelf rather than not.
Fits fits_on(const playlists::Shelf& shelf, std::size_t playlist, const playlists::BelongingWeights& weights,
             std::span<const library::TrackIndex> pool, const Workspace& workspace);

/// Tracks that are called one of these genres, or near enough to it. @throws Error{not_found}
Fits fits_to_genres(const PlaylistShelf& shelf, const std::vector<std::string>& genres);

/// Tracks that fit all of these words, which `attune search` knows. @throws Error{not_found}
Fits fits_to_moods(const PlaylistShelf& shelf, const std::vector<std::string>& moods, const Task& task);

/// The tracks that a name stands for: the track itself, or those of an artist, the person's own first.
/// @param name  becomes what the library calls it
/// @throws Error{not_found}, Error{conflict}
std::vector<library::TrackIndex> seeds_of(Workspace& workspace, const PlaylistShelf& shelf,
                                          const std::string& text, std::string& name);

/// The tracks of the pool that belong with the seeds as if these were a playlist.
Fits fits_to_seeds(Workspace& workspace, const PlaylistShelf& shelf,
                   const std::vector<library::TrackIndex>& seeds, std::span<const library::TrackIndex> pool);

/// The person's music in clusters, largest first; 0: one for about 60 tracks, 4 to 24.
std::vector<playlists::Group> clusters_of(const PlaylistShelf& shelf, const Workspace& workspace,
                                          std::size_t count);

/// The tracks of a cluster by its number, the most typical fitting best.
/// @param name  becomes that of the cluster
/// @throws Error{invalid_argument} if there is no such cluster
Fits fits_to_cluster(const PlaylistShelf& shelf, const Workspace& workspace, std::size_t number,
                     std::string& name);

}  // namespace attune::engine
