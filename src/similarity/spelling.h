#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::similarity {

/// How many letters have to be added, taken out, changed or swapped with their neighbour to make one text of
/// the other. Source: F. Damerau, "A technique for computer detection and correction of spelling errors",
/// CACM 7, 1964 (the restricted form: no letter is touched twice).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The names that are written most like `text` (both folded), at most k, nearest first, equally near ones by
/// name. Names that differ in more than a third of their letters, and more than one letter, are not near.
std::vector<std::string> nearest_spellings(std::string_view text, std::span<const std::string> names,
                                           std::size_t k);

}  // namespace attune::similarity
