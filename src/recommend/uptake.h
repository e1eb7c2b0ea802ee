#pragma once

#include "library/collection.h"

namespace attune::recommend {

/// Of the songs that a person came to keep (heard for 90 s at least twice), the share by artists that they had never
/// played, seen from several moments of their past; drawn to two fifths while there are few such songs. In [0.2, 0.8]:
/// everybody is offered some new artists, and something by those that they know.
double new_artist_rate(const library::Collection& collection, const library::History& known);

/// The share of new artists in a list when the dial for familiarity stands at `familiarity`: the person's own rate in
/// the middle, all at 0, none at 1, in straight lines between.
/// @param familiarity  in [0, 1]
double share_of_new(double rate, double familiarity) noexcept;

}  // namespace attune::recommend
