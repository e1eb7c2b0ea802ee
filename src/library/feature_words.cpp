#include "library/feature_words.h"

#include <fmt/format.h>

#include <cmath>

namespace attune::library {
namespace {

/// What both ends of a share are called, and where they begin.
struct Ends {
    AudioFeature feature;
    float low;
    std::string_view at_low;
    float high;
    std::string_view at_high;
};

// Instrumentalness, speechiness and liveness by the thresholds of Spotify's definitions; the others by their outer
// fifths.
constexpr std::array<Ends, 7> ends{{
    {AudioFeature::danceability, 0.3F, "hardly danceable", 0.75F, "very danceable"},
    {AudioFeature::energy, 0.25F, "calm", 0.8F, "very energetic"},
    {AudioFeature::valence, 0.2F, "gloomy", 0.8F, "cheerful"},
    {AudioFeature::acousticness, 0.05F, "not acoustic", 0.75F, "acoustic"},
    {AudioFeature::instrumentalness, 0.05F, "with a voice", 0.5F, "without a voice"},
    {AudioFeature::speechiness, 0.04F, "nothing spoken", 0.33F, "much is spoken"},
    {AudioFeature::liveness, 0.08F, "no audience", 0.8F, "before an audience"},
}};

constexpr std::array<std::string_view, 12> pitch_classes{"C", "C sharp", "D", "E flat", "E", "F", "F sharp",
                                                         "G", "A flat",  "A", "B flat", "B"};

std::string share_words(AudioFeature feature, float value) {
    for (const auto& of : ends) {
        if (of.feature != feature) continue;
        if (value <= of.low) return fmt::format("{} ({:.2f})", of.at_low, value);
        if (value >= of.high) return fmt::format("{} ({:.2f})", of.at_high, value);
    }
    return fmt::format("{} {:.2f}", audio_feature_names[static_cast<std::size_t>(feature)].name, value);
}

}  // namespace

std::string feature_words(AudioFeature feature, float value) {
    const auto name = audio_feature_names[static_cast<std::size_t>(feature)].name;
    if (is_missing(value)) return fmt::format("{} unknown", name);
    const auto whole = std::lround(value);
    switch (feature) {
        case AudioFeature::duration_ms: {
            const auto seconds = std::lround(value / 1000);
            return fmt::format("{}:{:02} long", seconds / 60, seconds % 60);
        }
        case AudioFeature::tempo: return fmt::format("{} BPM", whole);
        case AudioFeature::loudness: return fmt::format("loudness {:.1f} dB", value);
        case AudioFeature::mode: return whole == 1 ? "major" : "minor";
        case AudioFeature::time_signature: return fmt::format("{} beats a bar", whole);
        case AudioFeature::key:
            if (whole < 0 || whole >= static_cast<long>(pitch_classes.size())) return "key unknown";
            return fmt::format("keynote {}", pitch_classes[static_cast<std::size_t>(whole)]);
        default: return share_words(feature, value);
    }
}

}  // namespace attune::library
