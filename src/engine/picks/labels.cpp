#include "engine/picks/labels.h"

#include "core/error.h"

namespace attune::engine {

void label_track(Workspace& workspace, const store::TrackRow& track,
                 std::optional<library::LabelValue> value) {
    workspace.store->set_label(workspace.person_id(), track.id, value, "command", workspace.now);
}

std::string block_artist(Workspace& workspace, std::string_view artist_name, bool blocked) {
    const auto artist = workspace.store->find_artist(artist_name);
    if (!artist) fail(ErrorCode::not_found, "no artist '{}' in this library", artist_name);
    workspace.store->set_artist_blocked(workspace.person_id(), *artist, blocked, workspace.now);
    const auto row = workspace.store->artist(*artist);
    return row ? row->name : std::string(artist_name);
}

}  // namespace attune::engine
