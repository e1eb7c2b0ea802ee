#include "library/track.h"

#include <algorithm>

namespace attune::library {
namespace {

constexpr std::size_t spotify_id_length = 22;

bool is_spotify_id(std::string_view text) noexcept {
    return text.size() == spotify_id_length && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

}  // namespace

std::string spotify_track_id(std::string_view text) {
    for (const std::string_view prefix : {"spotify:track:", "/track/"}) {
        const auto at = text.find(prefix);
        if (at != std::string_view::npos) text = text.substr(at + prefix.size(), spotify_id_length);
    }
    return is_spotify_id(text) ? std::string(text) : std::string();
}

std::string spotify_uri(std::string_view id) {
    return id.empty() ? std::string() : "spotify:track:" + std::string(id);
}

}  // namespace attune::library
