#pragma once

#include "core/time.h"
#include "library/ids.h"
#include "store/rows.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace attune::store {

/// Matches that a person puts right by hand, and takes back.
class Corrections {
  public:
    virtual ~Corrections() = default;

    /// Joins `from` into `into`, by hand: all listens, marks, labels, ids and features of `from` become those
    /// of `into`, and so does what comes later under its name. Gives the number of the correction.
    /// @throws Error{not_found}, Error{invalid_argument} if they are one already
    virtual std::int64_t merge_tracks(library::TrackId from, library::TrackId into, Timestamp at) = 0;

    /// Makes a track of its own of an external id that was taken for another. Listens that came by it or under
    /// the name that it came with go along; what does not say how it came (entries of playlists, marks) stays.
    /// What catalogues know of the new track comes with their next import. Gives the number of the correction.
    /// @throws Error{not_found}; Error{conflict} if the id is what the track was made of
    virtual std::int64_t separate_match(std::string_view scheme, std::string_view value, Timestamp at) = 0;

    /// Remembers that a track is like no other, or that a match is right, so that nobody asks again. Gives the
    /// number of the correction. @throws Error{not_found}
    virtual std::int64_t keep_track(library::TrackId track, Timestamp at) = 0;

    virtual std::int64_t keep_match(std::string_view scheme, std::string_view value, Timestamp at) = 0;

    /// Takes a correction back, with the listens that came under the name since.
    /// @throws Error{not_found}; Error{conflict} if it is undone already, or a later one is of the same tracks
    virtual void undo_correction(std::int64_t correction) = 0;

    /// All corrections, oldest first.
    virtual std::vector<CorrectionRow> corrections() = 0;

  protected:
    Corrections() = default;
    Corrections(const Corrections&) = default;
    Corrections& operator=(const Corrections&) = default;
};

}  // namespace attune::store
