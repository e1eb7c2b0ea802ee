#include "engine/picks/status.h"

#include "engine/library/snapshot.h"
#include "engine/picks/runs.h"
#include "engine/upkeep/community.h"

namespace attune::engine {
namespace {

double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

shapes::Covered covered(std::int64_t plays, std::int64_t tracks, const store::Counts& counts) {
    return {share(plays, counts.listens), share(tracks, counts.tracks), plays, tracks};
}

std::vector<shapes::Cycle> cycles_of(store::Store& store, library::PersonId person) {
    std::vector<shapes::Cycle> cycles;
    for (const auto& cycle : store.cycles(person)) {
        cycles.push_back({cycle.number, cycle.run.value, cycle.at, cycle.n_offered, cycle.n_liked,
                          cycle.n_disliked, cycle.n_skipped, std::nullopt});
        const auto judged = cycle.n_liked + cycle.n_disliked;
        if (judged > 0) cycles.back().acceptance = share(cycle.n_liked, judged);
    }
    return cycles;
}

/// What is counted row by row: as long as nobody listens to or imports anything it stays as it is.
struct Counted {
    store::Counts counts;
    std::vector<store::ProviderRow> providers;
    store::CommunityCounts community;
    std::vector<store::PersonRow> people;
};

std::shared_ptr<const Counted> count(store::Store& store, library::PersonId person) {
    return std::make_shared<const Counted>(
        Counted{store.counts(person), store.providers(), store.community_counts(), store.people()});
}

}  // namespace

shapes::Status status(Workspace& workspace) {
    Snapshot snapshot(workspace);
    auto& store = snapshot.store();
    const auto person = workspace.person_id();
    const auto counted = snapshot.get<Counted>(fmt::format("counts/{}", person.value),
                                               snapshot.state(Of::community | Of::listens | Of::playlists),
                                               [&] { return count(store, person); });
    const auto& counts = counted->counts;
    shapes::Status status;
    status.person = workspace.person;
    status.listens = counts.listens;
    status.tracks = counts.tracks;
    status.artists = counts.artists;
    status.playlists = counts.playlists;
    status.library = {counts.library_tracks, counts.library_artists, counts.catalogue_tracks};
    status.coverage.features = covered(counts.plays_with_features, counts.tracks_with_features, counts);
    status.coverage.genres = {covered(counts.plays_with_genres, counts.tracks_with_genres, counts),
                              share(counts.artists_with_genres, counts.artists), counts.artists_with_genres};
    for (const auto& row : counted->providers)
        status.providers.push_back({row.provider, row.n_tracks, row.n_with_features});
    status.community = community_counts(counted->community);
    for (const auto& row : counted->people) status.people.push_back(row.name);
    status.runs = runs(workspace).runs;
    status.cycles = cycles_of(store, person);
    return status;
}

}  // namespace attune::engine
