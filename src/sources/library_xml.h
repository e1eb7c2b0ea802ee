#pragma once

#include "sources/source.h"

namespace attune::sources {

/// The library of iTunes and of Apple's Music, as "Export Library" writes it: playlists, last plays and skips, ratings.
Source itunes_library_source() noexcept;

/// The collection of rekordbox as XML, and of Traktor (NML): playlists and ratings.
Source rekordbox_source() noexcept;
Source traktor_source() noexcept;

}  // namespace attune::sources
