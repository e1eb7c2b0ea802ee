#pragma once

#include "core/time.h"
#include "library/track.h"

#include <optional>
#include <string>

namespace attune::library {

/// One entry of a playlist, as a file has it.
struct PlaylistEntry {
    std::string playlist_name;
    std::size_t playlist_number = 0;  ///< the how-manieth playlist of this name in the file: names repeat
    TrackDescription track;
    std::optional<Timestamp> added_at;
    std::string added_by;  ///< a label that stands in the file, never an account name
    std::string file =
        {};  ///< of a list of files: the path as the list has it, with slashes; it may tell more than `track`
    std::size_t occurrence = 1;  ///< the how-manieth time this track stands on the list: lists repeat tracks
};

/// Something that the person marked in their library.
enum class MarkKind { saved_track, banned_track, followed_artist, banned_artist };

struct Mark {
    MarkKind kind = MarkKind::saved_track;
    TrackDescription track;  ///< for an artist only artist_name is set
};

std::string_view to_string(MarkKind kind) noexcept;

/// What the person said of a track. `skip`: neither, do not offer it again.
enum class LabelValue { like, dislike, skip };

std::string_view to_string(LabelValue value) noexcept;
std::optional<LabelValue> parse_label(std::string_view word) noexcept;

}  // namespace attune::library
