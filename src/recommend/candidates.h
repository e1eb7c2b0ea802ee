#pragma once

#include "library/collection.h"

#include <string>
#include <vector>

namespace attune::recommend {

/// What a person wants in or out of a list. Names are folded before they are compared.
struct Wishes {
    std::vector<std::string> include_genres;  ///< if any: only tracks of one of these
    std::vector<std::string> exclude_genres;
    std::vector<std::string> include_artists;
    std::vector<std::string> exclude_artists;
    bool only_new_artists = false;  ///< nothing by an artist that the person has played
};

/// The tracks of the catalogues that may be offered: one track a song, the one that most people know. Left
/// out are songs heard, liked, disliked, skipped, saved, banned or put on a playlist under any id and in any
/// version, songs offered before, and artists that are banned or blocked. In the order of track indices.
std::vector<library::TrackIndex> candidates(const library::Collection& collection,
                                            const library::History& known, const Wishes& wishes = {});

}  // namespace attune::recommend
