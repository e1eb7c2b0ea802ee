#pragma once

#include "core/task.h"
#include "library/collection.h"
#include "recommend/prospects.h"
#include "similarity/mutual_proximity.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attune::recommend {

/// One way to come upon tracks.
struct ProposalSource {
    std::string_view name;  ///< "listeners"
    std::string_view text;  ///< "people who play your artists play it"
};

/// In the order of the bits of Proposals.
std::span<const ProposalSource> proposal_sources() noexcept;

struct ProposalOptions {
    std::size_t depth = 500;  ///< tracks that each source proposes
    std::size_t most_per_artist = 5;
    std::size_t sound_seeds = 20;  ///< most heard tracks whose neighbours in sound are proposed
    std::uint64_t seed = 1;
};

/// Which sources would have thought of each track: more from the person's artists, artists alike by genres, what
/// listeners of their artists play, genres that they play, tracks that sound like those they kept, and chance. Every
/// track of the catalogues is ranked whether proposed or not; this says who to thank for it.
class Proposals {
  public:
    /// @param sound  of the tracks of the collection
    Proposals(const library::Collection& collection, const library::History& known,
              const Prospects& prospects, const similarity::SoundSpace& sound, const ProposalOptions& options,
              const Task& task = {});

    /// Indices of proposal_sources(), ascending; of the i-th of the prospects.
    std::vector<std::size_t> of(std::size_t i) const;

  private:
    void add(std::size_t source, std::span<const float> scores, std::size_t depth,
             std::size_t most_per_artist);
    void add_sound(const library::Collection& collection, const library::History& known,
                   std::span<const library::TrackIndex> tracks, const similarity::SoundSpace& sound,
                   const ProposalOptions& options, const Task& task);

    std::vector<library::ArtistIndex> artists_;  ///< of the tracks
    std::vector<std::uint8_t> bits_;
};

}  // namespace attune::recommend
