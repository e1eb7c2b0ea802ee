#include "engine/picks/evaluate.h"
#include "engine/picks/runs.h"
#include "engine/picks/train.h"
#include "web/answers.h"

#include <algorithm>

namespace attune::web {
namespace {

/// The call that puts the run before in force again; null if there was none.
std::optional<shapes::Undo> undo_of_training(const std::optional<store::RunRow>& before) {
    if (!before) return std::nullopt;
    return shapes::Undo{"POST", fmt::format("{}/runs/{}/restore", api_prefix, before->id.value), std::nullopt,
                        fmt::format("put run {} in force again", before->id.value)};
}

JobOutcome train_person(Service& service, const LibraryRef& library, const engine::TrainOptions& options,
                        const Task& task) {
    const auto workspace = service.library().lend(library);
    workspace->task = task;
    const Changing changing(service.library());
    const auto before = workspace->store->current_run(workspace->person_id());
    const auto run = engine::run_of(engine::train(*workspace, options));
    return {shapes::to_json(run), undo_of_training(before)};
}

Response train(Call& call) {
    auto& service = call.service;
    engine::TrainOptions options;
    options.playlists = call.texts("playlists");
    options.use_labels = !call.flag("without_labels");
    options.quick = call.flag("quick");
    return service.start("train", [&service, library = call.library(), options](const Task& task) {
        return train_person(service, library, options, task);
    });
}

Response runs(Call& call) { return reading(call, engine::runs); }

Response restore(Call& call) {
    const auto run = call.path_number("run");
    return changing(call, [run](engine::Workspace& workspace) {
        engine::restore_run(workspace, run);
        return engine::runs(workspace);
    });
}

Response evaluate(Call& call) {
    auto& service = call.service;
    const auto cuts = call.reals("cuts");
    require(std::ranges::all_of(cuts, [](double cut) { return cut > 0 && cut < 1; }),
            "a cut must be in (0, 1)");
    const auto resamples = call.number("resamples", 10, 100'000, 1000);
    const bool leave_one_out = call.flag("leave_one_out");
    return service.start(
        "evaluate",
        [&service, library = call.library(), cuts, resamples, leave_one_out](const Task& task) -> JobOutcome {
            const auto workspace = service.library().lend(library);
            workspace->task = task;
            return {shapes::to_json(engine::evaluate_person(*workspace, cuts, resamples, leave_one_out))};
        });
}

}  // namespace

std::vector<Route> learning_routes() {
    return {
        {.method = "POST",
         .path = "/train",
         .right = Right::session,
         .summary = "a job: learns from what the person did; a new run",
         .body = {{"playlists", "strings", "playlists that stand for taste; none: all"},
                  {"without_labels", "boolean", "leave out what was said of tracks"},
                  {"quick", "boolean", "fewer models, for a first look"}},
         .shape = &shapes::type_of<shapes::Job>,
         .answer = train},
        {.method = "GET",
         .path = "/runs",
         .stamp = Stamp::library,
         .of = engine::Of::runs,
         .summary = "the runs so far",
         .shape = &shapes::type_of<shapes::Runs>,
         .answer = runs},
        {.method = "POST",
         .path = "/runs/{run}/restore",
         .lane = Lane::writing,
         .right = Right::session,
         .summary = "puts a run of the past in force again",
         .shape = &shapes::type_of<shapes::Runs>,
         .answer = restore},
        {.method = "POST",
         .path = "/evaluations",
         .right = Right::session,
         .summary = "a job: the person's past replayed, against simple rules",
         .body = {{"cuts", "numbers", "shares of the plays to cut at"},
                  {"resamples", "integer", "bootstrap resamples, 10 to 100000"},
                  {"leave_one_out", "boolean", "also without each source of evidence"}},
         .shape = &shapes::type_of<shapes::Job>,
         .answer = evaluate},
    };
}

}  // namespace attune::web
