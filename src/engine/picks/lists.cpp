#include "engine/picks/lists.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/find_track.h"
#include "engine/picks/labels.h"
#include "engine/picks/told.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace attune::engine {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t most_tracks = 10'000;

std::unordered_map<library::TrackId, store::LabelRow> labels_in_force(Workspace& workspace,
                                                                      library::PersonId person) {
    std::unordered_map<library::TrackId, store::LabelRow> labels;
    for (auto& row : workspace.store->labels(person)) labels.emplace(row.track, row);
    return labels;
}

std::optional<std::string> word_of(const store::LabelRow& row) {
    return row.value ? std::optional<std::string>(library::to_string(*row.value)) : std::nullopt;
}

}  // namespace

shapes::Picks kept_picks(Workspace& workspace, int cycle) {
    const auto reading = workspace.store->read();
    const auto person = workspace.person_id();
    const auto cycles = workspace.store->cycles(person);
    shapes::Picks picks;
    if (cycles.empty() && cycle == 0) return picks;
    const int number = cycle == 0 ? cycles.back().number : cycle;
    const auto found = std::ranges::find(cycles, number, &store::CycleRow::number);
    if (found == cycles.end())
        fail(ErrorCode::not_found, "there is no cycle {}; there are {}", number, cycles.size());
    picks.cycle = number;
    if (found->run) picks.run = found->run.value;
    const auto labels = labels_in_force(workspace, person);
    for (const auto& candidate : workspace.store->candidates(person, number)) {
        shapes::KeptPick pick;
        pick.rank = candidate.rank;
        pick.track = shapes::track_of(workspace.store->track(candidate.track).value());
        pick.score = candidate.score;
        pick.probability = candidate.probability;
        restore_told(candidate.told, pick);
        const auto label = labels.find(candidate.track);
        if (label != labels.end()) pick.label = word_of(label->second);
        picks.picks.push_back(std::move(pick));
    }
    return picks;
}

shapes::Labels labels(Workspace& workspace) {
    const auto reading = workspace.store->read();
    const auto person = workspace.person_id();
    shapes::Labels labels;
    for (const auto& row : workspace.store->labels(person)) {
        if (!row.value) continue;
        labels.labels.push_back({shapes::track_of(workspace.store->track(row.track).value()),
                                 std::string(library::to_string(*row.value)), row.at});
    }
    for (const auto blocked : workspace.store->blocked_artists(person)) {
        if (const auto artist = workspace.store->artist(blocked))
            labels.blocked_artists.push_back(artist->name);
    }
    return labels;
}

shapes::Imports imports(Workspace& workspace) {
    shapes::Imports list;
    auto rows = workspace.store->imports();
    std::ranges::reverse(rows);
    for (const auto& row : rows) {
        shapes::Import import;
        import.number = row.id;
        import.name = row.name;
        import.kind = row.kind;
        import.at = row.at;
        import.report = decltype(import.report)(Json::parse(row.report, nullptr, false));
        list.imports.push_back(std::move(import));
    }
    return list;
}

shapes::MadePlaylist make_playlist(Workspace& workspace, const std::string& name,
                                   const std::vector<std::string>& tracks) {
    require(!trim(name).empty() && name.size() <= longest_name && is_valid_utf8(name),
            "the name of a playlist must have 1 to {} bytes of text", longest_name);
    require(!tracks.empty() && tracks.size() <= most_tracks, "a playlist is made of 1 to {} tracks, got {}",
            most_tracks, tracks.size());
    const auto person = workspace.person_id();
    store::PlaylistContent content;
    for (const auto& track : tracks)
        content.items.push_back({find_track(workspace, track).id, workspace.now});
    const auto transaction = workspace.store->begin_beside_imports();
    for (const auto& row : workspace.store->playlists(person)) {
        if (row.name == name && !row.items.empty())
            fail(ErrorCode::conflict, "there is a playlist '{}' already; choose another name", name);
    }
    content.playlist = workspace.store->ensure_own_playlist(person, name);
    const std::array contents{content};
    const auto change = workspace.store->change_playlists(
        person, contents, fmt::format("made '{}' of {} chosen tracks", name, tracks.size()), workspace.now);
    transaction->commit();
    return {{fmt::format("playlist:{}", content.playlist.value), name}, tracks.size(), change};
}

}  // namespace attune::engine
