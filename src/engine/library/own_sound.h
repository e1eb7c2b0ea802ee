#pragma once

#include "core/matrix.h"
#include "engine/library/collect.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attune::engine {

/// The track of a file of sound that was analysed, if the text is the path of a file and may be one.
/// @throws Error{not_found} if there is such a file, but it was not analysed or could not be
std::optional<library::TrackId> track_of_file(Workspace& workspace, std::string_view text);

/// Where the files of tracks lie; of a track in several files the first by path.
std::unordered_map<library::TrackId, std::string> places_of_tracks(store::Store& store);

/// The embeddings of the tracks of a collection, shape (n_tracks, d), from the newest version alone; a row of
/// NaN where none is known. Without any embedding it has no rows.
Matrix sound_embeddings(store::Store& store, const Collected& collected);

}  // namespace attune::engine
