#include "shapes/found.h"

#include "core/error.h"
#include "core/json.h"
#include "library/track.h"

#include <utility>

namespace attune::shapes {
namespace {

Json track_json(const FoundTrack& track) {
    return {{"id", track.id}, {"artist", track.artist}, {"title", track.title}, {"uri", track.uri}};
}

Json reasons_json(const std::vector<FoundReason>& reasons) {
    Json json = Json::array();
    for (const auto& reason : reasons)
        json.push_back({{"name", reason.name}, {"share", reason.share}, {"text", reason.text}});
    return json;
}

}  // namespace

FoundTrack make_found(const library::CollectionTrack& track, double score, std::vector<FoundReason> reasons) {
    return {fmt::format("track:{}", track.id.value),
            track.artist_name,
            track.track_name,
            library::spotify_uri(track.spotify_id),
            score,
            std::move(reasons)};
}

Json to_json(const FoundTrack& track) {
    Json json = track_json(track);
    json["score"] = track.score;
    json["reasons"] = reasons_json(track.reasons);
    return json;
}

Json to_json(const FoundArtist& artist) {
    return {{"artist", artist.artist},
            {"score", artist.score},
            {"reasons", reasons_json(artist.reasons)},
            {"track", artist.first_track.empty() ? Json(nullptr) : track_json(artist.first_track.front())}};
}

}  // namespace attune::shapes
