#include "shapes/analysis.h"

#include "core/error.h"
#include "core/json.h"
#include "core/rounded.h"

#include <cmath>

namespace attune::shapes {
namespace {

using Number = std::optional<double>;

Number number(float value) { return std::isfinite(value) ? Number(rounded(value, 6)) : std::nullopt; }

Sound sound_of(const library::AudioFeatures& features) {
    Sound sound;
    for (std::size_t i = 0; i < library::n_audio_features; ++i) sound.values[i] = number(features.values[i]);
    return sound;
}

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::vector<std::string>> unless_empty(const std::vector<std::string>& list) {
    return list.empty() ? std::nullopt : std::optional(list);
}

}  // namespace

Heard heard_of(const features::TrackAnalysis& analysis) {
    Heard heard;
    const auto& rhythm = analysis.rhythm;
    heard.features = {sound_of(analysis.features), number(rhythm.tempo_alternative),
                      sound_of(analysis.confidence)};
    heard.rhythm = {number(rhythm.pulse), number(rhythm.steadiness), number(rhythm.onsets_per_s)};
    const auto& tonality = analysis.tonality;
    heard.tonality = {number(tonality.tuning_cents), number(tonality.key_strength), {}};
    for (std::size_t i = 0; i < heard.tonality.chroma.size(); ++i)
        heard.tonality.chroma[i] = number(tonality.chroma[i]);
    const auto& loudness = analysis.loudness;
    heard.loudness = {number(loudness.integrated_lufs), number(loudness.range_lu),
                      number(loudness.true_peak_dbtp), number(loudness.sample_peak_dbfs),
                      number(loudness.clipped_share)};
    for (const auto& [name, value] : analysis.descriptors)
        heard.descriptors.emplace_back(name, number(value));
    heard.problems = analysis.problems;
    return heard;
}

Json stored_json(std::string_view text) {
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) fail(ErrorCode::corrupt_data, "an analysis in the library is no JSON object");
    return json;
}

FileTags tags_of(const audio::Tags& tags) {
    return {unless_empty(tags.title),
            unless_empty(tags.artists),
            unless_empty(tags.album),
            unless_empty(tags.album_artist),
            unless_empty(tags.genres),
            tags.year,
            tags.track_number,
            unless_empty(tags.isrc),
            unless_empty(tags.recording_mbid)};
}

}  // namespace attune::shapes
