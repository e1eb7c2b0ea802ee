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

constexpr std::array<Alias, 20> aliases{{
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
    {"dur", AudioFeature::duration_ms},
}};

/// Of tables that shorten all names; alone they may mean anything ("live", "dB").
constexpr std::array<Alias, 8> short_aliases{{
    {"dnce", AudioFeature::danceability},
    {"nrgy", AudioFeature::energy},
    {"db", AudioFeature::loudness},
    {"live", AudioFeature::liveness},
    {"val", AudioFeature::valence},
    {"acous", AudioFeature::acousticness},
    {"spch", AudioFeature::speechiness},
    {"instr", AudioFeature::instrumentalness},
}};

/// Whether a feature is a share, from 0 to 1 or from 0 to 100.
bool is_share(AudioFeature feature) noexcept {
    switch (feature) {
        case AudioFeature::danceability:
        case AudioFeature::energy:
        case AudioFeature::speechiness:
        case AudioFeature::acousticness:
        case AudioFeature::instrumentalness:
        case AudioFeature::liveness:
        case AudioFeature::valence: return true;
        default: return false;
    }
}

const library::AudioFeatureName& range_of(AudioFeature feature) {
    return library::audio_feature_names.at(static_cast<std::size_t>(feature));
}

/// "4/4", or what a spreadsheet makes of it: "4-Apr".
std::optional<float> beats_of(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    if (end == 0 || end > 2 || end == std::string_view::npos) return std::nullopt;
    if (text[end] != '/' && text[end] != '-') return std::nullopt;
    const auto beats = parse_whole(text.substr(0, end));
    return beats ? std::optional(static_cast<float>(*beats)) : std::nullopt;
}

/// Spotify writes 0 (the key: -1) for what it does not know; others write -1 everywhere.
bool means_unknown(AudioFeature feature, double value) noexcept {
    if (feature == AudioFeature::loudness) return false;
    if (value == -1) return true;
    const bool cannot_be_zero = feature == AudioFeature::tempo || feature == AudioFeature::time_signature ||
                                feature == AudioFeature::duration_ms;
    return cannot_be_zero && value == 0;
}

/// Of a row that was never analysed no zero is a fact: not the C of its key, not a danceability of nothing.
void forget_zeros_of_silence(library::AudioFeatures& features) {
    for (std::size_t f = 0; f < features.values.size(); ++f) {
        if (features.values.at(f) == 0) features.values.at(f) = missing;
    }
}

}  // namespace

FeatureColumns::FeatureColumns(const Columns& columns) {
    const auto add = [&](const Alias& alias) {
        const auto index = columns.find({alias.normal_name});
        if (!index || std::ranges::find(columns_, alias.feature, &Column::feature) != columns_.end() ||
            std::ranges::find(columns_, *index, &Column::index) != columns_.end())
            return;
        Column column{alias.feature, *index, std::string(columns.as_written(*index))};
        if (alias.feature == AudioFeature::duration_ms) column.length = LengthColumn(columns, index);
        const auto& range = range_of(alias.feature);
        column.style = number_style(columns.values(*index), static_cast<double>(range.least),
                                    is_share(alias.feature) ? 100 : static_cast<double>(range.most),
                                    columns.separator());
        columns_.push_back(std::move(column));
    };
    for (const Alias& alias : aliases) add(alias);
    constexpr std::ptrdiff_t enough_short_names = 3;
    const auto n_short =
        std::ranges::count_if(short_aliases, [&](const Alias& a) { return columns.has({a.normal_name}); });
    for (const Alias& alias : short_aliases) {
        if (n_short >= enough_short_names) add(alias);
    }
    settle_scales(columns);
    settle_keys(columns);
    leave_out_other_scales(columns);
}

/// The values of the first rows that say something, as numbers.
std::vector<double> FeatureColumns::numbers_of(const Columns& columns, const Column& column) const {
    std::vector<double> numbers;
    for (const auto& text : columns.values(column.index)) {
        const auto number = says_nothing(text) ? std::nullopt : parse_styled(text, column.style);
        if (number && !number->is_percent && !means_unknown(column.feature, number->value))
            numbers.push_back(number->value);
    }
    return numbers;
}

/// Whether shares are parts of 1 or of 100, told by all of them together: a column of nothing but 0 and 1 goes with the
/// others, and a value beyond its scale is a damaged value.
void FeatureColumns::settle_scales(const Columns& columns) {
    struct Counts {
        std::size_t n_parts = 0;  ///< between 0 and 1
        std::size_t n_above = 0;  ///< above 1
        double most = 0;
    };
    std::vector<Counts> counts(columns_.size());
    Counts all;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (!is_share(columns_[c].feature) || columns_[c].written.ends_with('%')) continue;
        for (const double number : numbers_of(columns, columns_[c])) {
            counts[c].n_parts += number > 0 && number < 1 ? 1U : 0U;
            counts[c].n_above += number > 1 ? 1U : 0U;
            counts[c].most = std::max(counts[c].most, number);
        }
        all.n_parts += counts[c].n_parts;
        all.n_above += counts[c].n_above;
        all.most = std::max(all.most, counts[c].most);
    }
    constexpr double percent = 0.01;
    constexpr double ten = 10;            // a table of shares of 100 has one above
    constexpr std::size_t no_chance = 3;  // so many values beyond 1, and none within, are no damage
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        auto& column = columns_[c];
        if (!is_share(column.feature)) continue;
        const auto& [n_parts, n_above, most] = counts[c];
        const bool is_own_unit = n_above == 0 && n_parts > 0 && most > 0.2;
        const bool is_own_percent = n_parts == 0 && n_above >= no_chance;
        const bool is_of_100 = all.n_above > all.n_parts ? !is_own_unit : is_own_percent;
        if (column.written.ends_with('%')) {
            column.scale = static_cast<float>(percent);
        } else if (is_of_100) {
            column.scale = static_cast<float>(percent);
            const double reaches = all.n_above > all.n_parts ? all.most : most;
            if (reaches <= ten || reaches > 100 + ten)
                column.left_out = fmt::format(
                    "its values reach {:g}, and only the scales from 0 to 1 and from 0 to 100 are known",
                    reaches);
        }
    }
}

/// Keys are 0 for C to 11 for B. A column of numbers from 1 to 12 counts otherwise, and nobody knows from which note.
void FeatureColumns::settle_keys(const Columns& columns) {
    const auto key = std::ranges::find(columns_, AudioFeature::key, &Column::feature);
    if (key == columns_.end()) return;
    constexpr std::size_t enough = 12;
    const auto numbers = numbers_of(columns, *key);
    const auto has = [&](double value) { return std::ranges::find(numbers, value) != numbers.end(); };
    if (numbers.size() >= enough && has(12) && !has(0))
        key->left_out = "its values go from 1 to 12, and a key is from 0 (C) to 11 (B), or a name";
}

/// Loudness in dB is negative nearly everywhere, a tempo is some dozens of beats: other columns of that name are on
/// scales of their own.
void FeatureColumns::leave_out_other_scales(const Columns& columns) {
    constexpr std::size_t enough = 5;
    for (auto& column : columns_) {
        const auto numbers = numbers_of(columns, column);
        if (numbers.size() < enough) continue;
        const auto [least, most] = std::ranges::minmax(numbers);
        if (column.feature == AudioFeature::loudness && least >= 0 && most > 0)
            column.left_out =
                fmt::format("its values go from {:g} to {:g}, which is no loudness in dB", least, most);
        if (column.feature == AudioFeature::tempo && most <= 10)
            column.left_out =
                fmt::format("its values reach {:g}, which is no tempo in beats per minute", most);
    }
}

std::size_t FeatureColumns::n_sound_features() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(
        columns_, [](const Column& c) { return c.feature != AudioFeature::duration_ms; }));
}

std::vector<std::pair<AudioFeature, std::size_t>> FeatureColumns::found() const {
    std::vector<std::pair<AudioFeature, std::size_t>> found;
    for (const Column& column : columns_) {
        if (column.left_out.empty()) found.emplace_back(column.feature, column.index);
    }
    return found;
}

std::vector<std::pair<std::size_t, std::string>> FeatureColumns::meanings() const {
    std::vector<std::pair<std::size_t, std::string>> meanings;
    for (const Column& column : columns_) {
        const auto name = range_of(column.feature).name;
        std::string meaning =
            column.feature == AudioFeature::duration_ms ? column.length.meaning() : std::string(name);
        if (is_share(column.feature)) meaning += column.scale < 1 ? ", from 0 to 100" : ", from 0 to 1";
        if (column.feature == AudioFeature::loudness) meaning += " in dB";
        if (column.feature == AudioFeature::tempo) meaning += " in beats per minute";
        if (column.style.decimal == ',') meaning += ", with decimal commas";
        meanings.emplace_back(
            column.index, column.left_out.empty() ? meaning : fmt::format("left out: {}", column.left_out));
    }
    return meanings;
}

library::AudioFeatures FeatureColumns::read(const CsvRow& row) {
    library::AudioFeatures features;
    bool is_unknown = false;
    for (Column& column : columns_) {
        const auto text = column.left_out.empty() ? value_of(row, column.index) : std::string_view();
        if (text.empty()) continue;
        const float number = value(text, column, features);
        if (means_unknown(column.feature, static_cast<double>(number))) {
            is_unknown = is_unknown || column.feature == AudioFeature::tempo || is_share(column.feature);
            continue;
        }
        const auto& [name, least, most] = range_of(column.feature);
        if (number >= least && number <= most) {
            features[column.feature] = number;
        } else if (column.n_refused++ == 0) {
            column.first_refused = row.place;
        }
    }
    const auto is_nothing = [](float v) { return is_missing(v) || v == 0; };
    const bool has_nothing = std::all_of(features.values.begin(), features.values.end() - 1, is_nothing);
    if (is_unknown || (has_nothing && n_sound_features() > 2)) forget_zeros_of_silence(features);
    return features;
}

/// A number on the scale of its feature, or what a word stands for; NaN for all else. The duration of a table is the last
/// feature, and no zero of silence.
float FeatureColumns::value(std::string_view text, const Column& column, library::AudioFeatures& features) {
    if (column.feature == AudioFeature::duration_ms) {
        const auto ms = column.length.ms(text);
        return ms ? static_cast<float>(*ms) : missing;
    }
    if (const auto number = parse_styled(text, column.style)) {
        const float scale = number->is_percent ? 0.01F : column.scale;
        const bool is_whole_unknown = number->value == -1 && column.feature != AudioFeature::loudness;
        return is_whole_unknown ? -1 : static_cast<float>(number->value) * scale;
    }
    if (column.feature == AudioFeature::key) {
        const auto key = parse_key(text);
        auto& mode = features[AudioFeature::mode];
        if (key && key->is_major && is_missing(mode)) mode = *key->is_major ? 1.0F : 0.0F;
        return key ? static_cast<float>(key->pitch_class) : missing;
    }
    if (column.feature == AudioFeature::mode) {
        const auto is_major = parse_mode(text);
        return is_major ? (*is_major ? 1.0F : 0.0F) : missing;
    }
    return column.feature == AudioFeature::time_signature ? beats_of(text).value_or(missing) : missing;
}

void FeatureColumns::report(RecordSink& sink) const {
    for (const Column& column : columns_) {
        const auto& [name, least, most] = range_of(column.feature);
        if (!column.left_out.empty())
            sink.problem(fmt::format("the column {} is left out: {}", column.written, column.left_out),
                         {1, 1});
        if (column.n_refused == 0) continue;
        sink.problem(fmt::format("{} values of {} are no numbers in [{}, {}]; they count as missing",
                                 column.n_refused, name, least, most),
                     column.first_refused);
    }
}

}  // namespace attune::sources
