#include "engine/picks/train.h"

#include "core/error.h"
#include "core/hasher.h"
#include "core/json.h"
#include "core/json_text.h"
#include "core/version.h"
#include "engine/library/listeners.h"
#include "engine/picks/trained.h"
#include "files/atomic.h"
#include "files/blobs.h"
#include "library/content_hash.h"
#include "recommend/replay_score.h"
#include "recommend/scoring.h"
#include "taste/history_tables.h"
#include "taste/rank_model.h"
#include "taste/stage_rows.h"

#include <algorithm>

namespace attune::engine {
namespace {

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

namespace {

/// All that a training reads, of one state of the library.
struct Lessons {
    library::PersonId person;
    std::shared_ptr<const Collected> collected;
    std::shared_ptr<const KnownHistory> known;
    std::shared_ptr<const recommend::Listeners> listeners;
    taste::Surroundings space;
    std::unique_ptr<const taste::TasteTable> table;
    Timestamp present;
    std::optional<taste::TasteModel> previous;
};

std::unique_ptr<const Lessons> read_lessons(Workspace& workspace, const TrainOptions& options) {
    Snapshot snapshot(workspace);
    auto made = std::make_unique<Lessons>();  // the table refers to what stands in it
    auto& lessons = *made;
    lessons.person = workspace.person_id();
    lessons.collected = snapshot.collected();
    lessons.known = snapshot.history(lessons.person);
    const auto& history = lessons.known->history;
    if (history.plays.empty() && history.labels.empty() && history.playlists.empty())
        fail(ErrorCode::not_found,
             "'{}' has no listens, playlists or labels to learn from; import some first", workspace.person);
    for (const auto& name : options.playlists) {
        if (std::ranges::find(history.playlists, name, &library::CollectionPlaylist::name) ==
            history.playlists.end())
            fail(ErrorCode::not_found, "'{}' has no playlist '{}'", workspace.person, name);
    }
    lessons.listeners = snapshot.listeners();
    lessons.space = *snapshot.surroundings();
    lessons.space.others = lessons.listeners;
    lessons.present = present_of(history, workspace.now);
    lessons.table = std::make_unique<const taste::TasteTable>(lessons.collected->collection, history,
                                                              lessons.present, lessons.space);
    lessons.previous = previous_taste(workspace, lessons.person, *lessons.table);
    return made;
}

taste::TasteOptions taste_options(const Workspace& workspace, const TrainOptions& options) {
    taste::TasteOptions taste;
    taste.seed = workspace.seed;
    taste.threads = workspace.threads;
    taste.use_labels = options.use_labels;
    taste.chosen_playlists = options.playlists;
    if (options.quick) {
        taste.folds = quick_folds;
        taste.search_trials = 0;
    }
    return taste;
}

recommend::ReplayOptions replay_options(const Workspace& workspace, const TrainOptions& options) {
    recommend::ReplayOptions replay;
    replay.seed = workspace.seed;
    replay.threads = workspace.threads;
    if (options.quick) replay.negatives = quick_negatives;
    return replay;
}

/// How scores have gone with what came of them: the ranker as it would have been at the cut of the taste models' replay,
/// and the labels.
recommend::Chances make_chances(const Lessons& lessons, const taste::TasteModel& taste,
                                const recommend::ReplayRanker& replay,
                                const recommend::ReplayOptions& options, const Task& task) {
    const auto& collection = lessons.collected->collection;
    const auto& history = lessons.known->history;
    const auto& judged = taste.judged();
    const double weight = recommend::replay_weight(history.labels.size());
    recommend::Chances::Examples examples;
    const auto add = [&](const recommend::ScoresThen& said) {
        for (std::size_t i = 0; i < said.scores.size(); ++i) {
            const auto row = examples.scores.size();
            examples.scores.push_back(weight * said.scores[i] + judged.margins.at(row));
            examples.sections.push_back(said.sections[i]);
            examples.liked.push_back(judged.liked[row]);
            examples.weights.push_back(judged.weights[row]);
        }
    };
    if (const auto cut = taste::replay_cut(history)) {
        const Timestamp then = history.plays[*cut].listened_at;
        const auto past = library::known_before(history, then, false);
        const auto ranker = recommend::ReplayRanker::fit(collection, past, lessons.space, options, task);
        const auto first = taste::first_heard_after(collection, history.plays, *cut, history.plays.size());
        add(recommend::scores_then(collection, past, then, lessons.space, ranker, first.tracks, options));
    }
    if (judged.margins.size() > examples.scores.size()) {
        const auto labelled = taste::label_rows(history).tracks;
        add(recommend::scores_then(collection, history, lessons.present, lessons.space, replay, labelled,
                                   options));
    }
    return recommend::Chances::fit(examples);
}

/// What the first list of picks needs, so that whoever asks for it need not wait.
void look_ahead(Workspace& workspace) {
    Snapshot snapshot(workspace);
    const auto trained = load_trained(snapshot);
    prospects_of(snapshot, trained);
    snapshot.sound_of_tracks();
    snapshot.hubness();
}

}  // namespace

store::RunRow train(Workspace& workspace, const TrainOptions& options) {
    const auto lessons = read_lessons(workspace, options);
    const auto& collection = lessons->collected->collection;
    const auto& history = lessons->known->history;
    const auto taste = taste::TasteModel::fit(collection, history, lessons->present, *lessons->table,
                                              taste_options(workspace, options), workspace.task,
                                              lessons->previous ? &*lessons->previous : nullptr);
    const auto replay = recommend::ReplayRanker::fit(collection, history, lessons->space,
                                                     replay_options(workspace, options), workspace.task);
    const auto chances =
        make_chances(*lessons, taste, replay, replay_options(workspace, options), workspace.task);

    files::Blobs blobs;
    files::put_under(blobs, taste_prefix, taste.save(lessons->table->columns()));
    files::put_under(blobs, replay_prefix, replay.save());
    files::put_under(blobs, chances_prefix, chances.save());
    if (lessons->listeners) blobs[listeners_blob] = lessons->listeners->save();
    store::RunRow run;
    run.person = lessons->person;
    run.at = workspace.now;
    run.seed = workspace.seed;
    run.version = attune_version();
    run.fingerprint = fingerprint(collection, history, lessons->listeners ? blobs.at(listeners_blob) : "");
    auto summary = summary_of(taste, replay, *lessons->collected, history);
    summary["quick"] = options.quick;
    run.summary = json_text(summary);
    // Hundreds of megabytes are written before others have to wait; the models are in place before the run exists: a
    // run without models is never seen.
    files::AtomicFolder models(workspace.directory / "models" / "new");
    for (const auto& [name, bytes] : blobs) models.write(name, bytes);
    models.sync();
    workspace.task.check();
    // What took minutes to learn waits for an import to end.
    const auto transaction = begin_when_free(*workspace.store, workspace.task);
    run.id = workspace.store->add_run(run);
    models.commit_as(models_directory(workspace, run.id).filename().string());
    transaction->commit();
    run.is_current = true;
    look_ahead(workspace);
    return run;
}

bool has_usable_run(Workspace& workspace) {
    try {
        Snapshot snapshot(workspace);
        load_trained(snapshot);
        return true;
    } catch (const Error& error) {
        const auto code = error.code();
        if (code != ErrorCode::not_found && code != ErrorCode::conflict && code != ErrorCode::corrupt_data)
            throw;
        return false;
    }
}

std::string fingerprint(const library::Collection& collection, const library::History& history,
                        std::string_view listeners) {
    Hasher hasher;
    hasher.add(library::content_hash(collection));
    hasher.add(library::content_hash(history));
    hasher.add(listeners);
    return fmt::format("{:016x}", hasher.value());
}

}  // namespace attune::engine
