#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::report {

struct MapPlace {
    std::string name;
    double x = 0;
    double y = 0;
    std::size_t group = 0;  ///< of Map::groups; the first seven have a colour and a shape
    double weight = 1;      ///< >= 0: the larger, the larger the dot and the sooner its name is written
    double shade = 0;       ///< in [0, 1]: how much it is part of the territory
};

/// Places in a plane whose nearness means likeness; the axes mean nothing and are not drawn. Names stand
/// where no other name is; a place whose name has no room is a dot that tells it when pointed at. The
/// territory lies as a shade under its places.
struct Map {
    std::string places_are;           ///< "genre"
    std::vector<std::string> groups;  ///< by falling size
    std::vector<MapPlace> places;
    std::string weight_is = "weight";
    std::string shade_is = {};  ///< what the territory is; empty for none
};

/// @throws Error{invalid_argument} without places, for a group that is not there, or a place that is not
/// finite
Svg draw(const Map& map, double width);
Table table_of(const Map& map);

}  // namespace attune::report
