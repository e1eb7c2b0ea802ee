#pragma once

#include "demo/world.h"

#include <string>

namespace attune::demo {

/// A table of the catalogue's tracks with Spotify's thirteen features, as such tables are passed round: one
/// row a Spotify id, all artists in one field, a few values missing.
std::string write_catalogue_csv(const World& world);

/// A table of artists and their genres, these as a list in Python's spelling: ['dream pop', 'techno'].
std::string write_artist_genres_csv(const World& world);

}  // namespace attune::demo
