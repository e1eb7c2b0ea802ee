#include "library/identity.h"

#include "core/text.h"

namespace attune::library {

std::string_view main_artist(std::string_view artist_name) { return trim(artist_name); }

std::string artist_key(std::string_view artist_name) { return fold(artist_name); }

std::vector<std::string> alternative_artist_keys(std::string_view) { return {}; }

TrackKey track_key(std::string_view artist_name, std::string_view track_name) {
    return {artist_key(artist_name), fold(track_name), {}};
}

}  // namespace attune::library
