#pragma once

#include "library/identity.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attune::similarity {

/// How alike two folded names are written, in [0, 1]; 1 if they are one. The share of letters that stay
/// (edit_distance()), or 0.9 where all words of one stand in the other and make up half of it; names with different numbers in them are
/// different things.
float name_likeness(std::string_view a, std::string_view b);

/// A recording that may be another under its names.
struct LikeName {
    std::size_t index = 0;  ///< into what the NamesOfTracks were made of
    float likeness = 0;     ///< in (0, 1]: of artist, title and version, multiplied
    bool same_artist = false;
    bool same_title = false;
    bool same_version = false;
};

/// Finds recordings by names that are written nearly alike. Either the artist or the title has to be the same to the
/// letter (folded): what differs in both is not found.
class NamesOfTracks {
  public:
    explicit NamesOfTracks(std::vector<library::TrackKey> names);

    /// At most k, likest first, equally like ones by index. A name is not left out of its own neighbours.
    std::vector<LikeName> nearest(const library::TrackKey& name, std::size_t k) const;

  private:
    std::vector<library::TrackKey> names_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_artist_;  ///< views into names_
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_title_;
};

}  // namespace attune::similarity
