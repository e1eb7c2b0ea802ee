#pragma once

#include "library/collection.h"

#include <cstddef>
#include <vector>

namespace attune::taste {

/// What other listeners say to one person. Missing (NaN) where they say nothing; each list may be empty, which means
/// that nothing is known of anything.
struct OthersSay {
    std::vector<float>
        artist_fit;  ///< shape (n_artists,): how much people who play what the person plays play this
                     ///< artist, in standard deviations over all artists that others play
    std::vector<float> artist_reach;  ///< shape (n_artists,): log(1 + the people who play this artist)
    std::vector<float> track_fit;     ///< shape (n_tracks,): as artist_fit, of tracks
};

/// The listening of other people, asked on behalf of one person. What the person did with an artist or track itself
/// does not count for its own fit.
class Others {
  public:
    virtual ~Others() = default;

    /// @param known  what was known of the person before some moment
    virtual OthersSay say(const library::History& known) const = 0;

    virtual std::size_t n_people() const noexcept = 0;

  protected:
    Others() = default;
    Others(const Others&) = default;
    Others& operator=(const Others&) = default;
};

}  // namespace attune::taste
