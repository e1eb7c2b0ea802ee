#pragma once

#include "sources/source.h"

namespace attune::sources {

/// Playlists of Spotify as its API writes them: what spotify-backup saves ([{name, tracks: [{track: …}]}]).
Source spotify_backup_source() noexcept;

/// A slice of the Million Playlist Dataset: playlists of many people.
Source million_playlists_source() noexcept;

/// `Apple Music Library Tracks.json` of Apple's privacy export.
Source apple_library_source() noexcept;

}  // namespace attune::sources
