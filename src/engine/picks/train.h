#pragma once

#include "engine/library/collect.h"
#include "engine/library/workspace.h"
#include "recommend/listeners.h"
#include "recommend/replay_ranker.h"
#include "taste/model.h"
#include "taste/surroundings.h"
#include "taste/table.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace attune::engine {

struct TrainOptions {
    std::vector<std::string> playlists;  ///< names of those that stand for taste; empty: all
    bool use_labels = true;
    bool quick = false;  ///< fewer models of each kind, for a first look while the others are learnt
};

/// Learns from all that the person did and makes a Run of it, which is then in force.
/// @throws Error{not_found} if the person has no listens and no labels
store::RunRow train(Workspace& workspace, const TrainOptions& options);

/// Whether there is a run in force whose models this program can use: not after those of another version.
bool has_usable_run(Workspace& workspace);

/// A short hash of everything that a training reads; two runs with the same one saw the same data.
/// @param listeners  the saved model of other people's listening; empty if there is none
std::string fingerprint(const library::Collection& collection, const library::History& history,
                        std::string_view listeners);

}  // namespace attune::engine
