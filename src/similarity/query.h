#pragma once

#include "similarity/sound_words.h"
#include "similarity/tag_table.h"

#include <string>
#include <string_view>
#include <vector>

namespace attune::similarity {

/// What a stretch of a query means.
struct Meaning {
    enum class Kind { tag, sound, era };

    std::string words;  ///< as they were folded
    std::string as;     ///< "shoegaze", "for warming up a party", "1990-1999"
    Kind kind = Kind::tag;
    bool negated = false;  ///< "not", "no", "without" stood before it

    std::vector<TagIndex> tags;        ///< of Kind::tag: any of these
    const SoundWord* sound = nullptr;  ///< of Kind::sound
    int first_year = 0;                ///< of Kind::era
    int last_year = 0;
};

std::string_view to_string(Meaning::Kind kind) noexcept;

struct Query {
    std::vector<Meaning> understood;   ///< in the order of the query
    std::vector<std::string> unknown;  ///< words that mean nothing here
};

/// Reads words about music, folded. From left to right the longest stretch that means something is taken: a
/// tag or genre of the library, words about sound (sound_words()), years ("90s", "1994", "1990s"), or else a
/// word that stands in the names of genres ("piano": background piano, piano rock, ...), which means any of
/// them.
///
/// Words that are a genre of catalogues and also about sound mean both ("sleep": called so, and quiet); those
/// that only listeners use as a tag mean the sound ("mellow"). Words that join ("a", "for", "and", "music")
/// mean nothing by themselves; "not", "no" and "without" turn what follows.
Query understand(std::string_view text, const TagTable& table);

}  // namespace attune::similarity
