#pragma once

#include "evaluation/replay.h"

#include <vector>

namespace attune::evaluation {

struct HubOptions {
    std::size_t n_people = 100;  ///< of the community, drawn; all if that is less
    std::size_t n_seeds = 5;     ///< tracks of a person, of the artists they play most
    std::uint64_t seed = 1;
    std::size_t threads = 1;
};

/// Whether a few tracks stand in everybody's list. A hundred other listeners are each given the 100 tracks that sound
/// most like some of their own; "largest_share@100" is the share of the listeners in whose list the most frequent
/// track stands, "skewness@100" of how often tracks stand in lists. Of the models "sound" (plain distances) and
/// "sound_mutual" (similarity::MutualProximity); without intervals or cuts. Empty if too few people play artists that
/// the catalogues have.
///
/// Source: M. Radovanovic, A. Nanopoulos, M. Ivanovic, "Hubs in space", JMLR 11, 2010.
std::vector<Figure> hub_figures(const library::Collection& collection, const library::Community& community,
                                const HubOptions& options, const Task& task = {});

}  // namespace attune::evaluation
