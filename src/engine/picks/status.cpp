#include "engine/picks/status.h"

#include "core/json.h"
#include "engine/library/community.h"
#include "engine/library/snapshot.h"
#include "engine/picks/runs.h"

namespace attune::engine {
namespace {

double share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Json coverage(std::int64_t plays, std::int64_t tracks, const store::Counts& counts) {
    return {{"plays", share(plays, counts.listens)},
            {"tracks", share(tracks, counts.tracks)},
            {"n_plays", plays},
            {"n_tracks", tracks}};
}

Json cycles_json(store::Store& store, library::PersonId person) {
    Json cycles = Json::array();
    for (const auto& cycle : store.cycles(person)) {
        const auto judged = cycle.n_liked + cycle.n_disliked;
        Json row{{"cycle", cycle.number},      {"run", cycle.run.value}, {"at", format_timestamp(cycle.at)},
                 {"offered", cycle.n_offered}, {"liked", cycle.n_liked}, {"disliked", cycle.n_disliked},
                 {"skipped", cycle.n_skipped}};
        row["acceptance"] = judged == 0 ? Json(nullptr) : Json(share(cycle.n_liked, judged));
        cycles.push_back(std::move(row));
    }
    return cycles;
}

}  // namespace

Json status_json(Workspace& workspace) {
    Snapshot snapshot(workspace);
    auto& store = snapshot.store();
    const auto person = workspace.person_id();
    const auto known = snapshot.get<store::Counts>(
        fmt::format("counts/{}", person.value), snapshot.state(Snapshot::Of::everything),
        [&] { return std::make_shared<const store::Counts>(store.counts(person)); });
    const auto& counts = *known;
    Json json{{"person", workspace.person},
              {"listens", counts.listens},
              {"tracks", counts.tracks},
              {"artists", counts.artists},
              {"playlists", counts.playlists},
              {"library",
               {{"tracks", counts.library_tracks},
                {"artists", counts.library_artists},
                {"catalogue_tracks", counts.catalogue_tracks}}},
              {"coverage",
               {{"features", coverage(counts.plays_with_features, counts.tracks_with_features, counts)},
                {"genres", coverage(counts.plays_with_genres, counts.tracks_with_genres, counts)}}}};
    json["coverage"]["genres"]["artists"] = share(counts.artists_with_genres, counts.artists);
    json["coverage"]["genres"]["n_artists"] = counts.artists_with_genres;
    json["providers"] = Json::array();
    for (const auto& row : store.providers()) {
        json["providers"].push_back(
            {{"provider", row.provider}, {"tracks", row.n_tracks}, {"with_features", row.n_with_features}});
    }
    json["community"] = community_counts_json(store.community_counts());
    json["people"] = Json::array();
    for (const auto& row : store.people()) json["people"].push_back(row.name);
    json["runs"] = runs_json(workspace);
    json["cycles"] = cycles_json(store, person);
    return json;
}

}  // namespace attune::engine
