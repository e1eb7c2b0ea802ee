#pragma once

#include "library/community_rows.h"
#include "store/community_rows.h"
#include "store/rows.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace attune::store {

/// What many other people listen to, apart from the people and the tracks of the library. Of a person only a salted hash
/// of their account's name is kept. `source` names where the rows come from.
class Community {
  public:
    virtual ~Community() = default;

    // Apart from the people and the tracks of the library. Of a person only a salted hash of their account's
    // name is kept. `source` names where the rows come from.

    /// Adds what somebody played. A listen counts once however often it comes: the same person, second,
    /// artist and title. A count takes the place of an older one of the same (source, person, item as named);
    /// within one transaction the first stands. Nothing if no file has said what the artist's number means.
    /// @throws Error{invalid_argument} if the play has no person or no artist
    virtual std::optional<Fate> add_community_play(std::string_view source,
                                                   const library::CommunityPlay& play) = 0;

    /// Adds that somebody tagged an artist, once for each (source, person, artist, tag). Nothing if no file
    /// has said what one of the numbers means.
    virtual std::optional<Fate> add_community_tagging(std::string_view source,
                                                      const library::CommunityTagging& tagging) = 0;

    /// Remembers what a number in the files of a source means; a changed name takes the place of the older
    /// one.
    virtual Fate add_community_name(std::string_view source, const library::CommunityName& name) = 0;

    /// As add_dropped_digest(), for rows of a community.
    virtual bool add_community_dropped(std::string_view source, std::uint64_t digest) = 0;

    virtual std::vector<CommunitySourceRow> community_sources() = 0;

    /// Deletes all that came from a source, and artists, tracks and tags that nothing else of the community
    /// names.
    /// @throws Error{not_found} with the sources there are
    virtual void forget_community(std::string_view source) = 0;

    virtual CommunityCounts community_counts() = 0;

    /// All of the community, in an order that depends on what was imported alone. Its artists are those of
    /// the library by key, else by an alternative key (library/identity.h), one to one; its tracks by the
    /// names of the library's tracks.
    virtual CommunityContent community() = 0;

  protected:
    Community() = default;
    Community(const Community&) = default;
    Community& operator=(const Community&) = default;
};

}  // namespace attune::store
