#pragma once

#include "core/time.h"
#include "library/ids.h"
#include "store/rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::store {

/// The kind of playlists that were made here rather than imported.
inline constexpr std::string_view own_playlist_kind = "attune";

/// The kind of playlists of other people than the person of the library: what is on them says nothing of that person.
inline constexpr std::string_view peoples_playlist_kind = "people";

/// What a playlist shall hold from now on, in order.
struct PlaylistContent {
    library::PlaylistId playlist;
    std::vector<PlaylistItemRow> items;
};

/// One change of one or several playlists, which is undone as a whole.
struct PlaylistChangeRow {
    std::int64_t id = 0;
    Timestamp at;
    std::string text;                    ///< what was done, in words
    std::optional<std::int64_t> undoes;  ///< the change that this one took back
    bool is_undone = false;
    std::vector<library::PlaylistId> playlists;
};

/// One state of a playlist that was changed here. Numbers count from 1 within the playlist; the last is in
/// force, unless an import has added to it since.
struct PlaylistVersionRow {
    int number = 0;
    std::optional<int> parent;  ///< the state before; nothing for the first
    Timestamp at;               ///< of the change; of a state that was found so, of the change that found it
    std::string text;           ///< of the change; empty for a state that was found so
    std::int64_t n_tracks = 0;
};

/// That a person wants a track kept on a playlist or off it; the last one of a (playlist, track) is in force.
struct PlaylistDecisionRow {
    library::PlaylistId playlist;
    library::TrackId track;
    bool keep = false;
    Timestamp at;
};

}  // namespace attune::store
