#include "engine/picks/runs.h"

#include "core/json.h"
#include "engine/picks/train.h"

namespace attune::engine {

Json runs_json(Workspace& workspace) {
    Json runs = Json::array();
    for (const auto& run : workspace.store->runs(workspace.person_id())) runs.push_back(to_json(run));
    return runs;
}

void restore_run(Workspace& workspace, std::int64_t run) {
    workspace.store->restore_run(workspace.person_id(), library::RunId{run});
}

}  // namespace attune::engine
