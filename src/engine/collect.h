#pragma once

#include "engine/workspace.h"
#include "library/collection.h"

#include <unordered_map>

namespace attune::engine {

/// The library as dense tables, with the bridge between its ids and the indices of the tables.
struct Collected {
    library::Collection collection;
    std::unordered_map<library::TrackId, library::TrackIndex> track_index;
    std::unordered_map<library::ArtistId, library::ArtistIndex> artist_index;
};

/// Reads all tracks, artists, genres and features. Catalogues are all on Spotify's scale; of a track that several
/// know, the first that describes its sound is taken.
Collected collect(Workspace& workspace);

/// Reads all that a person did. Listens are in the order of listened_at.
library::History collect_history(Workspace& workspace, const Collected& collected, library::PersonId person);

/// A short hash of everything that a training reads; two runs with the same one saw the same data.
std::string fingerprint(const library::Collection& collection, const library::History& history);

}  // namespace attune::engine
