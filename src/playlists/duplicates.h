#pragma once

#include "library/collection.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attune::playlists {

/// An entry of a playlist that is there already, and which earlier entry it repeats.
struct Duplicate {
    enum class Kind {
        same_track,  ///< the same track once more
        same_song,   ///< the same song by the same artist under another id (another release)
        same_sound,  ///< under other names, but alike in every audio feature to the last digit
        version,     ///< another version of the song: live, acoustic, a remix; often wanted
    };

    std::size_t position = 0;
    std::size_t of_position = 0;
    Kind kind = Kind::same_track;
    std::string text;  ///< in words
};

std::string_view to_string(Duplicate::Kind kind) noexcept;

/// The repeats in a playlist, by position. Each entry repeats one other at most, the first that it repeats
/// most plainly.
std::vector<Duplicate> duplicates_of(const library::Collection& collection,
                                     std::span<const library::TrackIndex> entries);

}  // namespace attune::playlists
