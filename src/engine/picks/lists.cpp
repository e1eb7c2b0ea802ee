#include "engine/picks/lists.h"

#include "core/error.h"
#include "core/json.h"
#include "core/text.h"
#include "engine/library/find_track.h"
#include "engine/picks/labels.h"

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

Json value_json(const store::LabelRow& row) {
    return row.value ? Json(library::to_string(*row.value)) : Json(nullptr);
}

Json named_track(Workspace& workspace, library::TrackId id) {
    const auto track = workspace.store->track(id).value();
    return {{"id", fmt::format("track:{}", id.value)},
            {"artist", track.artist_name},
            {"title", track.track_name},
            {"uri", library::spotify_uri(track.spotify_id)}};
}

}  // namespace

Json picks_json(Workspace& workspace, int cycle) {
    const auto reading = workspace.store->read();
    const auto person = workspace.person_id();
    const auto cycles = workspace.store->cycles(person);
    Json json{{"cycle", nullptr}, {"run", nullptr}, {"picks", Json::array()}};
    if (cycles.empty() && cycle == 0) return json;
    const int number = cycle == 0 ? cycles.back().number : cycle;
    const auto found = std::ranges::find(cycles, number, &store::CycleRow::number);
    if (found == cycles.end())
        fail(ErrorCode::not_found, "there is no cycle {}; there are {}", number, cycles.size());
    json["cycle"] = number;
    json["run"] = found->run.value;
    const auto labels = labels_in_force(workspace, person);
    for (const auto& candidate : workspace.store->candidates(person, number)) {
        Json pick{{"rank", candidate.rank}};
        pick.update(named_track(workspace, candidate.track));
        pick["score"] = candidate.score;
        pick["probability"] = candidate.probability;
        const auto label = labels.find(candidate.track);
        pick["label"] = label == labels.end() ? Json(nullptr) : value_json(label->second);
        json["picks"].push_back(std::move(pick));
    }
    return json;
}

Json labels_json(Workspace& workspace) {
    const auto reading = workspace.store->read();
    const auto person = workspace.person_id();
    Json json{{"labels", Json::array()}, {"blocked_artists", Json::array()}};
    for (const auto& row : workspace.store->labels(person)) {
        Json label = named_track(workspace, row.track);
        label["label"] = value_json(row);
        label["at"] = format_timestamp(row.at);
        json["labels"].push_back(std::move(label));
    }
    for (const auto blocked : workspace.store->blocked_artists(person)) {
        if (const auto artist = workspace.store->artist(blocked))
            json["blocked_artists"].push_back(artist->name);
    }
    return json;
}

Json label_json(Workspace& workspace, library::TrackId track) {
    const auto labels = labels_in_force(workspace, workspace.ensure_person());
    const auto label = labels.find(track);
    return label == labels.end() ? Json(nullptr) : value_json(label->second);
}

Json imports_json(Workspace& workspace) {
    Json list = Json::array();
    auto imports = workspace.store->imports();
    std::ranges::reverse(imports);
    for (const auto& row : imports) {
        list.push_back({{"import", row.id},
                        {"name", row.name},
                        {"kind", row.kind},
                        {"at", format_timestamp(row.at)},
                        {"report", Json::parse(row.report, nullptr, false)}});
    }
    return {{"imports", list}};
}

Json make_playlist(Workspace& workspace, const std::string& name, const std::vector<std::string>& tracks) {
    require(!trim(name).empty() && name.size() <= longest_name && is_valid_utf8(name),
            "the name of a playlist must have 1 to {} bytes of text", longest_name);
    require(!tracks.empty() && tracks.size() <= most_tracks, "a playlist is made of 1 to {} tracks, got {}",
            most_tracks, tracks.size());
    const auto person = workspace.person_id();
    store::PlaylistContent content;
    for (const auto& track : tracks)
        content.items.push_back({find_track(workspace, track).id, workspace.now});
    const auto transaction = workspace.store->begin();
    for (const auto& row : workspace.store->playlists(person)) {
        if (row.name == name && !row.items.empty())
            fail(ErrorCode::conflict, "there is a playlist '{}' already; choose another name", name);
    }
    content.playlist = workspace.store->ensure_own_playlist(person, name);
    const std::array contents{content};
    const auto change = workspace.store->change_playlists(
        person, contents, fmt::format("made '{}' of {} chosen tracks", name, tracks.size()), workspace.now);
    transaction->commit();
    return {{"id", fmt::format("playlist:{}", content.playlist.value)},
            {"name", name},
            {"tracks", tracks.size()},
            {"change", change}};
}

}  // namespace attune::engine
