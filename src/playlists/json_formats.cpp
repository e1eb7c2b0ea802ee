#include "core/json.h"
#include "core/json_text.h"
#include "library/track.h"
#include "playlists/writers.h"

namespace attune::playlists {
namespace {

void put(Json& object, const char* key, const std::string& text) {
    if (!text.empty()) object[key] = one_line(text);
}

template <class T>
void put(Json& object, const char* key, const std::optional<T>& value) {
    if (value) object[key] = *value;
}

Json identifiers(const ExportTrack& track) {
    Json list = Json::array();
    if (!track.recording_mbid.empty()) list.push_back(recording_url(track.recording_mbid));
    if (!track.spotify_id.empty()) list.push_back(spotify_url(track.spotify_id));
    return list;
}

Json jspf_track(const ExportTrack& track) {
    Json object{{"title", one_line(track.title)}, {"creator", one_line(track.artist)}};
    put(object, "album", track.release);
    put(object, "duration", track.duration_ms);
    object["identifier"] = identifiers(track);
    if (!track.spotify_id.empty()) object["location"] = Json::array({spotify_url(track.spotify_id)});
    put(object, "annotation", track.reasons);
    Json metadata = Json::object();
    put(metadata, "isrc", track.isrc);
    put(metadata, "score", track.score);
    put(metadata, "probability", track.probability);
    if (!metadata.empty())
        object["extension"]["https://musicbrainz.org/doc/jspf#track"]["additional_metadata"] = metadata;
    return object;
}

}  // namespace

std::string write_jspf(const ExportList& list) {
    Json playlist{{"title", one_line(list.name)}, {"creator", "attune"}};
    if (list.simulated) playlist["annotation"] = std::string(simulated_note);
    playlist["track"] = Json::array();
    for (const auto& track : list.tracks) playlist["track"].push_back(jspf_track(track));
    return json_text(Json{{"playlist", playlist}}, 2) + "\n";
}

std::string write_json(const ExportList& list) {
    Json document{{"name", one_line(list.name)}, {"simulated", list.simulated}};
    if (list.simulated) document["note"] = std::string(simulated_note);
    document["tracks"] = Json::array();
    for (std::size_t i = 0; i < list.tracks.size(); ++i) {
        const auto& track = list.tracks[i];
        Json object{{"rank", i + 1}, {"artist", one_line(track.artist)}, {"title", one_line(track.title)}};
        put(object, "release", track.release);
        put(object, "uri", library::spotify_uri(one_line(track.spotify_id)));
        put(object, "isrc", track.isrc);
        put(object, "recording_mbid", track.recording_mbid);
        put(object, "duration_ms", track.duration_ms);
        put(object, "score", track.score);
        put(object, "probability", track.probability);
        put(object, "reasons", track.reasons);
        document["tracks"].push_back(object);
    }
    return json_text(document, 2) + "\n";
}

}  // namespace attune::playlists
