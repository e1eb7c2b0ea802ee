#include "engine/picks/train.h"

#include "core/error.h"
#include "core/json.h"
#include "core/version.h"
#include "engine/library/listeners.h"
#include "files/blobs.h"

#include <algorithm>

namespace attune::engine {
namespace {

constexpr std::string_view taste_prefix = "taste-";
constexpr std::string_view replay_prefix = "replay-";
/// Folds must leave one for judging: the least are two.
constexpr int quick_folds = 2;
constexpr int quick_negatives = 1500;

Json summary_of(const taste::TasteModel& taste, const recommend::ReplayRanker& replay,
                const Collected& collected, const library::History& history) {
    Json summary = taste.summary();
    summary["replay"] = replay.is_trained();
    summary["listens"] = history.plays.size();
    summary["labels"] = history.labels.size();
    summary["tracks"] = collected.collection.tracks.size();
    summary["feature_scale"] = collected.collection.feature_scale;
    return summary;
}

/// The taste model of the run in force, if it can still be read: its stage 1 may serve again.
std::optional<taste::TasteModel> previous_taste(Workspace& workspace, library::PersonId person,
                                                const taste::TasteTable& table) {
    const auto run = workspace.store->current_run(person);
    if (!run) return std::nullopt;
    try {
        const files::Blobs blobs = files::read_blobs(models_directory(workspace, run->id));
        return taste::TasteModel::load(files::blobs_under(blobs, taste_prefix), table.columns());
    } catch (const Error&) {
        return std::nullopt;  // trained by another version, or on other columns: learn anew
    }
}

}  // namespace

store::RunRow train(Workspace& workspace, const TrainOptions& options) {
    const auto person = workspace.person_id();
    const Collected collected = collect(workspace);
    const auto history = collect_history(workspace, collected, person);
    if (history.plays.empty() && history.labels.empty() && history.playlists.empty())
        fail(ErrorCode::not_found,
             "'{}' has no listens, playlists or labels to learn from; import some first", workspace.person);
    for (const auto& name : options.playlists) {
        if (std::ranges::find(history.playlists, name, &library::CollectionPlaylist::name) ==
            history.playlists.end())
            fail(ErrorCode::not_found, "'{}' has no playlist '{}'", workspace.person, name);
    }
    auto space = taste::make_surroundings(collected.collection);
    const auto listeners = learn_listeners(workspace, collected);
    space.others = listeners;
    const Timestamp present = present_of(history, workspace.now);
    const taste::TasteTable table(collected.collection, history, present, space);
    taste::TasteOptions taste_options;
    taste_options.seed = workspace.seed;
    taste_options.threads = workspace.threads;
    taste_options.use_labels = options.use_labels;
    taste_options.chosen_playlists = options.playlists;
    if (options.quick) {
        taste_options.folds = quick_folds;
        taste_options.search_trials = 0;
    }
    const auto previous = previous_taste(workspace, person, table);
    const auto taste = taste::TasteModel::fit(collected.collection, history, present, table, taste_options,
                                              workspace.task, previous ? &*previous : nullptr);
    recommend::ReplayOptions replay_options;
    replay_options.seed = workspace.seed;
    replay_options.threads = workspace.threads;
    if (options.quick) replay_options.negatives = quick_negatives;
    const auto replay =
        recommend::ReplayRanker::fit(collected.collection, history, space, replay_options, workspace.task);

    files::Blobs blobs;
    files::put_under(blobs, taste_prefix, taste.save(table.columns()));
    files::put_under(blobs, replay_prefix, replay.save());
    if (listeners) blobs[listeners_blob] = listeners->save();
    store::RunRow run;
    run.person = person;
    run.at = workspace.now;
    run.seed = workspace.seed;
    run.version = attune_version();
    run.fingerprint = fingerprint(collected.collection, history);
    auto summary = summary_of(taste, replay, collected, history);
    summary["quick"] = options.quick;
    run.summary = summary.dump();
    // The models are in place before the run exists: a run without models is never seen.
    const auto transaction = workspace.store->begin();
    run.id = workspace.store->add_run(run);
    files::write_blobs(models_directory(workspace, run.id), blobs);
    workspace.task.check();
    transaction->commit();
    run.is_current = true;
    return run;
}

Json to_json(const store::RunRow& run) {
    return {{"run", run.id.value},
            {"at", format_timestamp(run.at)},
            {"seed", run.seed},
            {"version", run.version},
            {"fingerprint", run.fingerprint},
            {"is_current", run.is_current},
            {"summary", Json::parse(run.summary, nullptr, false)}};
}

std::unique_ptr<Trained> load_trained(Workspace& workspace,
                                      const std::function<void(Collected&, library::History&)>& before_use) {
    auto trained = std::make_unique<Trained>();
    trained->person = workspace.person_id();
    const auto run = workspace.store->current_run(trained->person);
    if (!run) fail(ErrorCode::not_found, "'{}' has no run yet; `attune train` makes one", workspace.person);
    trained->run = *run;
    const files::Blobs blobs = files::read_blobs(models_directory(workspace, run->id));
    const files::Blobs taste_blobs = files::blobs_under(blobs, taste_prefix);
    trained->collected = collect(workspace);
    trained->history = collect_history(workspace, trained->collected, trained->person);
    if (before_use) before_use(trained->collected, trained->history);
    trained->space = taste::make_surroundings(trained->collected.collection);
    trained->listeners = restore_listeners(workspace, trained->collected, blobs);
    trained->space.others = trained->listeners;
    trained->table = std::make_unique<taste::TasteTable>(
        trained->collected.collection, trained->history, present_of(trained->history, workspace.now),
        trained->space, taste::TasteModel::genres_of(taste_blobs));
    trained->taste = taste::TasteModel::load(taste_blobs, trained->table->columns());
    trained->replay = recommend::ReplayRanker::load(files::blobs_under(blobs, replay_prefix));
    return trained;
}

}  // namespace attune::engine
