#include "engine/picks/discover.h"

#include "core/error.h"
#include "core/hash.h"
#include "engine/library/snapshot.h"
#include "engine/picks/told.h"
#include "engine/picks/trained.h"
#include "recommend/known_artists.h"
#include "recommend/proposals.h"
#include "recommend/reasons.h"
#include "recommend/rerank.h"
#include "recommend/scoring.h"
#include "recommend/uptake.h"
#include "shapes/reasons.h"

#include <algorithm>

namespace attune::engine {
namespace {

/// The cycle that a new list belongs to.
int cycle_for(const std::vector<store::CycleRow>& cycles, library::RunId run) {
    if (cycles.empty()) return 1;
    const auto& last = cycles.back();
    const bool is_open = last.run == run && last.n_liked + last.n_disliked + last.n_skipped == 0;
    return is_open ? last.number : last.number + 1;
}

std::vector<library::TrackIndex> offered_before(store::Store& store, library::PersonId person,
                                                const Collected& collected, int cycle) {
    std::vector<library::TrackIndex> offered;
    for (const auto track : store.offered_before(person, cycle))
        offered.push_back(collected.track_index.at(track));
    return offered;
}

/// @return the cycle: another one than was seen at first if that has ended meanwhile
int keep(Workspace& workspace, library::PersonId person, const shapes::Discovery& discovery) {
    const auto transaction = workspace.store->begin_beside_imports();
    const library::RunId run{discovery.run};
    store::CycleRow cycle;
    cycle.number = cycle_for(workspace.store->cycles(person), run);
    cycle.run = run;
    cycle.at = workspace.now;
    std::vector<store::CandidateRow> rows;
    for (const auto& pick : discovery.picks) {
        rows.push_back({cycle.number, pick.rank, shapes::id_of(pick.track), pick.score,
                        pick.chance.probability, save_told(pick)});
    }
    workspace.store->set_candidates(person, cycle, rows);
    transaction->commit();
    return cycle.number;
}

// In a list of this length the tracks of a new artist would crowd out other artists.
constexpr std::size_t short_list = 100;

/// A list so diverse that no artist comes twice, or so narrow that one may come often.
recommend::RerankOptions rerank_options(const DiscoverOptions& options, std::uint64_t seed) {
    recommend::RerankOptions rerank;
    rerank.count = options.count;
    rerank.max_per_artist = options.dials.diversity >= 0.9 ? 1 : options.max_per_artist;
    const bool one_each = options.count <= short_list &&
                          options.max_per_artist <= DiscoverOptions().max_per_artist &&
                          options.wishes.include_artists.empty();
    rerank.max_per_new_artist = one_each ? 1 : rerank.max_per_artist;
    rerank.calibration = 0.7 * options.dials.diversity;
    rerank.pool = std::max<std::size_t>(600, 20 * options.count);
    rerank.seed = seed;
    return rerank;
}

std::string text_of(const recommend::Wishes& wishes) {
    std::string text = wishes.only_new_artists ? "new" : "";
    for (const auto* names :
         {&wishes.include_genres, &wishes.exclude_genres, &wishes.include_artists, &wishes.exclude_artists}) {
        text += fmt::format("|{}", names->size());
        for (const auto& name : *names) text += fmt::format(",{}:{}", name.size(), name);
    }
    return text;
}

/// What may be offered to a person who wishes something, before any dial is turned.
struct Offer {
    std::shared_ptr<const Trained> trained;
    library::History known;  ///< with what was offered before
    int cycle = 0;
    std::unique_ptr<const recommend::Scorer> scorer;
    std::unique_ptr<const recommend::Proposals> proposals;
    std::unique_ptr<const recommend::ReasonWriter> reasons;  ///< refers to `trained` and `known`
    recommend::GenreMix mix;
    double new_artist_rate = 0;
    recommend::KnownArtists known_artists;
};

std::shared_ptr<const Offer> make_offer(Snapshot& snapshot, const std::shared_ptr<const Trained>& trained,
                                        const recommend::Wishes& wishes) {
    const auto& workspace = snapshot.workspace();
    const auto& collection = trained->collection();
    auto offer = std::make_shared<Offer>();
    offer->trained = trained;
    offer->known = trained->history();
    const auto cycles = snapshot.store().cycles(trained->person);
    offer->cycle = cycle_for(cycles, trained->run.id);
    offer->known.offered =
        offered_before(snapshot.store(), trained->person, *trained->collected, offer->cycle);
    const auto tracks = recommend::candidates(collection, offer->known, wishes);
    if (tracks.empty())
        fail(ErrorCode::not_found,
             "nothing to offer: the library has {} tracks, none of them in a catalogue, "
             "unheard and allowed by what you asked for; import a catalogue or ask for less",
             collection.tracks.size());
    offer->scorer = std::make_unique<const recommend::Scorer>(prospects_of(snapshot, trained)->of(tracks),
                                                              close_look_of(snapshot, trained),
                                                              offer->known.labels.size());
    offer->proposals = std::make_unique<const recommend::Proposals>(
        collection, offer->known, offer->scorer->prospects(), *snapshot.sound_of_tracks(),
        recommend::ProposalOptions{.seed = workspace.seed}, workspace.task);
    offer->reasons = std::make_unique<const recommend::ReasonWriter>(
        collection, offer->known, trained->space(), trained->listeners.get());
    offer->mix = recommend::genre_mix(collection, offer->known.plays);
    offer->new_artist_rate = recommend::new_artist_rate(collection, offer->known);
    offer->known_artists = recommend::KnownArtists(collection, offer->known.plays);
    return offer;
}

std::shared_ptr<const Offer> offer_of(Snapshot& snapshot, const recommend::Wishes& wishes) {
    const auto trained = load_trained(snapshot);
    const auto text = text_of(wishes);
    return snapshot.get<Offer>(
        fmt::format("offer/{}/{:016x}", trained->person.value, stable_hash(text)),
        fmt::format("{}, {}, {}", snapshot.state(Of::everything), trained->run.id.value, text),
        [&] { return make_offer(snapshot, trained, wishes); },
        [](const Offer& offer) {
            return offer.scorer->prospects().tracks.size() * 64 +
                   offer.known.plays.size() * sizeof(library::Play);
        });
}

/// The tracks of a list with all that is said of them.
std::vector<shapes::Pick> picks_of(Snapshot& snapshot, const Offer& offer,
                                   const std::vector<recommend::ScoredTrack>& list,
                                   const recommend::Dials& dials) {
    snapshot.workspace().task.report("writing reasons", 0, 0);
    const auto& collection = offer.trained->collection();
    std::vector<library::TrackIndex> tracks;
    for (const auto& entry : list) tracks.push_back(entry.track);
    const auto parts = offer.scorer->explain(tracks, dials);
    const auto plain = offer.scorer->plain_scores(tracks);
    const auto genres_of_artist = library::artist_genres(collection);
    const auto& candidates = offer.scorer->prospects().tracks;
    std::vector<shapes::Pick> picks;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& track = collection.tracks[tracks[i]];
        shapes::Pick pick;
        pick.rank = static_cast<int>(i + 1);
        pick.track = shapes::track_of(track);
        pick.score = list[i].score;
        pick.chance = chance_of(offer.trained->models->chances, plain[i]);
        pick.new_artist = !offer.known_artists.know(collection, track);
        for (const auto genre : (*genres_of_artist)[track.artist])
            pick.genres.push_back(collection.genres[genre]);
        const auto at = std::ranges::lower_bound(candidates, tracks[i]) - candidates.begin();
        for (const auto source : offer.proposals->of(static_cast<std::size_t>(at)))
            pick.sources.emplace_back(recommend::proposal_sources()[source].name);
        pick.reasons = shapes::reasons_of(offer.reasons->write(tracks[i], parts[i]));
        picks.push_back(std::move(pick));
    }
    return picks;
}

shapes::Discovery preview(Snapshot& snapshot, const DiscoverOptions& options) {
    const auto& workspace = snapshot.workspace();
    auto wishes = options.wishes;
    wishes.only_new_artists = wishes.only_new_artists || options.dials.familiarity == 0;
    const auto offer = offer_of(snapshot, wishes);
    const auto rerank = rerank_options(options, workspace.seed);
    shapes::Discovery discovery;
    discovery.run = offer->trained->run.id.value;
    discovery.cycle = offer->cycle;
    discovery.candidates = offer->scorer->prospects().tracks.size();
    discovery.new_artist_rate = offer->new_artist_rate;
    discovery.share_of_new = recommend::share_of_new(offer->new_artist_rate, options.dials.familiarity);
    auto scored = offer->scorer->score(options.dials, rerank.pool, workspace.task);
    const auto list =
        recommend::rerank_sections(offer->trained->collection(), offer->scorer->by_section(std::move(scored)),
                                   offer->mix, discovery.share_of_new, rerank, *snapshot.hubness());
    discovery.picks = picks_of(snapshot, *offer, list, options.dials);
    workspace.task.check();
    return discovery;
}

}  // namespace

shapes::Discovery discover(Workspace& workspace, const DiscoverOptions& options) {
    require(options.count >= 1 && options.count <= 1000, "count must be in [1, 1000], got {}", options.count);
    auto discovery = [&] {
        Snapshot snapshot(workspace);
        return preview(snapshot, options);
    }();
    if (options.keep) discovery.cycle = keep(workspace, workspace.person_id(), discovery);
    return discovery;
}

}  // namespace attune::engine
