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

    TagIndex tag = 0;                  ///< of Kind::tag
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
/// tag or genre of the library, else words about sound (sound_words()), else years ("90s", "1994", "1990s").
/// Of the same words, those about sound win over tags that listeners alone gave, and genres of catalogues win
/// over both: "chill" is how a track sounds, "dance" a genre. Words that join ("a", "for", "and", "music")
/// mean nothing by themselves.
Query understand(std::string_view text, const TagTable& table);

}  // namespace attune::similarity
