#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// The one spelling of a genre under which attune keeps and compares it. Catalogues write the same genre in
/// many ways; all of these give "hip hop": "Hip-Hop", "hip hop", "hip_hop", "HipHop", "sf:Hip-Hop".
///
/// * the prefix of a source goes ("tt:pop" -> "pop"), and behind one only the end of a path counts
///   ("tt:edm/pop edm" -> "pop edm"); without a prefix "/" is a space ("Hip-Hop/Rap" -> "hip hop rap")
/// * folded as by attune::fold(): no capitals, accents, apostrophes or hyphens; "&", "+" and "n" between
/// words
///   are "and" ("Rock 'n' Roll" -> "rock and roll")
/// * what people say by its initials is written so: "R & B", "RnB", "r and b" -> "r&b"; "DnB" -> "drum and
/// bass"
///
/// Idempotent. A text without letters or digits gives "".
std::string canonical_genre(std::string_view name);

/// The names in a list, as written there, without blanks around them and without empty ones. Lists come as
/// Python or JSON writes them (`['art pop', "children's music"]`), or separated by ";", else "|", else ",".
/// "[]", "", "nan" and "null" are lists of none. Any text gives an answer; a quote that is never closed ends
/// with the text.
std::vector<std::string> parse_genre_list(std::string_view text);

}  // namespace attune::genres
