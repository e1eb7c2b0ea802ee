#include "engine/library/collect.h"

#include <optional>

namespace attune::engine {
namespace {

using library::ItemIndex;

/// The index for which the library's id stands, if it has one.
template <class Id, class Index>
std::optional<Index> index_in(const std::unordered_map<Id, Index>& indices, Id id) {
    const auto found = id ? indices.find(id) : indices.end();
    return found == indices.end() ? std::nullopt : std::optional(found->second);
}

/// Takes the tracks over and gives the new index of each: those of one track of the library become one.
std::vector<ItemIndex> take_tracks(const store::CommunityContent& content, const Collected& collected,
                                   library::Community& into) {
    std::unordered_map<library::TrackIndex, ItemIndex> known;
    std::vector<ItemIndex> taken;
    taken.reserve(content.tracks.size());
    for (const auto& row : content.tracks) {
        const auto next = static_cast<ItemIndex>(into.tracks.size());
        const auto track = index_in(collected.track_index, row.track);
        const auto index = track ? known.try_emplace(*track, next).first->second : next;
        if (index == next) into.tracks.push_back({content.artists[row.artist].name, row.track_name, track});
        taken.push_back(index);
    }
    return taken;
}

library::Interactions interactions(std::size_t n_people, std::size_t n_items,
                                   const std::vector<store::CommunityPlayRow>& plays,
                                   const std::vector<ItemIndex>* items = nullptr) {
    std::vector<library::Interaction> entries;
    entries.reserve(plays.size());
    for (const auto& play : plays)
        entries.push_back({play.person, items == nullptr ? play.item : (*items)[play.item], play.count});
    return {n_people, n_items, std::move(entries)};
}

}  // namespace

library::Community collect_community(Workspace& workspace, const Collected& collected) {
    workspace.task.report("reading the community", 0, 0);
    auto content = workspace.store->community();
    workspace.task.check();
    library::Community community;
    community.artists.reserve(content.artists.size());
    for (const auto& row : content.artists)
        community.artists.push_back({row.name, index_in(collected.artist_index, row.artist)});
    const auto tracks = take_tracks(content, collected, community);
    community.artist_plays = interactions(content.n_people, community.artists.size(), content.artist_plays);
    community.track_plays =
        interactions(content.n_people, community.tracks.size(), content.track_plays, &tracks);
    community.tag_names = std::move(content.tags);
    for (const auto& row : content.artist_tags) {
        if (!community.tags.empty() && community.tags.back().artist == row.artist &&
            community.tags.back().tag == row.tag) {
            community.tags.back().count += row.count;  // of another source
        } else {
            community.tags.push_back({row.artist, row.tag, row.count});
        }
    }
    return community;
}

}  // namespace attune::engine
