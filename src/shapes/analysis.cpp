#include "shapes/analysis.h"

#include "core/error.h"
#include "core/json.h"
#include "core/rounded.h"

#include <cmath>

namespace attune::shapes {
namespace {

Json number(float value) { return std::isfinite(value) ? Json(rounded(value, 6)) : Json(nullptr); }

Json thirteen(const library::AudioFeatures& features) {
    Json json;
    for (std::size_t i = 0; i < library::n_audio_features; ++i)
        json[std::string(library::audio_feature_names[i].name)] = number(features.values[i]);
    return json;
}

}  // namespace

Json analysis_json(const features::TrackAnalysis& analysis) {
    const auto& [tempo, alternative, tempo_confidence, pulse, steadiness, onsets, signature,
                 signature_confidence, beats] = analysis.rhythm;
    Json features = thirteen(analysis.features);
    features["tempo_alternative"] = number(alternative);
    features["confidence"] = thirteen(analysis.confidence);
    Json json{{"features", std::move(features)}};
    json["rhythm"] = {
        {"pulse", number(pulse)}, {"steadiness", number(steadiness)}, {"onsets_per_s", number(onsets)}};
    const auto& tonality = analysis.tonality;
    Json chroma = Json::array();
    for (const float share : tonality.chroma) chroma.push_back(number(share));
    json["tonality"] = {{"tuning_cents", number(tonality.tuning_cents)},
                        {"key_strength", number(tonality.key_strength)},
                        {"chroma", std::move(chroma)}};
    const auto& loudness = analysis.loudness;
    json["loudness"] = {{"integrated_lufs", number(loudness.integrated_lufs)},
                        {"range_lu", number(loudness.range_lu)},
                        {"true_peak_dbtp", number(loudness.true_peak_dbtp)},
                        {"sample_peak_dbfs", number(loudness.sample_peak_dbfs)},
                        {"clipped_share", number(loudness.clipped_share)}};
    json["descriptors"] = Json::object();
    for (const auto& [name, value] : analysis.descriptors) json["descriptors"][name] = number(value);
    json["problems"] = analysis.problems;
    return json;
}

Json stored_json(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) fail(ErrorCode::corrupt_data, "an analysis in the library is no JSON object");
    return json;
}

Json tags_json(const audio::Tags& tags) {
    Json json = Json::object();
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) json[name] = text;
    };
    add("title", tags.title);
    if (!tags.artists.empty()) json["artists"] = tags.artists;
    add("album", tags.album);
    add("album_artist", tags.album_artist);
    if (!tags.genres.empty()) json["genres"] = tags.genres;
    if (tags.year) json["year"] = *tags.year;
    if (tags.track_number) json["track_number"] = *tags.track_number;
    add("isrc", tags.isrc);
    add("recording_mbid", tags.recording_mbid);
    return json;
}

}  // namespace attune::shapes
