#include "engine/library/community.h"

#include "core/error.h"
#include "core/json.h"

namespace attune::engine {

Json community_counts_json(const store::CommunityCounts& counts) {
    return {{"people", counts.people},
            {"artists", counts.artists},
            {"tracks", counts.tracks},
            {"tags", counts.tags},
            {"known_artists", counts.known_artists},
            {"known_tracks", counts.known_tracks}};
}

Json community_json(Workspace& workspace) {
    auto& store = *workspace.store;
    Json json = community_counts_json(store.community_counts());
    json["sources"] = Json::array();
    for (const auto& row : store.community_sources()) {
        json["sources"].push_back({{"source", row.name},
                                   {"people", row.n_people},
                                   {"artist_plays", row.n_artist_plays},
                                   {"track_plays", row.n_track_plays},
                                   {"artist_tags", row.n_tags}});
    }
    return json;
}

void forget_community(Workspace& workspace, std::string_view source) {
    workspace.task.report(fmt::format("forgetting {}", source), 0, 0);
    workspace.store->forget_community(source);
}

}  // namespace attune::engine
