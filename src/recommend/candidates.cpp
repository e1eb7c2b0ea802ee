#include "recommend/candidates.h"

#include "core/text.h"
#include "library/nobody.h"
#include "recommend/known_artists.h"
#include "taste/surroundings.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace attune::recommend {
namespace {

using library::TrackIndex;

std::set<std::string> folded(const std::vector<std::string>& names) {
    std::set<std::string> set;
    for (const auto& name : names) set.insert(fold(name));
    return set;
}

std::vector<bool> met_songs(const library::Collection& collection, const library::History& known) {
    std::vector<bool> met(collection.n_songs, false);
    const auto meet = [&](TrackIndex track) { met[collection.tracks[track].song] = true; };
    for (const auto& play : known.plays) meet(play.track);
    for (const auto& playlist : known.playlists) {
        for (const auto& item : playlist.items) meet(item.track);
    }
    for (const auto track : known.saved_tracks) meet(track);
    for (const auto track : known.banned_tracks) meet(track);
    for (const auto track : known.offered) meet(track);
    for (const auto& label : known.labels) meet(label.track);
    return met;
}

/// True if `better` should stand for a song rather than `other`: the usual version before a live one, the
/// more popular one, the first.
bool stands_before(const library::CollectionTrack& better, const library::CollectionTrack& other) {
    if (better.version.empty() != other.version.empty()) return better.version.empty();
    return better.popularity.value_or(-1) > other.popularity.value_or(-1);
}

class WishFilter {
  public:
    WishFilter(const library::Collection& collection, const library::History& known, const Wishes& wishes)
        : collection_(collection),
          genres_of_artist_(library::artist_genres(collection)),
          include_genres_(folded(wishes.include_genres)),
          exclude_genres_(folded(wishes.exclude_genres)),
          include_artists_(folded(wishes.include_artists)),
          exclude_artists_(folded(wishes.exclude_artists)) {
        blocked_.insert(known.banned_artists.begin(), known.banned_artists.end());
        if (wishes.only_new_artists) played_ = KnownArtists(collection, known.plays);
    }

    bool allows(const library::CollectionTrack& track) const {
        if (blocked_.contains(track.artist)) return false;
        for (const auto other : track.other_artists) {
            if (blocked_.contains(other)) return false;
        }
        if (played_.know(collection_, track)) return false;
        const std::string artist = fold(collection_.artists[track.artist].name);
        if (exclude_artists_.contains(artist)) return false;
        if (!include_artists_.empty() && !include_artists_.contains(artist)) return false;
        if (include_genres_.empty() && exclude_genres_.empty()) return true;
        bool is_included = include_genres_.empty();
        const auto look_at = [&](library::GenreIndex genre) {
            const std::string name = fold(collection_.genres[genre]);
            is_included = is_included || include_genres_.contains(name);
            return exclude_genres_.contains(name);
        };
        if (std::ranges::any_of((*genres_of_artist_)[track.artist], look_at)) return false;
        if (std::ranges::any_of(track.tags, look_at)) return false;
        return is_included;
    }

  private:
    const library::Collection& collection_;
    std::shared_ptr<const library::GenresOfArtists> genres_of_artist_;
    std::set<std::string> include_genres_;
    std::set<std::string> exclude_genres_;
    std::set<std::string> include_artists_;
    std::set<std::string> exclude_artists_;
    std::unordered_set<library::ArtistIndex> blocked_;
    KnownArtists played_;  ///< none where they may be offered
};

/// By artist, whether it is nobody: tracks of "Various Artists" and of "" are never offered.
std::vector<bool> nobodies(const library::Collection& collection) {
    std::vector<bool> nobody;
    nobody.reserve(collection.artists.size());
    for (const auto& artist : collection.artists) nobody.push_back(library::is_nobody(artist.name));
    return nobody;
}

}  // namespace

std::vector<TrackIndex> candidates(const library::Collection& collection, const library::History& known,
                                   const Wishes& wishes) {
    const auto met = met_songs(collection, known);
    const WishFilter filter(collection, known, wishes);
    const auto nobody = nobodies(collection);
    constexpr TrackIndex none = 0xFFFFFFFF;
    std::vector<TrackIndex> of_song(collection.n_songs, none);
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        const auto& track = collection.tracks[t];
        if (!track.in_catalogue || met[track.song] || !filter.allows(track)) continue;
        if (nobody[track.artist] || trim(track.track_name).empty()) continue;
        auto& chosen = of_song[track.song];
        if (chosen == none || stands_before(track, collection.tracks[chosen])) chosen = t;
    }
    std::erase(of_song, none);
    std::ranges::sort(of_song);
    return of_song;
}

}  // namespace attune::recommend
