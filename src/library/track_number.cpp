#include "library/track_number.h"

#include "core/parse_all.h"

namespace attune::library {
namespace {

constexpr std::string_view prefix = "track:";

}  // namespace

std::string track_number(TrackId track) { return std::string(prefix) + std::to_string(track.value); }

std::optional<TrackId> parse_track_number(std::string_view text) {
    if (!text.starts_with(prefix)) return std::nullopt;
    const auto number = parse_all<std::int64_t>(text.substr(prefix.size()));
    return number ? std::optional(TrackId{*number}) : std::nullopt;
}

}  // namespace attune::library
