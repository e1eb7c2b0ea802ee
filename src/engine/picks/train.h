#pragma once

#include "core/json_fwd.h"
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

Json to_json(const store::RunRow& run);

/// A person, all that is known to them, and the models of the run in force.
struct Trained {
    store::RunRow run;
    library::PersonId person;
    Collected collected;
    library::History history;
    std::shared_ptr<const recommend::Listeners> listeners;  ///< null if there were none when it was trained
    taste::Surroundings space;
    std::unique_ptr<taste::TasteTable> table;  ///< refers to `collected` and `space`
    std::optional<taste::TasteModel> taste;
    std::optional<recommend::ReplayRanker> replay;
};

/// Loads the run in force. `before_use` may change the collection (by adding tracks) before anything is made
/// of it. @throws Error{not_found} if there is none; Error{corrupt_data}, Error{conflict} if its models
/// cannot be used, with what to do
std::unique_ptr<Trained> load_trained(
    Workspace& workspace, const std::function<void(Collected&, library::History&)>& before_use = {});

}  // namespace attune::engine
