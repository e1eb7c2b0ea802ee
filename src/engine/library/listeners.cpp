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

std::shared_ptr<const collaborative::Recommender> learn_neighbours(const library::Community& community,
                                                                   std::size_t threads, const Task& task) {
    if (community.artist_plays.size() == 0) return nullptr;
    task.report("looking who plays it too", 0, 0);
    auto model = collaborative::make_recommender("item_knn", knn_options);
    model->fit(community.artist_plays, {1, threads}, task);
    return model;
}

std::vector<float> played_together(const library::Community& community,
                                   const collaborative::Recommender* neighbours, library::ArtistIndex artist,
                                   std::size_t n_artists) {
    if (neighbours == nullptr) return {};
    std::vector<float> together(n_artists, 0);
    const auto row = row_of(community, artist);
    if (!row) return together;
    const std::vector<library::ItemIndex> items = {*row};
    const std::vector<float> values = {1};
    const auto scores = neighbours->score({items, values});
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto other = community.artists[i].artist;
        if (other && i != *row) together[*other] = std::max(together[*other], scores[i]);
    }
    return together;
}

std::vector<float> played_together(Snapshot& snapshot, library::ArtistIndex artist) {
    const auto community = snapshot.community();
    const auto& workspace = snapshot.workspace();
    const auto neighbours = snapshot.get<collaborative::Recommender>(
        "artist_neighbours", snapshot.state(Of::community),
        [&] { return learn_neighbours(*community, workspace.threads, workspace.task); });
    return played_together(*community, neighbours.get(), artist, snapshot.collection().artists.size());
}

std::shared_ptr<const recommend::Listeners> restore_listeners(Snapshot& snapshot, const files::Blobs& blobs) {
    const auto found = blobs.find(listeners_blob);
    if (found == blobs.end()) return nullptr;
    auto listeners =
        recommend::Listeners::restore(snapshot.collection(), *snapshot.community(), found->second);
    return listeners ? listeners : snapshot.listeners();
}

}  // namespace attune::engine
