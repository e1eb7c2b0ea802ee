#include "engine/library/listeners.h"

#include "collaborative/recommender.h"

#include <algorithm>
#include <optional>

namespace attune::engine {
namespace {

// Two artists that the same few people play prove little: with play counts around 200, this asks for eight
// people.
constexpr std::string_view knn_options = "similarity=cosine,weighting=log1p,shrinkage=200,neighbours=1000";

std::optional<library::ItemIndex> row_of(const library::Community& community, library::ArtistIndex artist) {
    const auto found =
        std::ranges::find(community.artists, std::optional(artist), &library::CommunityArtist::artist);
    if (found == community.artists.end()) return std::nullopt;
    return static_cast<library::ItemIndex>(found - community.artists.begin());
}

}  // namespace

std::vector<float> played_together(const library::Community& community, library::ArtistIndex artist,
                                   std::size_t n_artists, std::size_t threads, const Task& task) {
    if (community.artist_plays.size() == 0) return {};
    std::vector<float> together(n_artists, 0);
    const auto row = row_of(community, artist);
    if (!row) return together;
    task.report("looking who plays it too", 0, 0);
    const auto model = collaborative::make_recommender("item_knn", knn_options);
    model->fit(community.artist_plays, {1, threads}, task);
    const std::vector<library::ItemIndex> items = {*row};
    const std::vector<float> values = {1};
    const auto scores = model->score({items, values});
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto known = community.artists[i].artist;
        if (known && i != *row) together[*known] = std::max(together[*known], scores[i]);
    }
    return together;
}

std::shared_ptr<const recommend::Listeners> learn_listeners(Workspace& workspace,
                                                            const Collected& collected) {
    return recommend::Listeners::fit(collected.collection, collect_community(workspace, collected),
                                     {.seed = workspace.seed, .threads = workspace.threads}, workspace.task);
}

std::shared_ptr<const recommend::Listeners> restore_listeners(Workspace& workspace,
                                                              const Collected& collected,
                                                              const files::Blobs& blobs) {
    const auto found = blobs.find(listeners_blob);
    if (found == blobs.end()) return nullptr;
    auto listeners = recommend::Listeners::restore(collected.collection,
                                                   collect_community(workspace, collected), found->second);
    return listeners ? listeners : learn_listeners(workspace, collected);
}

}  // namespace attune::engine
