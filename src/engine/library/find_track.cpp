#include "engine/library/find_track.h"

#include "core/error.h"
#include "core/parse_all.h"
#include "core/text.h"
#include "engine/library/own_sound.h"
#include "library/identity.h"
#include "library/track_number.h"

#include <algorithm>
#include <vector>

namespace attune::engine {
namespace {

constexpr std::size_t mbid_length = 36;
constexpr std::size_t most_listed = 8;

store::TrackRow existing(store::Store& store, library::TrackId id, std::string_view text) {
    if (auto row = store.track(id)) return std::move(*row);
    fail(ErrorCode::not_found, "no track '{}' in this library", text);
}

/// All tracks whose artist and title fold to the words on either side of a dash. A title may hold a dash itself,
/// so every dash is tried.
std::vector<store::TrackRow> tracks_named(store::Store& store, std::string_view text) {
    std::vector<store::TrackRow> found;
    for (auto dash = text.find(" - "); dash != std::string_view::npos; dash = text.find(" - ", dash + 1)) {
        library::TrackDescription description;
        description.artist_name = trim(text.substr(0, dash));
        description.track_name = trim(text.substr(dash + 3));
        if (!description.names_a_track()) continue;
        if (const auto match = store.find_track(description))
            found.push_back(existing(store, match->track, text));
    }
    return found;
}

[[noreturn]] void fail_ambiguous(std::string_view text, const std::vector<store::TrackRow>& rows) {
    std::string list;
    for (const auto& row : std::span(rows).first(std::min(rows.size(), most_listed)))
        list +=
            fmt::format("\n  {}  {} - {}", library::track_number(row.id), row.artist_name, row.track_name);
    if (rows.size() > most_listed) list += fmt::format("\n  and {} more", rows.size() - most_listed);
    fail(ErrorCode::conflict, "'{}' can mean {} tracks; name one by its id:{}", text, rows.size(), list);
}

}  // namespace

store::TrackRow find_track(Workspace& workspace, std::string_view track) {
    auto& store = *workspace.store;
    const auto text = trim(track);
    require(!text.empty(), "name a track: an id, a Spotify URI or URL, or \"Artist - Title\"");
    if (const auto id = library::parse_track_number(text)) return existing(store, *id, text);
    if (const auto id = track_of_file(workspace, text)) return existing(store, *id, text);

    library::TrackDescription by_id;
    by_id.spotify_id = library::spotify_track_id(text);
    if (by_id.spotify_id.empty() && text.size() == mbid_length && text.find(' ') == std::string_view::npos)
        by_id.recording_mbid = text;
    if (!by_id.spotify_id.empty() || !by_id.recording_mbid.empty()) {
        if (const auto match = store.find_track(by_id)) return existing(store, match->track, text);
        fail(ErrorCode::not_found, "no track '{}' in this library", text);
    }

    auto found = tracks_named(store, text);
    if (found.empty()) found = store.tracks_titled(text);
    if (found.empty())
        fail(ErrorCode::not_found, "no track '{}' in this library; write it as \"Artist - Title\"", text);
    if (found.size() > 1) fail_ambiguous(text, found);
    return std::move(found.front());
}

}  // namespace attune::engine
