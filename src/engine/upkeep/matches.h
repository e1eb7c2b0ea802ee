#pragma once

#include "engine/library/workspace.h"
#include "shapes/library.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune::engine {

/// What there is to look at in how names were matched to tracks. What was kept is not listed again.
/// @param count  how many of `unmatched` and of `doubtful`, each, and of `corrections`
shapes::Matches matches(Workspace& workspace, std::size_t count);

/// Two tracks are one recording: what is known of `track`, and what was done with it, becomes that of `into`. Both as in
/// find_track(). Gives the correction.
/// @throws Error as find_track() and Store::merge_tracks()
shapes::Correction join_tracks(Workspace& workspace, std::string_view track, std::string_view into);

/// A match is wrong: `match` ("spotify:<id>", "isrc:<code>", "mbid:<id>", or a Spotify URI or URL) becomes a track of its own.
/// @throws Error as Store::separate_match(); Error{invalid_argument} if it is no such id
shapes::Correction separate_match(Workspace& workspace, std::string_view match);

/// Nothing is wrong with `match`: an id as above, or a track ("track:12") that is like no other.
/// @throws Error{not_found}, Error{invalid_argument}
shapes::Correction keep_match(Workspace& workspace, std::string_view match);

/// Takes a correction back. @param correction  0: the last in force
/// @throws Error as Store::undo_correction(); Error{not_found} if there is none
shapes::Correction undo_correction(Workspace& workspace, std::int64_t correction);

}  // namespace attune::engine
