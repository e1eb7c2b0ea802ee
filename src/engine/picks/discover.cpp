#include "engine/picks/discover.h"

#include "core/error.h"
#include "core/json.h"
#include "engine/picks/train.h"
#include "recommend/proposals.h"
#include "shapes/reasons.h"

#include <algorithm>
#include <set>

namespace attune::engine {
namespace {

/// The cycle that a new list belongs to.
int cycle_for(Workspace& workspace, library::PersonId person, library::RunId run) {
    const auto cycles = workspace.store->cycles(person);
    if (cycles.empty()) return 1;
    const auto& last = cycles.back();
    const bool is_open = last.run == run && last.n_liked + last.n_disliked + last.n_skipped == 0;
    return is_open ? last.number : last.number + 1;
}

std::vector<library::TrackIndex> offered_before(Workspace& workspace, library::PersonId person,
                                                const Collected& collected, int cycle) {
    std::vector<library::TrackIndex> offered;
    for (const auto& row : workspace.store->cycles(person)) {
        if (row.number >= cycle) continue;
        for (const auto& candidate : workspace.store->candidates(person, row.number))
            offered.push_back(collected.track_index.at(candidate.track));
    }
    return offered;
}

void keep(Workspace& workspace, library::PersonId person, const Discovery& discovery) {
    store::CycleRow cycle;
    cycle.number = discovery.cycle;
    cycle.run = discovery.run;
    cycle.at = workspace.now;
    std::vector<store::CandidateRow> rows;
    for (const auto& pick : discovery.picks) {
        rows.push_back({discovery.cycle, pick.rank, pick.track.id, pick.score, pick.prediction.probability});
    }
    workspace.store->set_candidates(person, cycle, rows);
}

/// A list so diverse that no artist comes twice, or so narrow that one may come often.
recommend::RerankOptions rerank_options(const DiscoverOptions& options, std::uint64_t seed) {
    recommend::RerankOptions rerank;
    rerank.count = options.count;
    rerank.max_per_artist = options.dials.diversity >= 0.9 ? 1 : options.max_per_artist;
    rerank.calibration = 0.7 * options.dials.diversity;
    rerank.pool = std::max<std::size_t>(600, 20 * options.count);
    rerank.seed = seed;
    return rerank;
}

}  // namespace

Discovery discover(Workspace& workspace, const DiscoverOptions& options) {
    require(options.count >= 1 && options.count <= 1000, "count must be in [1, 1000], got {}", options.count);
    const auto trained = load_trained(workspace);
    const auto& collection = trained->collected.collection;
    Discovery discovery;
    discovery.run = trained->run.id;
    discovery.cycle = cycle_for(workspace, trained->person, trained->run.id);
    trained->history.offered =
        offered_before(workspace, trained->person, trained->collected, discovery.cycle);
    auto wishes = options.wishes;
    wishes.only_new_artists = wishes.only_new_artists || options.dials.familiarity == 0;
    const auto candidates = recommend::candidates(collection, trained->history, wishes);
    if (candidates.empty())
        fail(ErrorCode::not_found,
             "nothing to offer: the library has {} tracks, none of them in a catalogue, "
             "unheard and allowed by what you asked for; import a catalogue or ask for less",
             collection.tracks.size());
    discovery.n_candidates = candidates.size();

    recommend::Scorer scorer(*trained->table, *trained->taste, *trained->replay,
                             trained->history.labels.size(), options.dials, workspace.threads);
    const auto scored = scorer.score(candidates, workspace.task);
    const auto list =
        recommend::rerank(collection, scored, recommend::genre_mix(collection, trained->history.plays),
                          rerank_options(options, workspace.seed));
    const recommend::Proposals proposals(collection, trained->history, candidates, scorer.evidence(),
                                         {.seed = workspace.seed, .threads = workspace.threads},
                                         workspace.task);
    workspace.task.report("writing reasons", 0, 0);
    std::vector<library::TrackIndex> tracks;
    for (const auto& entry : list) tracks.push_back(entry.track);
    const auto parts = scorer.explain(tracks);
    const auto predictions = scorer.predict(tracks);
    const recommend::ReasonWriter writer(collection, trained->history, trained->space,
                                         trained->listeners.get());
    const auto genres_of_artist = taste::artist_genres(collection);
    std::set<library::ArtistIndex> known_artists;
    for (const auto& play : trained->history.plays)
        known_artists.insert(collection.tracks[play.track].artist);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& track = collection.tracks[tracks[i]];
        Pick pick;
        pick.rank = static_cast<int>(i + 1);
        pick.track = workspace.store->track(track.id).value();
        pick.score = list[i].score;
        pick.prediction = predictions[i];
        pick.new_artist = !known_artists.contains(track.artist);
        for (const auto genre : genres_of_artist[track.artist])
            pick.genres.push_back(collection.genres[genre]);
        const auto at = std::ranges::lower_bound(candidates, tracks[i]) - candidates.begin();
        for (const auto source : proposals.of(static_cast<std::size_t>(at)))
            pick.sources.emplace_back(recommend::proposal_sources()[source].name);
        pick.reasons = writer.write(tracks[i], parts[i]);
        discovery.picks.push_back(std::move(pick));
    }
    workspace.task.check();
    if (options.keep) keep(workspace, trained->person, discovery);
    return discovery;
}

Json to_json(const Discovery& discovery) {
    Json json{{"run", discovery.run.value},
              {"cycle", discovery.cycle},
              {"candidates", discovery.n_candidates},
              {"picks", Json::array()}};
    for (const auto& pick : discovery.picks) {
        json["picks"].push_back({{"rank", pick.rank},
                                 {"id", fmt::format("track:{}", pick.track.id.value)},
                                 {"artist", pick.track.artist_name},
                                 {"title", pick.track.track_name},
                                 {"uri", library::spotify_uri(pick.track.spotify_id)},
                                 {"score", pick.score},
                                 {"probability", pick.prediction.probability},
                                 {"low", pick.prediction.low},
                                 {"high", pick.prediction.high},
                                 {"new_artist", pick.new_artist},
                                 {"genres", pick.genres},
                                 {"sources", pick.sources},
                                 {"reasons", shapes::reasons_json(pick.reasons)}});
    }
    return json;
}

}  // namespace attune::engine
