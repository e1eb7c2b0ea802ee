#include "library/collection.h"

#include <algorithm>

namespace attune::library {

History known_before(const History& history, Timestamp moment, bool with_undated) {
    History known;
    const auto end = std::ranges::lower_bound(history.plays, moment, {}, &Play::listened_at);
    known.plays.assign(history.plays.begin(), end);
    for (const auto& playlist : history.playlists) {
        CollectionPlaylist part{playlist.name, {}};
        std::ranges::copy_if(playlist.items, std::back_inserter(part.items), [&](const auto& item) {
            return item.added_at ? *item.added_at < moment : with_undated;
        });
        if (!part.items.empty()) known.playlists.push_back(std::move(part));
    }
    std::ranges::copy_if(history.labels, std::back_inserter(known.labels),
                         [&](const TrackLabel& label) { return label.at < moment; });
    if (with_undated) {
        known.saved_tracks = history.saved_tracks;
        known.banned_tracks = history.banned_tracks;
        known.followed_artists = history.followed_artists;
        known.banned_artists = history.banned_artists;
        known.offered = history.offered;
    }
    return known;
}

std::shared_ptr<const GenresOfArtists> artist_genres(const Collection& collection) {
    if (collection.known_artist_genres) return collection.known_artist_genres;
    auto genres = std::make_shared<GenresOfArtists>(collection.artists.size());
    for (std::size_t a = 0; a < genres->size(); ++a) (*genres)[a] = collection.artists[a].genres;
    for (const auto& track : collection.tracks) {
        if (!collection.artists[track.artist].genres.empty()) continue;
        auto& list = (*genres)[track.artist];
        for (const auto tag : track.tags) {
            if (std::ranges::find(list, tag) == list.end()) list.push_back(tag);
        }
    }
    return genres;
}

}  // namespace attune::library
