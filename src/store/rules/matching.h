#pragma once

#include "library/identity.h"
#include "library/track.h"
#include "store/rows.h"
#include "store/rules/name_key.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::store {

/// An id that another program gives a track.
struct ExternalId {
    std::string_view scheme;  ///< "spotify", "isrc", "mbid"
    std::string_view value;   ///< empty: the description has none
};

/// In the order in which they are believed.
std::array<ExternalId, 3> ids_of(const library::TrackDescription& description);

/// The track as its source names it, by its id or else by its names; stored as listens.ref.
std::uint64_t ref_of(const library::TrackDescription& description);

/// Of all that tells a description from others.
std::uint64_t description_hash(const library::TrackDescription& description);

/// An artist of whose name nothing is left when it is folded (a no-break space) is none.
bool has_names(const library::TrackDescription& description);

/// @throws Error{invalid_argument} if no track can be made of the description
void check_description(const library::TrackDescription& description);

/// Other artists under whom the same title would be the same track.
std::vector<std::string> alternative_keys(const library::TrackDescription& description);

/// A track that is known under a name that the description has.
struct TrackCandidate {
    library::TrackId track;
    NameKind kind = NameKind::own;
    std::optional<int> duration_ms;
    bool in_catalogue = false;
    bool same_release = false;
};

/// The candidate that the description means: a duration must be near where both are known, and a title of every second
/// release ("Intro") needs the release where they are not. Nothing if it means none.
std::optional<TrackCandidate> best_candidate(std::span<const TrackCandidate> candidates,
                                             const library::TrackDescription& description,
                                             std::string_view title_key);

TrackMatch match_of(const TrackCandidate& candidate, const library::TrackDescription& description);

}  // namespace attune::store
