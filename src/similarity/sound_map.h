#pragma once

#include "library/collection.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::similarity {

/// Where tracks lie by their sound, and in which group of like ones.
struct SoundMap {
    Matrix places;                       ///< shape (n_tracks, 2); NaN where too little of the sound is known
    std::string method;                  ///< how places were found: "pca"
    std::vector<std::int32_t> group_of;  ///< of each track; -1: none
    std::vector<std::string> group_names;  ///< in words: "calm, acoustic"; each is another
};

/// The two directions in which the sound of tracks differs most, and `n_groups` groups by k-means, both on nine features
/// in standard deviations; of more than 20,000 tracks the groups are learned from so many. A track needs five of the nine; the others are taken for the mean. No map where fewer tracks
/// than groups have them.
///
/// @param seed  of the groups
SoundMap map_of_sound(const library::Collection& collection, std::size_t n_groups, std::uint64_t seed);

}  // namespace attune::similarity
