#include "engine/playlists/build.h"

#include "core/error.h"
#include "engine/library/find_track.h"
#include "engine/playlists/fits.h"
#include "playlists/sequence.h"
#include "recommend/candidates.h"
#include "recommend/rerank.h"

#include <algorithm>
#include <array>
#include <set>

namespace attune::engine {
namespace {

using library::TrackIndex;

std::set<TrackIndex> unwanted(const PlaylistShelf& shelf) {
    std::set<TrackIndex> tracks(shelf.history().banned_tracks.begin(), shelf.history().banned_tracks.end());
    for (const auto& label : shelf.history().labels)
        if (label.value == library::LabelValue::dislike) tracks.insert(label.track);
    return tracks;
}

/// The tracks that may be picked, ascending.
std::vector<TrackIndex> pool_of(const PlaylistShelf& shelf, const std::string& from) {
    const bool with_own = from == "mine" || from == "all";
    const bool with_new = from == "new" || from == "all";
    require(with_own || with_new, "from must be mine, new or all, got '{}'", from);
    std::vector<TrackIndex> pool;
    if (with_own) pool = shelf.own;
    if (with_new) {
        const auto fresh = recommend::candidates(shelf.collection(), shelf.history());
        pool.insert(pool.end(), fresh.begin(), fresh.end());
    }
    const auto out = unwanted(shelf);
    const auto& blocked = shelf.history().banned_artists;
    std::erase_if(pool, [&](TrackIndex t) {
        return out.contains(t) ||
               std::ranges::find(blocked, shelf.collection().tracks[t].artist) != blocked.end();
    });
    std::ranges::sort(pool);
    pool.erase(std::ranges::unique(pool).begin(), pool.end());
    return pool;
}

/// The best of them under the caps of artists and songs that picks have too, best first.
std::vector<TrackIndex> best_of(const PlaylistShelf& shelf, const Fits& fits, const PickOptions& options) {
    std::vector<recommend::ScoredTrack> scored;
    for (const auto& [track, fit] : fits) scored.push_back({track, fit.score});
    recommend::RerankOptions rerank;
    rerank.count = options.count;
    rerank.max_per_artist = options.max_per_artist;
    rerank.calibration = 0;
    std::vector<TrackIndex> best;
    for (const auto& entry : recommend::rerank(shelf.collection(), scored, {}, rerank))
        best.push_back(entry.track);
    return best;
}

std::vector<shapes::BuiltTrack> built_tracks(const PlaylistShelf& shelf, std::span<const TrackIndex> tracks,
                                             const Fits& fits) {
    std::vector<shapes::BuiltTrack> built;
    for (const auto t : tracks) {
        const auto fit = fits.find(t);
        const bool is_end = fit == fits.end();
        built.push_back({built.size() + 1, shapes::track_of(shelf.collection().tracks[t]),
                         is_end ? 1.0 : fit->second.score, is_end ? std::string() : fit->second.reason});
    }
    return built;
}

std::vector<store::PlaylistItemRow> items_of(const PlaylistShelf& shelf, std::span<const TrackIndex> tracks,
                                             Timestamp now) {
    std::vector<store::PlaylistItemRow> items;
    for (const auto t : tracks) items.push_back({shelf.collection().tracks[t].id, now});
    return items;
}

/// A playlist of this name that holds nothing yet. @throws Error{conflict}
library::PlaylistId new_playlist(Workspace& workspace, const std::string& name) {
    const auto person = workspace.person_id();
    for (const auto& row : workspace.store->playlists(person)) {
        if (row.name == name && !row.items.empty())
            fail(ErrorCode::conflict, "there is a playlist '{}' already; say another name with --name", name);
    }
    return workspace.store->ensure_own_playlist(person, name);
}

struct NamedTracks {
    std::string name;
    std::vector<TrackIndex> tracks;
};

/// Makes new playlists, all or none, as one change. @return its number
/// @throws Error{conflict} if there is one of such a name
std::int64_t make_playlists(Workspace& workspace, const PlaylistShelf& shelf,
                            std::span<const NamedTracks> made, const std::string& what) {
    const auto transaction = workspace.store->begin_beside_imports();
    std::vector<store::PlaylistContent> contents;
    for (const auto& [name, tracks] : made)
        contents.push_back({new_playlist(workspace, name), items_of(shelf, tracks, workspace.now)});
    const auto change =
        workspace.store->change_playlists(workspace.person_id(), contents, what, workspace.now);
    transaction->commit();
    return change;
}

/// Writes one new playlist if that is wanted, and tells what it holds.
shapes::BuiltPlaylist made(Workspace& workspace, const PlaylistShelf& shelf, const std::string& name,
                           const PickOptions& options, std::span<const TrackIndex> tracks, const Fits& fits) {
    shapes::BuiltPlaylist built{name, options.from, built_tracks(shelf, tracks, fits), std::nullopt};
    if (!options.apply) return built;
    const std::array list{NamedTracks{name, {tracks.begin(), tracks.end()}}};
    built.change = make_playlists(workspace, shelf, list, "made " + name);
    return built;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

void keep_only(Fits& fits, const Fits& others) {
    Fits both;
    for (auto& [track, fit] : fits) {
        const auto found = others.find(track);
        if (found == others.end()) continue;
        fit.score *= found->second.score;
        if (!found->second.reason.empty())
            fit.reason += (fit.reason.empty() ? "" : "; ") + found->second.reason;
        both.emplace(track, std::move(fit));
    }
    fits = std::move(both);
}

}  // namespace

shapes::BuiltPlaylist build_playlist(Workspace& workspace, const BuildWishes& wishes,
                                     const PickOptions& options) {
    require(!wishes.genres.empty() || !wishes.moods.empty() || !wishes.like.empty() || wishes.cluster > 0,
            "say what to build from: --genre, --mood, --like or --cluster");
    const auto shelf = open_shelf(workspace, false);
    const auto pool = pool_of(*shelf, options.from);
    Fits fits;
    for (const auto t : pool) fits.emplace(t, Fit{1, ""});
    std::vector<std::string> parts;
    const auto narrow = [&](const std::string& part, const Fits& by) {
        parts.push_back(part);
        keep_only(fits, by);
    };
    if (wishes.cluster > 0) {
        std::string name;
        const auto of_cluster = fits_to_cluster(*shelf, workspace, wishes.cluster, name);
        narrow(name, of_cluster);
    }
    if (!wishes.moods.empty())
        narrow(joined(wishes.moods), fits_to_moods(*shelf, wishes.moods, workspace.task));
    if (!wishes.genres.empty()) narrow(joined(wishes.genres), fits_to_genres(*shelf, wishes.genres));
    if (!wishes.like.empty()) {
        std::vector<TrackIndex> seeds;
        std::vector<std::string> names;
        for (const auto& text : wishes.like) {
            names.emplace_back();
            for (const auto t : seeds_of(workspace, *shelf, text, names.back()))
                if (std::ranges::find(seeds, t) == seeds.end()) seeds.push_back(t);
        }
        std::vector<TrackIndex> left;
        for (const auto& [track, fit] : fits) left.push_back(track);
        narrow("like " + joined(names), fits_to_seeds(workspace, *shelf, seeds, left));
    }
    if (fits.empty())
        fail(ErrorCode::not_found, "no track fits all of: {}; ask for less, or --from all", joined(parts));
    const playlists::Transitions transitions(shelf->collection());
    const auto tracks = playlists::in_listening_order(shelf->collection(), transitions,
                                                      best_of(*shelf, fits, options), workspace.task);
    return made(workspace, *shelf, options.name.empty() ? joined(parts) : options.name, options, tracks,
                fits);
}

shapes::BuiltPlaylist expand_playlist(Workspace& workspace, const std::string& playlist,
                                      const PickOptions& options) {
    const auto shelf = open_shelf(workspace);
    const auto p = find_playlist(shelf->rows, playlist);
    std::set<library::SongIndex> songs;
    for (const auto t : shelf->entries(p)) songs.insert(shelf->collection().tracks[t].song);
    for (const auto t : shelf->decisions[p].dropped) songs.insert(shelf->collection().tracks[t].song);
    auto pool = pool_of(*shelf, options.from);
    std::erase_if(pool, [&](TrackIndex t) { return songs.contains(shelf->collection().tracks[t].song); });
    const auto weights = shelf->weights(workspace);
    const auto fits = fits_on(*shelf->shelf, p, weights[p], pool, workspace);
    if (fits.empty())
        fail(ErrorCode::not_found, "no track of these fits {}; try --from new or --from all",
             shelf->names[p]);
    const auto tracks = best_of(*shelf, fits, options);
    shapes::BuiltPlaylist built{shelf->rows[p].name, options.from, built_tracks(*shelf, tracks, fits),
                                std::nullopt};
    if (options.apply) {
        store::PlaylistContent content{shelf->rows[p].id, shelf->rows[p].items};
        const auto added = items_of(*shelf, tracks, workspace.now);
        content.items.insert(content.items.end(), added.begin(), added.end());
        built.change = workspace.store->change_playlists(
            workspace.person_id(), std::array{content},
            fmt::format("added {} tracks to {}", tracks.size(), shelf->names[p]), workspace.now);
    }
    return built;
}

shapes::BuiltPlaylist playlist_path(Workspace& workspace, const std::string& from, const std::string& to,
                                    const PickOptions& options) {
    const auto shelf = open_shelf(workspace, false);
    const auto& collection = shelf->collection();
    const auto first = index_of(*shelf->collected, find_track(workspace, from).id);
    const auto last = index_of(*shelf->collected, find_track(workspace, to).id);
    const playlists::Transitions transitions(collection);
    for (const auto t : {first, last}) {
        if (transitions.place(t).empty())
            fail(ErrorCode::not_found,
                 "no audio features of {} - {} are known; a path needs those of both ends",
                 collection.tracks[t].artist_name, collection.tracks[t].track_name);
    }
    const auto tracks = playlists::path_between(collection, transitions, pool_of(*shelf, options.from), first,
                                                last, options.count, options.max_per_artist);
    Fits fits;
    for (std::size_t i = 1; i < tracks.size(); ++i) {
        fits[tracks[i]] = {std::max(0.0, 1 - transitions.cost(tracks[i - 1], tracks[i])),
                           transitions.text(tracks[i - 1], tracks[i])};
    }
    const auto title = [&](TrackIndex t) { return collection.tracks[t].track_name; };
    return made(workspace, *shelf,
                options.name.empty() ? fmt::format("{} to {}", title(first), title(last)) : options.name,
                options, tracks, fits);
}

shapes::SplitPlaylist split_playlist(Workspace& workspace, const std::string& playlist, std::size_t parts,
                                     bool apply) {
    const auto shelf = open_shelf(workspace);
    const auto p = find_playlist(shelf->rows, playlist);
    const auto& name = shelf->rows[p].name;
    const auto groups =
        playlists::groups_of(shelf->collection(), shelf->tags->track_vectors(), shelf->shelf->tracks(p),
                             parts, workspace.seed, workspace.threads, workspace.task);
    const playlists::Transitions transitions(shelf->collection());
    shapes::SplitPlaylist split{name_of(shelf->rows[p]), {}, 0, std::nullopt};
    std::vector<NamedTracks> lists;
    std::size_t n_placed = 0;
    for (const auto& group : groups) {
        const auto tracks =
            playlists::in_listening_order(shelf->collection(), transitions, group.tracks, workspace.task);
        n_placed += tracks.size();
        const auto part_name = fmt::format("{}: {}", name, group.name);
        split.parts.push_back({part_name, {}});
        for (const auto t : tracks)
            split.parts.back().tracks.push_back(shapes::track_of(shelf->collection().tracks[t]));
        lists.push_back({part_name, tracks});
    }
    split.left_out = shelf->shelf->tracks(p).size() - n_placed;
    if (apply)
        split.change = make_playlists(workspace, *shelf, lists,
                                      fmt::format("split {} into {}", shelf->names[p], groups.size()));
    return split;
}

shapes::MusicClusters music_clusters(Workspace& workspace, std::size_t count) {
    constexpr std::size_t n_typical = 5;
    const auto shelf = open_shelf(workspace, false);
    shapes::MusicClusters clusters;
    for (const auto& group : clusters_of(*shelf, workspace, count)) {
        auto& cluster = clusters.clusters.emplace_back();
        cluster.cluster = clusters.clusters.size();
        cluster.name = group.name;
        cluster.tracks = group.tracks.size();
        for (const auto t : std::span(group.tracks).first(std::min(n_typical, group.tracks.size())))
            cluster.typical.push_back(shapes::track_of(shelf->collection().tracks[t]));
    }
    return clusters;
}

}  // namespace attune::engine
