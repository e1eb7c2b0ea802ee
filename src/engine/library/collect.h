#pragma once

#include "engine/library/workspace.h"
#include "library/collection.h"
#include "library/community.h"

#include <unordered_map>

namespace attune::engine {

/// The library as dense tables, with the bridge between its ids and the indices of the tables.
struct Collected {
    library::Collection collection;
    std::unordered_map<library::TrackId, library::TrackIndex> track_index;
    std::unordered_map<library::ArtistId, library::ArtistIndex> artist_index;
};

/// Reads all tracks, artists, genres and features. Catalogues are all on Spotify's scale; of a track that several
/// know, the first that describes its sound is taken. Where no catalogue describes any, the features are those that
/// attune heard itself: the two are never mixed (Collection::feature_scale), unless the person has joined the scales
/// (engine/scales.h).
Collected collect(Workspace& workspace);

/// Reads all that a person did. Listens are in the order of listened_at.
library::History collect_history(Workspace& workspace, const Collected& collected, library::PersonId person);

/// The same without what the person says here, of tracks and artists: what Of::listens and Of::playlists hold.
library::History collect_past(Workspace& workspace, const Collected& collected, library::PersonId person);

/// Adds to the past what the person said here: labels and blocked artists, which Of::labels holds.
void add_said(Workspace& workspace, const Collected& collected, library::PersonId person,
              library::History& past);

/// Reads what many other people listen to. The people are those of all sources; an artist or a track of the community
/// points to that of the library by the rules of the store. Tracks that the library knows as one are one here.
library::Community collect_community(Workspace& workspace, const Collected& collected);

/// The index of a track that was looked up after the library was read.
/// @throws Error{unavailable} if it came in between
library::TrackIndex index_of(const Collected& collected, library::TrackId track);

/// The moment that counts as the present: just after the last play. "Lately" means lately in the history: an export
/// may be months old when it is looked at, and the same library gives the same list tomorrow.
Timestamp present_of(const library::History& history, Timestamp now);

}  // namespace attune::engine
