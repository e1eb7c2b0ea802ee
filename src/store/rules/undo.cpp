#include "store/rules/undo.h"

#include "core/error.h"

#include <algorithm>

namespace attune::store {
namespace {

bool is_in_force(const CorrectionRow& correction) {
    return !correction.is_undone && correction.kind != CorrectionKind::kept;
}

bool is_of(const CorrectionRow& correction, library::TrackId track) {
    return correction.track_before == track || correction.track_after == track;
}

bool is_in_force(const PlaylistChangeRow& change) { return !change.is_undone && !change.undoes; }

bool share_a_playlist(const PlaylistChangeRow& one, const PlaylistChangeRow& other) {
    return std::ranges::any_of(one.playlists, [&](auto playlist) {
        return std::ranges::find(other.playlists, playlist) != other.playlists.end();
    });
}

bool has(std::span<const PlaylistItemRow> items, const PlaylistItemRow& item) {
    return std::ranges::any_of(items, [&](const auto& other) { return is_same_item(item, other); });
}

}  // namespace

const CorrectionRow& correction_to_undo(std::span<const CorrectionRow> all, std::int64_t id) {
    const auto row = std::ranges::find(all, id, &CorrectionRow::id);
    if (row == all.end()) fail(ErrorCode::not_found, "there is no correction {}", id);
    if (row->is_undone) fail(ErrorCode::conflict, "correction {} is undone already", id);
    if (row->kind == CorrectionKind::kept) return *row;
    for (const auto& later : all.subspan(static_cast<std::size_t>(row - all.begin()) + 1)) {
        if (is_in_force(later) && (is_of(later, row->track_before) || is_of(later, row->track_after))) {
            fail(ErrorCode::conflict, "correction {} of the same track came later: undo that first",
                 later.id);
        }
    }
    return *row;
}

const PlaylistChangeRow& change_to_undo(std::span<const PlaylistChangeRow> all, std::int64_t id) {
    const auto row = std::ranges::find(all, id, &PlaylistChangeRow::id);
    if (row == all.end()) fail(ErrorCode::not_found, "there is no change {} of playlists", id);
    if (row->is_undone) fail(ErrorCode::conflict, "change {} is undone already", id);
    for (const auto& later : all.subspan(static_cast<std::size_t>(row - all.begin()) + 1)) {
        if (is_in_force(later) && share_a_playlist(later, *row)) {
            fail(ErrorCode::conflict, "change {} ({}) came after it on the same playlist; undo that first",
                 later.id, later.text);
        }
    }
    return *row;
}

bool is_same_item(const PlaylistItemRow& a, const PlaylistItemRow& b) {
    return a.track == b.track && a.added_at == b.added_at;
}

bool is_same(std::span<const PlaylistItemRow> a, std::span<const PlaylistItemRow> b) {
    return std::ranges::equal(a, b, is_same_item);
}

std::vector<PlaylistItemRow> items_without_change(std::vector<PlaylistItemRow> before,
                                                  std::span<const PlaylistItemRow> left,
                                                  std::span<const PlaylistItemRow> now) {
    for (const auto& item : now) {
        if (!has(left, item) && !has(before, item)) before.push_back(item);
    }
    return before;
}

}  // namespace attune::store
