#include "core/error.h"
#include "engine/library/snapshot.h"
#include "engine/picks/discover.h"
#include "recommend/new_artists.h"
#include "shapes/reasons.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::engine {
namespace {

using library::ItemIndex;

/// The artists that are new and not banned or blocked, best first.
std::vector<ItemIndex> in_order(const std::vector<float>& scores, const library::Community& community,
                                const library::History& history, const recommend::OwnItems& own) {
    std::vector<ItemIndex> order(scores.size());
    std::iota(order.begin(), order.end(), ItemIndex{0});
    std::erase_if(order, [&](ItemIndex item) {
        const auto artist = community.artists[item].artist;
        return std::ranges::binary_search(own.items, item) ||
               (artist && std::ranges::find(history.banned_artists, *artist) != history.banned_artists.end());
    });
    std::ranges::stable_sort(order, std::ranges::greater(), [&](ItemIndex item) { return scores[item]; });
    return order;
}

std::vector<recommend::Reason> reasons_of(const Matrix& columns, ItemIndex item,
                                          const recommend::NewArtists& model,
                                          const std::vector<std::string>& because) {
    std::vector<recommend::Reason> reasons;
    const auto names = recommend::new_artist_columns();
    for (std::size_t c = 0; c < names.size(); ++c) {
        recommend::Reason reason{std::string(names[c].name), model.weights()[c] * columns(item, c),
                                 std::string(names[c].text)};
        if (reason.name == "listeners_fit" && !because.empty())
            reason.text = fmt::format("listeners of {} play it", fmt::join(because, ", "));
        reasons.push_back(std::move(reason));
    }
    std::ranges::stable_sort(reasons, std::ranges::greater(),
                             [](const auto& reason) { return std::abs(reason.contribution); });
    return reasons;
}

}  // namespace

shapes::ArtistPicks discover_artists(Workspace& workspace, std::size_t count) {
    require(count >= 1 && count <= 1000, "count must be in [1, 1000], got {}", count);
    Snapshot snapshot(workspace);
    const auto collected = snapshot.collected();
    const auto& collection = collected->collection;
    const auto known = snapshot.history(workspace.person_id());
    const auto& history = known->history;
    const auto listeners = snapshot.listeners();
    if (!listeners || listeners->community().artist_plays.size() == 0)
        fail(ErrorCode::not_found,
             "new artists are found by what other people play, and this library has nobody "
             "else's listening; `attune import --community PATH` brings it");
    const auto& community = listeners->community();
    const auto own = listeners->own_artists(history);
    const Matrix columns = recommend::NewArtists::columns(collection, *listeners, own);
    const auto model = recommend::NewArtists::fit(collection, history, *listeners, {}, workspace.task);
    const auto scores = model.score(columns);
    std::vector<int> n_tracks(collection.artists.size(), 0);
    for (const auto& track : collection.tracks) n_tracks[track.artist] += track.in_catalogue ? 1 : 0;

    shapes::ArtistPicks picks;
    for (const auto item : in_order(scores, community, history, own)) {
        if (picks.artists.size() == count) break;
        const auto artist = community.artists[item].artist;
        shapes::ArtistPick pick;
        pick.rank = picks.artists.size() + 1;
        pick.artist = artist ? collection.artists[*artist].name : community.artists[item].name;
        pick.score = scores[item];
        pick.listeners = static_cast<int>(std::lround(std::expm1(listeners->artist_reach()[item])));
        pick.catalogue_tracks = artist ? n_tracks[*artist] : 0;
        std::vector<std::string> because;
        for (const auto other : listeners->because_of_item(own, item, 3))
            because.push_back(collection.artists[other].name);
        pick.reasons = shapes::reasons_of(reasons_of(columns, item, model, because));
        picks.artists.push_back(std::move(pick));
    }
    return picks;
}

}  // namespace attune::engine
