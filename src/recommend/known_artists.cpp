#include "recommend/known_artists.h"

#include "library/identity.h"

#include <algorithm>

namespace attune::recommend {

KnownArtists::KnownArtists(const library::Collection& collection, const std::vector<library::Play>& plays) {
    for (const auto& play : plays) artists_.insert(collection.tracks[play.track].artist);
    for (const auto artist : artists_) keys_.insert(library::artist_key(collection.artists[artist].name));
}

bool KnownArtists::know(const library::Collection& collection, const library::CollectionTrack& track) const {
    if (artists_.contains(track.artist)) return true;
    if (std::ranges::any_of(track.other_artists, [&](auto other) { return artists_.contains(other); }))
        return true;
    const auto& name = collection.artists[track.artist].name;
    if (keys_.contains(library::artist_key(name))) return true;
    const auto parts = library::alternative_artist_keys(name);
    return std::ranges::any_of(parts, [&](const std::string& part) { return keys_.contains(part); });
}

}  // namespace attune::recommend
