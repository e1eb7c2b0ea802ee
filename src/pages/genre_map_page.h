#pragma once

#include "core/json_fwd.h"
#include "report/document.h"

namespace attune::pages {

/// The map of genres as a page: the picture, its groups, and where the person's listening lies.
/// @param map  as map_genres() gives it
report::Document genre_map_page(const Json& map);

}  // namespace attune::pages
