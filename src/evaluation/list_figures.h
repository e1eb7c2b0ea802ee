#pragma once

#include "evaluation/replay.h"
#include "taste/surroundings.h"

#include <span>
#include <vector>

namespace attune::evaluation {

/// What a list of tracks looks like, whatever becomes of it: the figures of the task "list" (see evaluate()), without
/// intervals. Novelty has no value without other listeners.
///
/// @param cut    index into history.plays: what was played before it is known
/// @param share  the same as a share of the plays, for Figure::cut
std::vector<Figure> list_figures(const library::Collection& collection, const library::History& history,
                                 std::size_t cut, const taste::Surroundings& space,
                                 std::span<const library::TrackIndex> list, double share);

}  // namespace attune::evaluation
