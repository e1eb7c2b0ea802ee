#pragma once

#include "sources/source.h"

namespace attune::sources {

/// A playlist as Exportify writes it (watsonbox and pavelkomarov). Its columns of audio features and
/// popularity are not taken: they come from Spotify's Web API, whose terms forbid to learn from them.
Source exportify_source() noexcept;

/// Any table of tracks: Soundiiz, TuneMyMusic, or one's own with title and artist, or with Spotify links.
Source track_csv_source() noexcept;

}  // namespace attune::sources
