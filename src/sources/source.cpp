#include "sources/source.h"

#include <array>

namespace attune::sources {

std::string_view to_string(DropReason reason) noexcept {
    constexpr std::array<std::string_view, 14> names{
        "podcast",    "audiobook", "video",     "local_file",  "no_track",  "zero_length", "incognito",
        "unreadable", "bad_date",  "bad_value", "no_features", "no_person", "unknown_id",  "no_opinion"};
    return names.at(static_cast<std::size_t>(reason));
}

}  // namespace attune::sources
