#pragma once

#include "store/playlist_rows.h"
#include "store/rows.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::store {

/// The correction of this number, if it can be taken back.
/// @throws Error{not_found}; Error{conflict} if it is undone already, or a later one in force is of the same tracks
const CorrectionRow& correction_to_undo(std::span<const CorrectionRow> all, std::int64_t id);

/// The change of this number, if it can be taken back. `all` oldest first.
/// @throws Error{not_found}; Error{conflict} if it is undone already, or a later one in force is of the same playlists
const PlaylistChangeRow& change_to_undo(std::span<const PlaylistChangeRow> all, std::int64_t id);

bool is_same_item(const PlaylistItemRow& a, const PlaylistItemRow& b);
bool is_same(std::span<const PlaylistItemRow> a, std::span<const PlaylistItemRow> b);

/// What a playlist holds when a change of it is taken back: what it held before, and what was added since.
/// @param left  what the change left
/// @param now   what the playlist holds
std::vector<PlaylistItemRow> items_without_change(std::vector<PlaylistItemRow> before,
                                                  std::span<const PlaylistItemRow> left,
                                                  std::span<const PlaylistItemRow> now);

}  // namespace attune::store
