#pragma once

#include "library/collection.h"
#include "taste/surroundings.h"

#include <memory>
#include <span>
#include <string_view>

namespace attune::taste {

/// One number of what a person's past says about a track.
struct EvidenceColumn {
    std::string_view name;
    std::string_view group;  ///< what people would call it: artist, genres, popularity, release, playlists
    std::string_view text;   ///< "you play this artist", for a reason
};

/// The columns of Evidence::rows(), in order.
std::span<const EvidenceColumn> evidence_columns() noexcept;

/// Where the column of this name stands; evidence_columns().size() if there is none.
std::size_t evidence_column(std::string_view name) noexcept;

/// What was known of a person at a moment, about tracks that they have not met: how they treat the artist, the
/// artist's neighbours among genres, its genres, the release, the playlists it stands in; and what the catalogue
/// says of its reach. Nothing of it looks at the moment or later.
///
/// Rates are shrunken towards the person's own mean ("empirical Bayes": a rate over n tracks counts as n of n + c
/// tracks), counts are logarithms, unknown is missing.
class Evidence {
  public:
    /// @param known  what was known before `moment` (library::known_before)
    Evidence(const library::Collection& collection, const library::History& known, Timestamp moment,
             const Surroundings& space);
    ~Evidence();
    Evidence(const Evidence&) = delete;
    Evidence& operator=(const Evidence&) = delete;

    /// Shape (tracks.size(), evidence_columns().size()); missing where nothing is known.
    ///
    /// @param leave_out  takes what the person did with the track itself out of all its statistics: for training
    ///                   on tracks that were heard
    Matrix rows(std::span<const library::TrackIndex> tracks, bool leave_out, std::size_t threads = 1) const;

  private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
};

}  // namespace attune::taste
