#include "engine/upkeep/community.h"

#include "core/error.h"

namespace attune::engine {

shapes::CommunityCounts community_counts(const store::CommunityCounts& counts) {
    return {counts.people, counts.artists,       counts.tracks,
            counts.tags,   counts.known_artists, counts.known_tracks};
}

shapes::Community community(Workspace& workspace) {
    auto& store = *workspace.store;
    shapes::Community community{community_counts(store.community_counts()), {}};
    for (const auto& row : store.community_sources())
        community.sources.push_back(
            {row.name, row.n_people, row.n_artist_plays, row.n_track_plays, row.n_tags});
    return community;
}

void forget_community(Workspace& workspace, std::string_view source) {
    workspace.task.report(fmt::format("forgetting {}", source), 0, 0);
    workspace.store->forget_community(source);
}

}  // namespace attune::engine
