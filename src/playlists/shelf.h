#pragma once

#include "playlists/music.h"

#include <cstddef>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

namespace attune::playlists {

/// A person's playlists beside each other, and what speaks for a track being on one of them.
///
/// For each aspect the evidence is how much more alike the track is to the rest of the playlist than to the
/// person's music in general, shrunk to "as usual" where there is little to go by:
///
///     evidence = log( (sum over members j of likeness(t, j) / usual(t) + k) / (n + k) )
///
/// with k = 2. 0 is as usual, log 10 ten times as alike. The track itself and other versions of its song
/// never vouch for it. Of the aspect `listing` the sum runs over tracks by the same artist on other
/// playlists, and the likeness is that of the two playlists by their artists, the artist in question left
/// out.
class Shelf {
  public:
    /// @param playlists  the tracks of each, each once; refers to `music`
    Shelf(const Music& music, std::vector<std::vector<TrackIndex>> playlists);

    const Music& music() const noexcept { return *music_; }
    std::size_t size() const noexcept { return playlists_.size(); }
    std::span<const TrackIndex> tracks(std::size_t playlist) const { return playlists_[playlist]; }
    bool holds(std::size_t playlist, TrackIndex track) const;

    /// Evidence for a track on a playlist; whether it is there does not matter.
    /// @param usual  Music::usual() of the track
    AspectRow evidence(TrackIndex track, std::size_t playlist, const AspectRow& usual) const;

  private:
    struct Listing {
        std::size_t playlist = 0;
        float n_tracks = 0;
    };

    float listing_evidence(TrackIndex track, std::size_t playlist) const;
    /// Cosine of two playlists by their artists, without one artist.
    double likeness(std::size_t a, std::size_t b, library::ArtistIndex without) const;
    double weight(std::size_t playlist, library::ArtistIndex artist) const;

    const Music* music_;
    std::vector<std::vector<TrackIndex>> playlists_;
    std::vector<std::vector<TrackIndex>> sorted_;
    std::vector<std::unordered_map<library::ArtistIndex, float>> artists_;  // playlist -> artist -> tracks
    std::unordered_map<library::ArtistIndex, std::vector<Listing>> listings_;
    std::vector<double> squares_;  // of the weights of a playlist's artists
    Matrix dots_;                  // of two playlists
};

}  // namespace attune::playlists
