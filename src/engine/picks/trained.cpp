#include "engine/picks/trained.h"

#include "core/error.h"
#include "core/hash.h"
#include "engine/library/listeners.h"

namespace attune::engine {
namespace {

/// A run's number is not enough: a person may be deleted, and the number be given again.
std::string key_of_run(const store::RunRow& run) {
    return fmt::format("{} {} {}", run.id.value, unix_seconds(run.at), run.fingerprint);
}

std::uint64_t hash_of(const std::vector<taste::TasteColumn>& columns) {
    std::uint64_t hash = columns.size();
    for (const auto& column : columns) hash = combine_hashes(hash, stable_hash(column.name));
    return hash;
}

std::shared_ptr<const files::Blobs> blobs_of(Snapshot& snapshot, const store::RunRow& run) {
    return snapshot.get<files::Blobs>(
        fmt::format("blobs/{}", run.person.value), key_of_run(run),
        [&] {
            return std::make_shared<const files::Blobs>(
                files::read_blobs(models_directory(snapshot.workspace(), run.id)));
        },
        [](const files::Blobs& blobs) {
            std::size_t n = 0;
            for (const auto& [_, bytes] : blobs) n += bytes.size();
            return n;
        });
}

std::shared_ptr<const Models> models_of(Snapshot& snapshot, const store::RunRow& run,
                                        const std::vector<taste::TasteColumn>& columns) {
    return snapshot.get<Models>(
        fmt::format("models/{}", run.person.value), fmt::format("{} {}", key_of_run(run), hash_of(columns)),
        [&] {
            const auto blobs = blobs_of(snapshot, run);
            return std::make_shared<const Models>(
                Models{taste::TasteModel::load(files::blobs_under(*blobs, taste_prefix), columns),
                       recommend::ReplayRanker::load(files::blobs_under(*blobs, replay_prefix)),
                       recommend::Chances::load(files::blobs_under(*blobs, chances_prefix))});
        });
}

store::RunRow run_in_force(Snapshot& snapshot, library::PersonId person) {
    const auto run = snapshot.store().current_run(person);
    if (!run)
        fail(ErrorCode::not_found, "'{}' has no run yet; `attune train` makes one",
             snapshot.workspace().person);
    return *run;
}

std::shared_ptr<const Trained> make_trained(Snapshot& snapshot, const store::RunRow& run,
                                            std::shared_ptr<const Collected> collected) {
    const auto blobs = blobs_of(snapshot, run);
    auto trained = std::make_shared<Trained>();
    trained->run = run;
    trained->person = run.person;
    trained->known = snapshot.history(run.person);
    trained->listeners = restore_listeners(snapshot, *blobs);
    const bool is_shared = collected == snapshot.collected();
    trained->collected = std::move(collected);
    auto space = std::make_shared<taste::Surroundings>(
        is_shared ? *snapshot.surroundings() : taste::make_surroundings(trained->collected->collection));
    space->others = trained->listeners;
    trained->surroundings = std::move(space);
    trained->table = std::make_shared<const taste::TasteTable>(
        trained->collection(), trained->history(), present_of(trained->history(), snapshot.workspace().now),
        trained->space(), taste::TasteModel::genres_of(files::blobs_under(*blobs, taste_prefix)));
    trained->models = models_of(snapshot, run, trained->table->columns());
    return trained;
}

/// What the numbers of a run depend on: everything but labels and lists.
std::string key_of_numbers(Snapshot& snapshot, const KnownHistory& known, const store::RunRow& run) {
    return fmt::format("{}, {:016x}, {}", snapshot.state(Of::community), known.key, key_of_run(run));
}

}  // namespace

shapes::Chance chance_of(const recommend::Chances& chances, const recommend::SectionedScore& score) {
    const auto told = chances.of(score.score, score.section);
    if (!told) return {};
    return {told->probability, told->low, told->high};
}

std::shared_ptr<const Trained> load_trained(Snapshot& snapshot) {
    const auto person = snapshot.workspace().person_id();
    const auto run = run_in_force(snapshot, person);
    auto known = snapshot.history(person);
    const auto kept = snapshot.get<Trained>(
        fmt::format("trained/{}", person.value), key_of_numbers(snapshot, *known, run),
        [&] { return make_trained(snapshot, run, snapshot.collected()); },
        [](const Trained& trained) { return trained.space().vectors.values().size_bytes() + (16U << 20U); });
    if (kept->known == known) return kept;
    // What was said of tracks since then is no part of the models, and everything else is.
    auto trained = std::make_shared<Trained>(*kept);
    trained->known = std::move(known);
    return trained;
}

std::shared_ptr<const Trained> load_trained(Snapshot& snapshot, std::shared_ptr<const Collected> collected) {
    return make_trained(snapshot, run_in_force(snapshot, snapshot.workspace().person_id()),
                        std::move(collected));
}

std::shared_ptr<const recommend::Prospects> prospects_of(Snapshot& snapshot,
                                                         const std::shared_ptr<const Trained>& trained) {
    using recommend::Prospects;
    const auto name = fmt::format("prospects/{}", trained->person.value);
    const auto key = key_of_numbers(snapshot, *trained->known, trained->run);
    return snapshot.get<Prospects>(
        name, key,
        [&] {
            const auto& workspace = snapshot.workspace();
            return std::make_shared<const Prospects>(snapshot.kept<Prospects>(
                name, key, [](auto bytes) { return Prospects::load(bytes); },
                [&] {
                    return recommend::make_prospects(trained->collection(), *trained->table,
                                                     trained->models->taste, trained->models->replay,
                                                     workspace.threads, workspace.task);
                },
                [](const Prospects& prospects) { return prospects.save(); }));
        },
        [](const Prospects& prospects) { return prospects.tracks.size() * 40; });
}

std::shared_ptr<const recommend::CloseLook> close_look_of(Snapshot& snapshot,
                                                          const std::shared_ptr<const Trained>& trained) {
    /// Keeps what the models refer to.
    struct Holder {
        std::shared_ptr<const Trained> trained;
        recommend::CloseLook look;
    };
    const auto holder =
        snapshot.get<Holder>(fmt::format("close_look/{}", trained->person.value),
                             key_of_numbers(snapshot, *trained->known, trained->run), [&] {
                                 return std::shared_ptr<const Holder>(
                                     new Holder{trained,
                                                {*trained->table, trained->models->taste,
                                                 trained->models->replay, snapshot.workspace().threads}});
                             });
    return {holder, &holder->look};
}

}  // namespace attune::engine
