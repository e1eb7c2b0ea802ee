#pragma once

#include "sources/source.h"

namespace attune::sources {

/// Scrobbles of Last.fm as its exporters write them: artist, track, album, time; with or without a header.
/// The length of a play is not known.
Source lastfm_source() noexcept;

/// Any table of plays that says how long each was: artist, track, time, ms played. The time is the end of the
/// play where the column is called so (endTime, ts), or is Spotify's own (datetime beside msPlayed).
Source listening_csv_source() noexcept;

}  // namespace attune::sources
