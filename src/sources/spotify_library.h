#pragma once

#include "sources/source.h"

namespace attune::sources {

/// Playlist*.json of "Account data", 2020 to today: the playlists that the person made.
Source spotify_playlists_source() noexcept;

/// YourLibrary.json of "Account data": saved and banned tracks, followed and banned artists. Saved albums
/// count as no_track, shows and episodes as podcast.
Source spotify_library_source() noexcept;

}  // namespace attune::sources
