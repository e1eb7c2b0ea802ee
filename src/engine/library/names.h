#pragma once

#include "engine/library/collect.h"
#include "similarity/tag_table.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::engine {

/// What a name means in this library.
struct Named {
    enum class Kind { artist, track, tag };

    Kind kind = Kind::artist;
    std::uint32_t index = 0;  ///< an ArtistIndex, TrackIndex or TagIndex
    std::string name;         ///< as the library writes it
};

std::string_view to_string(Named::Kind kind) noexcept;

/// The artist, track or tag that a person means: the path of a file that was analysed, an attune id ("track:12"), a Spotify URI or URL of a track,
/// an MBID, "Artist - Title", the name of an artist or tag, or a title. "artist:NAME" and "tag:NAME" say
/// which of the two is meant. A name that is an artist's and also a tag means the artist, unless catalogues
/// use it as a genre: then it can mean both. Titles are looked at last.
/// @throws Error{conflict} with the list if it can mean several; Error{not_found} with the nearest spellings
Named find_named(Workspace& workspace, const Collected& collected, const similarity::TagTable& tags,
                 std::string_view text);

}  // namespace attune::engine
