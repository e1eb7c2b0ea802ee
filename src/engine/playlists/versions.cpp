#include "engine/playlists/versions.h"

#include "core/error.h"
#include "core/json.h"
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

Json decide_on_track(Workspace& workspace, const std::string& playlist, const std::string& track, bool keep) {
    const auto row = row_named(workspace, playlist);
    const auto found = track_of(workspace, row, track);
    const bool is_on =
        std::ranges::any_of(row.items, [&](const auto& item) { return item.track == found.id; });
    if (!is_on) {
        fail(ErrorCode::not_found, "{} - {} is not on {}", found.artist_name, found.track_name, row.name);
    }
    workspace.store->decide_on_playlist({row.id, found.id, keep, workspace.now});
    return {{"playlist", playlist_json(row)},
            {"id", fmt::format("track:{}", found.id.value)},
            {"artist", found.artist_name},
            {"title", found.track_name},
            {"uri", library::spotify_uri(found.spotify_id)},
            {"decision", keep ? "keep" : "drop"}};
}

Json playlist_versions(Workspace& workspace, const std::string& playlist) {
    const auto row = row_named(workspace, playlist);
    Json json = playlist_json(row);
    json["versions"] = Json::array();
    for (const auto& version : workspace.store->playlist_versions(row.id)) {
        json["versions"].push_back({{"version", version.number},
                                    {"parent", version.parent ? Json(*version.parent) : Json(nullptr)},
                                    {"at", format_timestamp(version.at)},
                                    {"text", version.text.empty() ? "as imported" : version.text},
                                    {"tracks", version.n_tracks}});
    }
    return json;
}

Json undo_playlists(Workspace& workspace, const std::string& playlist) {
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
    Json json{{"change", change},
              {"undone", {{"change", last->id}, {"text", last->text}, {"at", format_timestamp(last->at)}}},
              {"playlists", Json::array()}};
    for (const auto& row : store.playlists(person)) {
        if (std::ranges::find(last->playlists, row.id) == last->playlists.end()) continue;
        json["playlists"].push_back(playlist_json(row));
        json["playlists"].back()["tracks"] = row.items.size();
    }
    return json;
}

Json restore_playlist(Workspace& workspace, const std::string& playlist, int version) {
    const auto row = row_named(workspace, playlist);
    const std::array contents{
        store::PlaylistContent{row.id, workspace.store->playlist_version(row.id, version)}};
    const auto n_tracks = contents[0].items.size();
    const auto change = workspace.store->change_playlists(
        workspace.person_id(), contents, fmt::format("restored version {}", version), workspace.now);
    Json json = playlist_json(row);
    json["change"] = change;
    json["version"] = version;
    json["tracks"] = n_tracks;
    return json;
}

}  // namespace attune::engine
