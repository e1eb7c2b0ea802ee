#include "engine/playlists/fits.h"

#include "core/error.h"
#include "core/parallel.h"
#include "engine/library/names.h"
#include "genres/genre_name.h"
#include "learning/numerics/sigmoid.h"
#include "playlists/reasons.h"
#include "similarity/word_search.h"

#include <algorithm>

namespace attune::engine {
namespace {

using library::TrackIndex;

constexpr std::size_t most_seeds = 30;
constexpr float least_genre_fit = 0.4F;  // half for being called so, half for the nearness of words
constexpr std::size_t tracks_a_cluster = 60;

}  // namespace

Fits fits_on(const playlists::Shelf& shelf, std::size_t playlist, const playlists::BelongingWeights& weights,
             std::span<const TrackIndex> pool, const Workspace& workspace) {
    const auto usual = shelf.music().usual(pool, workspace.threads, workspace.task);
    const auto summary = playlists::summary_of(shelf, playlist);
    std::vector<Fit> fits(pool.size());
    parallel_for(pool.size(), workspace.threads, [&](std::size_t i) {
        const auto evidence = shelf.evidence(pool[i], playlist, usual[i]);
        fits[i].score = learning::sigmoid(weights.margin(evidence));
        if (fits[i].score >= 0.5)
            fits[i].reason =
                playlists::reason_for(shelf, playlist, summary, pool[i], weights.contributions(evidence));
    });
    Fits found;
    for (std::size_t i = 0; i < pool.size(); ++i)
        if (fits[i].score >= 0.5) found.emplace(pool[i], std::move(fits[i]));
    return found;
}

Fits fits_to_genres(const PlaylistShelf& shelf, const std::vector<std::string>& genres) {
    Fits fits;
    for (const auto& genre : genres) {
        const auto tag = shelf.tags->table().find(genres::canonical_genre(genre));
        if (!tag) fail(ErrorCode::not_found, "no genre or tag '{}' in this library", genre);
        const auto fit = shelf.tags->tracks_called(*tag);
        const auto& name = shelf.tags->table().names[*tag];
        for (TrackIndex t = 0; t < fit.size(); ++t) {
            if (fit[t] < least_genre_fit) continue;
            auto& entry = fits[t];
            if (fit[t] > entry.score) entry = {fit[t], fit[t] > 0.5F ? name : "near " + name};
        }
    }
    return fits;
}

Fits fits_to_moods(const PlaylistShelf& shelf, const std::vector<std::string>& moods, const Task& task) {
    Fits fits;
    std::string words;
    for (const auto& mood : moods) words += (words.empty() ? "" : " ") + mood;
    const auto query = similarity::understand(words, shelf.tags->table());
    if (!query.unknown.empty() || query.understood.empty()) {
        fail(ErrorCode::not_found,
             "no mood is called '{}'; moods are words as `attune search` takes them: calm, "
             "energetic, happy, sad, party, sleep, ...",
             query.unknown.empty() ? words : query.unknown.front());
    }
    const std::size_t all = shelf.collection().tracks.size();
    for (const auto& found :
         similarity::find_tracks(shelf.collection(), *shelf.tags, query, {all, all}, task)) {
        std::string reason;
        for (const auto& part : found.reasons) reason += (reason.empty() ? "" : "; ") + part.text;
        fits.emplace(found.track, Fit{found.score, std::move(reason)});
    }
    return fits;
}

std::vector<TrackIndex> seeds_of(Workspace& workspace, const PlaylistShelf& shelf, const std::string& text,
                                 std::string& name) {
    const auto named = find_named(workspace, *shelf.collected, shelf.tags->table(), text);
    require(named.kind != Named::Kind::tag, "'{}' is a tag; say --genre \"{}\"", text, named.name);
    name = named.name;
    if (named.kind == Named::Kind::track) return {named.index};
    std::vector<TrackIndex> seeds;
    std::vector<TrackIndex> others;
    for (TrackIndex t = 0; t < shelf.collection().tracks.size(); ++t) {
        if (shelf.collection().tracks[t].artist != named.index) continue;
        (std::ranges::binary_search(shelf.own, t) ? seeds : others).push_back(t);
    }
    seeds.insert(seeds.end(), others.begin(), others.end());
    seeds.resize(std::min(seeds.size(), most_seeds));
    return seeds;
}

Fits fits_to_seeds(Workspace& workspace, const PlaylistShelf& shelf, const std::vector<TrackIndex>& seeds,
                   std::span<const TrackIndex> pool) {
    std::vector<std::vector<TrackIndex>> lists;
    for (std::size_t p = 0; p < shelf.rows.size(); ++p) {
        const auto tracks = shelf.shelf->tracks(p);
        lists.emplace_back(tracks.begin(), tracks.end());
    }
    lists.push_back(seeds);
    const playlists::Shelf with_seeds(*shelf.music, lists);
    const auto weights =
        playlists::learn_belonging(with_seeds, shelf.own, belonging_options(workspace), workspace.task);
    return fits_on(with_seeds, lists.size() - 1, weights.back(), pool, workspace);
}

std::vector<playlists::Group> clusters_of(const PlaylistShelf& shelf, const Workspace& workspace,
                                          std::size_t count) {
    if (count == 0) count = std::clamp<std::size_t>(shelf.own.size() / tracks_a_cluster, 4, 24);
    return playlists::groups_of(shelf.collection(), shelf.tags->track_vectors(), shelf.own, count,
                                workspace.seed, workspace.threads, workspace.task);
}

Fits fits_to_cluster(const PlaylistShelf& shelf, const Workspace& workspace, std::size_t number,
                     std::string& name) {
    const auto clusters = clusters_of(shelf, workspace, 0);
    require(number <= clusters.size(), "cluster must be in [1, {}], got {}; see `attune playlist clusters`",
            clusters.size(), number);
    const auto& cluster = clusters[number - 1];
    name = cluster.name;
    Fits fits;
    for (std::size_t i = 0; i < cluster.tracks.size(); ++i)
        fits.emplace(cluster.tracks[i],
                     Fit{1 - 0.5 * static_cast<double>(i) / static_cast<double>(cluster.tracks.size()), ""});
    return fits;
}

}  // namespace attune::engine
