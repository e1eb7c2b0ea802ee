#pragma once

#include "recommend/listeners.h"
#include "recommend/scoring.h"

#include <string>
#include <vector>

namespace attune::recommend {

/// Why a track was picked, in words. The contributions of all reasons of a track add up to its score.
struct Reason {
    std::string name;         ///< the group: "artist", "genres", "sound", ...; "near" for likeness
    double contribution = 0;  ///< 0 for "near", which explains without scoring
    std::string text;
};

/// Words for what scored tracks, and the tracks a person likes that are nearest to them.
class ReasonWriter {
  public:
    /// @param known      what was known when the tracks were scored
    /// @param listeners  other listeners, to name whose listeners speak for a track; may be null
    ReasonWriter(const library::Collection& collection, const library::History& known,
                 const taste::Surroundings& space, const Listeners* listeners = nullptr);

    /// One reason a group, those that moved the score most first, then the nearest liked tracks.
    std::vector<Reason> write(library::TrackIndex track, const std::vector<Contribution>& parts) const;

    /// The liked tracks nearest in sound and genre, nearest first.
    std::vector<library::TrackIndex> nearest_liked(library::TrackIndex track, std::size_t n) const;

  private:
    std::string fact(library::TrackIndex track, std::string_view group,
                     const std::vector<const Contribution*>& parts) const;

    const library::Collection& collection_;
    std::string sound_fact(library::TrackIndex track, const std::vector<const Contribution*>& parts) const;
    std::string listeners_fact(library::ArtistIndex artist) const;

    const taste::Surroundings& space_;
    const Listeners* listeners_;
    OwnItems own_artists_;
    std::shared_ptr<const library::GenresOfArtists> genres_of_artist_;
    std::vector<int> plays_of_artist_;
    std::vector<int> on_playlists_;  ///< of each artist: entries of the person's playlists
    std::vector<library::TrackIndex> liked_;
    std::vector<float> sound_mean_;
    std::vector<float> sound_deviation_;
};

}  // namespace attune::recommend
