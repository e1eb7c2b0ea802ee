#pragma once

#include "report/document.h"
#include "shapes/genres.h"

namespace attune::pages {

/// The map of genres as a page: the picture, its groups, and where the person's listening lies.
/// @param map  as map_genres() gives it
report::Document genre_map_page(const shapes::GenreMap& map);

}  // namespace attune::pages
