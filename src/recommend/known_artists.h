#pragma once

#include "library/collection.h"

#include <string>
#include <unordered_set>

namespace attune::recommend {

/// The artists whom somebody played: by themselves, and by name within a credit ("Artist & Guest" is no new artist to who
/// plays Artist).
class KnownArtists {
  public:
    KnownArtists() = default;

    /// Those of these plays.
    KnownArtists(const library::Collection& collection, const std::vector<library::Play>& plays);

    bool know(const library::Collection& collection, const library::CollectionTrack& track) const;

  private:
    std::unordered_set<library::ArtistIndex> artists_;
    std::unordered_set<std::string> keys_;
};

}  // namespace attune::recommend
