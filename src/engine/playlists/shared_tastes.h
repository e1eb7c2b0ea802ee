#pragma once

#include "engine/library/workspace.h"
#include "shapes/playlists.h"

#include <string_view>

namespace attune::engine {

/// What the people who added to playlists like, and how that overlaps.
///
/// `genres` of a pair is the sum over genres of the smaller share, in [0, 1]; `sound` the same of eighths of the values
/// of a feature among all of these tracks, as a mean over five features; null where one of the two has fewer than ten
/// tracks whose sound is known. A track counts once a person.
///
/// @param playlist  empty: all of the person's playlists
/// @throws Error as find_playlist()
shapes::Tastes shared_tastes(Workspace& workspace, std::string_view playlist);

/// Calls whoever added to playlists otherwise from now on.
/// @return as shared_tastes() of all playlists
/// @throws Error as Store::rename_contributor(); Error{invalid_argument} as check_person_name()
shapes::Tastes rename_contributor(Workspace& workspace, std::string_view from, std::string_view to);

}  // namespace attune::engine
