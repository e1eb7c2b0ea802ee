#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace attune::library {

/// The key of one kind of thing in a library. Ids of different kinds do not mix; 0 names nothing.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const noexcept { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using ArtistId = Id<struct ArtistTag>;
using TrackId = Id<struct TrackTag>;
using PersonId = Id<struct PersonTag>;
using PlaylistId = Id<struct PlaylistTag>;
using RunId = Id<struct RunTag>;

}  // namespace attune::library

template <class Tag>
struct std::hash<attune::library::Id<Tag>> {
    std::size_t operator()(attune::library::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
