#pragma once

#include "library/collection.h"
#include "similarity/mutual_proximity.h"
#include "similarity/space.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace attune::similarity {

/// Who sounds like whom, made mutual (MutualProximity): tracks by their audio features under the Mahalanobis
/// distance, artists by the mean place of their tracks. Two tracks that were both listened to are compared by
/// their embeddings instead, which hear more than thirteen numbers say.
class SoundLikeness {
  public:
    /// @param embeddings  shape (n_tracks, d), a row of NaN for tracks without; may have no rows
    /// @throws Error{invalid_argument} if it has rows, but not one a track
    explicit SoundLikeness(const library::Collection& collection, const MutualProximityOptions& options = {},
                           const Matrix& embeddings = {});

    /// Of spaces that are known: those of tracks, artists, and tracks by their embeddings (of size 0 if there are none).
    SoundLikeness(std::shared_ptr<const SoundSpace> tracks, std::shared_ptr<const SoundSpace> artists,
                  std::shared_ptr<const SoundSpace> embedded)
        : tracks_(std::move(tracks)), artists_(std::move(artists)), embedded_(std::move(embedded)) {}

    /// How alike each track is in sound to this one, in [0, 1]; 0 for itself and where one of the two is
    /// unknown. It is 1 - sqrt(d) of the mutual distance d, a probability: 0.9 if d is 1 %, 0.29 if it is one
    /// half.
    std::vector<float> tracks(library::TrackIndex track) const;

    /// The same of artists.
    std::vector<float> artists(library::ArtistIndex artist) const;

    bool knows_track(library::TrackIndex track) const {
        return tracks_->space.knows(track) || is_embedded(track);
    }
    bool knows_artist(library::ArtistIndex artist) const { return artists_->space.knows(artist); }

  private:
    bool is_embedded(library::TrackIndex track) const {
        return embedded_->space.size() > 0 && embedded_->space.knows(track);
    }

    std::shared_ptr<const SoundSpace> tracks_;
    std::shared_ptr<const SoundSpace> artists_;
    std::shared_ptr<const SoundSpace> embedded_;
};

/// The mean place of each artist's tracks.
/// @param tracks  the space of the collection's tracks
Space artist_space(const library::Collection& collection, const Space& tracks);

/// "energy 0.81 and 0.79, valence 0.20 and 0.31, 120 and 122 BPM": what two tracks have in common, for
/// people. What is unknown of one of them is left out.
std::string sound_comparison(std::span<const float> a, std::span<const float> b);

}  // namespace attune::similarity
