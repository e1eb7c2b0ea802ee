#pragma once

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
    /// @param known  what was known when the tracks were scored
    ReasonWriter(const library::Collection& collection, const library::History& known,
                 const taste::ArtistSpace& space);

    /// One reason a group, those that moved the score most first, then the nearest liked tracks.
    std::vector<Reason> write(library::TrackIndex track, const std::vector<Contribution>& parts) const;

    /// The liked tracks nearest in sound and genre, nearest first.
    std::vector<library::TrackIndex> nearest_liked(library::TrackIndex track, std::size_t n) const;

  private:
    std::string fact(library::TrackIndex track, std::string_view group,
                     const std::vector<const Contribution*>& parts) const;

    const library::Collection& collection_;
    const taste::ArtistSpace& space_;
    std::vector<std::vector<library::GenreIndex>> genres_of_artist_;
    std::vector<int> plays_of_artist_;
    std::vector<library::TrackIndex> liked_;
    std::vector<float> sound_mean_;
    std::vector<float> sound_deviation_;
};

}  // namespace attune::recommend
