#pragma once

#include "store/store.h"

#include <cstdint>
#include <string>

namespace attune::engine {

/// What of a library something depends on, as bits: see store::Revisions. Each with what it refers to.
enum class Of : unsigned {
    music = 1,
    community = music | 2,
    people = 4,
    listens = music | people | 8,
    playlists = music | people | 16,
    labels = music | people | 32,
    runs = music | people | 64,
    everything = 127,
};

constexpr Of operator|(Of a, Of b) noexcept {
    return static_cast<Of>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

constexpr bool holds(Of whole, Of part) noexcept { return (whole | part) == whole; }

/// What a library is like. Equal texts of the same `Of` mean equal content.
struct LibraryState {
    store::Revisions revisions;
    std::int64_t genres_at =
        0;  ///< when genres.txt was written, which the owner may do by hand; 0: there is none

    std::string text(Of what) const;
};

/// The revisions of what is asked for, "12 3".
std::string text_of(const store::Revisions& revisions, Of what);

}  // namespace attune::engine
