#pragma once

#include "library/collection.h"
#include "similarity/mutual_proximity.h"
#include "similarity/space.h"

#include <string>
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

    /// How alike each track is in sound to this one, in [0, 1]; 0 for itself and where one of the two is
    /// unknown. It is 1 - sqrt(d) of the mutual distance d, a probability: 0.9 if d is 1 %, 0.29 if it is one
    /// half.
    std::vector<float> tracks(library::TrackIndex track) const;

    /// The same of artists.
    std::vector<float> artists(library::ArtistIndex artist) const;

    bool knows_track(library::TrackIndex track) const { return tracks_.knows(track) || is_embedded(track); }
    bool knows_artist(library::ArtistIndex artist) const { return artists_.knows(artist); }

  private:
    bool is_embedded(library::TrackIndex track) const {
        return embedded_.size() > 0 && embedded_.knows(track);
    }

    Space tracks_;
    Space artists_;
    Space embedded_;  // tracks by their embeddings; of size 0 if there are none
    MutualProximity mutual_tracks_;
    MutualProximity mutual_artists_;
    MutualProximity mutual_embedded_;
};

/// "energy 0.81 and 0.79, valence 0.20 and 0.31, 120 and 122 BPM": what two tracks have in common, for
/// people. What is unknown of one of them is left out.
std::string sound_comparison(std::span<const float> a, std::span<const float> b);

}  // namespace attune::similarity
