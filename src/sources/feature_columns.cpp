#include "sources/feature_columns.h"

#include "core/text.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace attune::sources {
namespace {

using library::AudioFeature;

struct Alias {
    std::string_view normal_name;
    AudioFeature feature;
};

constexpr std::array<Alias, 19> aliases{{
    {"danceability", AudioFeature::danceability},
    {"energy", AudioFeature::energy},
    {"key", AudioFeature::key},
    {"loudness", AudioFeature::loudness},
    {"mode", AudioFeature::mode},
    {"speechiness", AudioFeature::speechiness},
    {"acousticness", AudioFeature::acousticness},
    {"instrumentalness", AudioFeature::instrumentalness},
    {"liveness", AudioFeature::liveness},
    {"valence", AudioFeature::valence},
    {"tempo", AudioFeature::tempo},
    {"bpm", AudioFeature::tempo},
    {"timesignature", AudioFeature::time_signature},
    {"durationms", AudioFeature::duration_ms},
    {"trackdurationms", AudioFeature::duration_ms},
    {"lengthms", AudioFeature::duration_ms},
    {"length", AudioFeature::duration_ms},
    {"duration", AudioFeature::duration_ms},
    {"loudnessdb", AudioFeature::loudness},
}};

/// "C#", "Db" or "A♯" as a pitch class.
std::optional<float> pitch_class(std::string_view text) {
    constexpr std::string_view letters = "CxDxEFxGxAxB";
    if (text.empty()) return std::nullopt;
    const char letter = text[0] >= 'a' && text[0] <= 'g' ? static_cast<char>(text[0] - 32) : text[0];
    const auto found = letter == 'x' ? std::string_view::npos : letters.find(letter);
    if (found == std::string_view::npos) return std::nullopt;
    const auto accidental = text.substr(1);
    int pitch = static_cast<int>(found);
    if (accidental == "#" || accidental == "\u266F") {
        ++pitch;
    } else if (accidental == "b" || accidental == "\u266D") {
        --pitch;
    } else if (!accidental.empty()) {
        return std::nullopt;
    }
    return static_cast<float>((pitch + 12) % 12);
}

std::optional<float> mode_of(std::string_view text) {
    const std::string word = to_lower_ascii(text);
    if (word == "major" || word == "maj") return 1.0F;
    if (word == "minor" || word == "min") return 0.0F;
    return std::nullopt;
}

/// "4/4", or what a spreadsheet makes of it: "4-Apr".
std::optional<float> beats_of(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    if (end == 0 || end > 2 || end == std::string_view::npos) return std::nullopt;
    if (text[end] != '/' && text[end] != '-') return std::nullopt;
    const auto beats = parse_whole(text.substr(0, end));
    return beats ? std::optional(static_cast<float>(*beats)) : std::nullopt;
}

/// A value that is written in words.
std::optional<float> worded(AudioFeature feature, std::string_view text) {
    switch (feature) {
        case AudioFeature::key: return pitch_class(text);
        case AudioFeature::mode: return mode_of(text);
        case AudioFeature::time_signature: return beats_of(text);
        default: return std::nullopt;
    }
}

/// Spotify writes 0 (the key: -1) for what it does not know.
bool means_unknown(AudioFeature feature, float value) noexcept {
    if (feature == AudioFeature::key) return value == -1;
    const bool cannot_be_zero = feature == AudioFeature::tempo || feature == AudioFeature::time_signature ||
                                feature == AudioFeature::duration_ms;
    return cannot_be_zero && value == 0;
}

}  // namespace

FeatureColumns::FeatureColumns(const Columns& columns) : decimal_comma_(columns.separator() != ',') {
    for (const auto& [name, feature] : aliases) {
        const auto index = columns.find({name});
        if (!index || std::ranges::find(columns_, feature, &Column::feature) != columns_.end()) continue;
        const bool is_percent = columns.as_written(*index).ends_with('%');
        columns_.push_back({feature,
                            *index,
                            is_percent ? 0.01F : 1.0F,
                            library::audio_feature_names.at(static_cast<std::size_t>(feature)).name,
                            0,
                            {}});
    }
}

std::size_t FeatureColumns::n_sound_features() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(
        columns_, [](const Column& c) { return c.feature != AudioFeature::duration_ms; }));
}

std::vector<std::pair<AudioFeature, std::size_t>> FeatureColumns::found() const {
    std::vector<std::pair<AudioFeature, std::size_t>> found;
    for (const Column& column : columns_) found.emplace_back(column.feature, column.index);
    return found;
}

library::AudioFeatures FeatureColumns::read(const CsvRow& row) {
    library::AudioFeatures features;
    for (Column& column : columns_) {
        const auto text = value_of(row, column.index);
        if (text.empty()) continue;
        bool is_refused = false;
        features[column.feature] = value(text, column, is_refused);
        if (is_refused && column.n_refused++ == 0) column.first_refused = row.place;
    }
    return features;
}

float FeatureColumns::value(std::string_view text, const Column& column, bool& is_refused) const {
    std::string with_point(text);
    if (decimal_comma_) std::ranges::replace(with_point, ',', '.');
    const auto number = parse_number(with_point);
    const auto word = number ? std::nullopt : worded(column.feature, text);
    const float value = number ? static_cast<float>(*number) * column.scale : word.value_or(missing);
    const auto& [name, least, most] =
        library::audio_feature_names.at(static_cast<std::size_t>(column.feature));
    if (means_unknown(column.feature, value)) return missing;
    is_refused = !(value >= least && value <= most);
    return is_refused ? missing : value;
}

void FeatureColumns::report(RecordSink& sink) const {
    for (const Column& column : columns_) {
        if (column.n_refused == 0) continue;
        const auto& [name, least, most] =
            library::audio_feature_names.at(static_cast<std::size_t>(column.feature));
        sink.problem(fmt::format("{} values of {} are no numbers in [{}, {}]; they count as missing",
                                 column.n_refused, column.name, least, most),
                     column.first_refused);
    }
}

}  // namespace attune::sources
