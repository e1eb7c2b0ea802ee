#include "engine/picks/runs.h"

#include "core/json.h"

namespace attune::engine {
namespace {

shapes::RunSummary summary_of(const std::string& text) {
    shapes::RunSummary summary;
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return summary;
    for (const auto& stage : json.value("stages", Json::array())) {
        shapes::RunStage row{stage.value("stage", ""), stage.value("rows", std::size_t{0}),
                             stage.value("positive", std::size_t{0}), std::nullopt,
                             stage.value("weight", 0.0)};
        if (const auto auc = stage.find("auc_by_artist"); auc != stage.end() && auc->is_number())
            row.auc_by_artist = auc->get<double>();
        summary.stages.push_back(std::move(row));
    }
    summary.history_weight = json.value("history_weight", 0.0);
    summary.replay = json.value("replay", false);
    summary.listens = json.value("listens", std::size_t{0});
    summary.labels = json.value("labels", std::size_t{0});
    summary.tracks = json.value("tracks", std::size_t{0});
    summary.feature_scale = json.value("feature_scale", "");
    if (json.contains("quick")) summary.quick = json.value("quick", false);
    return summary;
}

}  // namespace

shapes::Run run_of(const store::RunRow& row) {
    return {row.id.value,           row.at, row.seed, row.version, row.fingerprint, row.is_current,
            summary_of(row.summary)};
}

shapes::Runs runs(Workspace& workspace) {
    shapes::Runs runs;
    for (const auto& row : workspace.store->runs(workspace.person_id())) runs.runs.push_back(run_of(row));
    return runs;
}

void restore_run(Workspace& workspace, std::int64_t run) {
    workspace.store->restore_run(workspace.person_id(), library::RunId{run});
}

}  // namespace attune::engine
