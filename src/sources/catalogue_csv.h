#pragma once

#include "sources/source.h"

namespace attune::sources {

/// A table of tracks with audio features on Spotify's scales, under Spotify's names for them.
Source catalogue_source() noexcept;

/// A table of artists with their genres.
Source artist_genres_source() noexcept;

}  // namespace attune::sources
