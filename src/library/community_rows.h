#pragma once

#include "core/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace attune::library {

/// How a file of a community says which artist it means.
enum class ItemNaming : std::uint8_t {
    name,           ///< by name
    listed_number,  ///< by a number that another file of the same community gives a name
    bare_number,    ///< by a number or a code that nothing gives a name
};

/// What another person than those of the library listened to: one listen, or how often they played something.
struct CommunityPlay {
    std::string person;  ///< the account as the file names it, of which the store keeps a hash only; empty:
                         ///< the person whom the whole file is of
    std::string artist_name;  ///< or the artist's number, see `naming`
    std::string track_name;   ///< empty: the artist as a whole
    double count = 1;         ///< plays, > 0 and finite
    ItemNaming naming = ItemNaming::name;
    std::optional<Timestamp> listened_at;  ///< of one listen; without it the row says how many there were
};

/// That a person gave an artist a tag, both called by numbers that other files of the community give names.
struct CommunityTagging {
    std::string person;
    std::string artist_number;
    std::string tag_number;
};

/// What a number of a community stands for.
struct CommunityName {
    enum class Kind : std::uint8_t { artist, tag };

    Kind kind = Kind::artist;
    std::string number;
    std::string name;
};

}  // namespace attune::library
