#include "engine/playlists/versions.h"

#include "core/error.h"
#include "core/parse_all.h"
#include "core/time.h"
#include "engine/library/find_track.h"
#include "engine/playlists/shelf.h"

#include <algorithm>
#include <array>

namespace attune::engine {
namespace {

/// The row that is meant, empty playlists included: a change may have emptied one.
store::PlaylistRow row_named(Workspace& workspace, const std::string& name) {
    const auto rows = workspace.store->playlists(workspace.person_id());
    return rows[find_playlist(rows, name)];
}

store::TrackRow track_of(Workspace& workspace, const store::PlaylistRow& playlist, const std::string& text) {
    // The number of an entry, from 1.
    if (const auto number = parse_all<std::size_t>(text)) {
        require(*number >= 1 && *number <= playlist.items.size(), "{} has entries 1 to {}, got {}",
                playlist.name, playlist.items.size(), *number);
        return workspace.store->track(playlist.items[*number - 1].track).value();
    }
    return find_track(workspace, text);
}

}  // namespace

shapes::PlaylistDecision decide_on_track(Workspace& workspace, const std::string& playlist,
                                         const std::string& track, bool keep) {
    const auto row = row_named(workspace, playlist);
    const auto found = track_of(workspace, row, track);
    const bool is_on =
        std::ranges::any_of(row.items, [&](const auto& item) { return item.track == found.id; });
    if (!is_on) {
        fail(ErrorCode::not_found, "{} - {} is not on {}", found.artist_name, found.track_name, row.name);
    }
    workspace.store->decide_on_playlist({row.id, found.id, keep, workspace.now});
    return {name_of(row), shapes::track_of(found), keep ? "keep" : "drop"};
}

shapes::PlaylistVersions playlist_versions(Workspace& workspace, const std::string& playlist) {
    const auto row = row_named(workspace, playlist);
    shapes::PlaylistVersions versions{name_of(row), {}};
    for (const auto& version : workspace.store->playlist_versions(row.id)) {
        versions.versions.push_back({version.number, version.parent, version.at,
                                     version.text.empty() ? "as imported" : version.text,
                                     static_cast<std::size_t>(version.n_tracks)});
    }
    return versions;
}

shapes::UndonePlaylists undo_playlists(Workspace& workspace, const std::string& playlist) {
    auto& store = *workspace.store;
    const auto person = workspace.person_id();
    std::optional<library::PlaylistId> wanted;
    if (!playlist.empty()) wanted = row_named(workspace, playlist).id;
    const auto changes = store.playlist_changes(person);
    const auto is_meant = [&](const store::PlaylistChangeRow& change) {
        if (change.is_undone || change.undoes) return false;
        return !wanted || std::ranges::find(change.playlists, *wanted) != change.playlists.end();
    };
    const auto last = std::find_if(changes.rbegin(), changes.rend(), is_meant);
    if (last == changes.rend()) {
        fail(ErrorCode::not_found, "nothing to undo{}: no change of playlists is in force",
             playlist.empty() ? "" : " for " + playlist);
    }
    const auto change = store.undo_playlist_change(person, last->id, workspace.now);
    shapes::UndonePlaylists undone{change, {last->id, last->text, last->at}, {}};
    for (const auto& row : store.playlists(person)) {
        if (std::ranges::find(last->playlists, row.id) == last->playlists.end()) continue;
        undone.playlists.push_back({name_of(row), row.items.size()});
    }
    return undone;
}

shapes::RestoredPlaylist restore_playlist(Workspace& workspace, const std::string& playlist, int version) {
    const auto row = row_named(workspace, playlist);
    const std::array contents{
        store::PlaylistContent{row.id, workspace.store->playlist_version(row.id, version)}};
    const auto n_tracks = contents[0].items.size();
    const auto change = workspace.store->change_playlists(
        workspace.person_id(), contents, fmt::format("restored version {}", version), workspace.now);
    return {name_of(row), change, version, n_tracks};
}

}  // namespace attune::engine
