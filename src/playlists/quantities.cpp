#include "playlists/quantities.h"

#include "learning/numerics/quantile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attune::playlists {
namespace {

using library::AudioFeature;

constexpr std::array<AudioFeature, 9> sounds{
    AudioFeature::tempo,       AudioFeature::energy,           AudioFeature::loudness,
    AudioFeature::valence,     AudioFeature::danceability,     AudioFeature::acousticness,
    AudioFeature::speechiness, AudioFeature::instrumentalness, AudioFeature::liveness};

constexpr std::size_t tempo = 0;
constexpr std::size_t loudness = 2;
constexpr std::size_t length = 9;
constexpr std::size_t year = 10;
constexpr std::size_t popularity = 11;

Spread spread_of(std::vector<double> values) {
    Spread spread;
    spread.n = values.size();
    if (values.empty()) return spread;
    std::ranges::sort(values);
    for (const double x : values) spread.mean += x / static_cast<double>(values.size());
    for (const double x : values) spread.deviation += (x - spread.mean) * (x - spread.mean);
    spread.deviation =
        values.size() < 2 ? 0 : std::sqrt(spread.deviation / static_cast<double>(values.size() - 1));
    // What float32 leaves of a constant is no spread.
    if (spread.deviation < 1e-6 * std::max(1.0, std::abs(spread.mean))) spread.deviation = 0;
    spread.low = learning::quantile(values, 0.1);
    spread.high = learning::quantile(values, 0.9);
    return spread;
}

/// The unit after a number; empty where the number says it.
std::string_view unit_of(std::size_t quantity) {
    return quantity == tempo ? " BPM" : quantity == loudness ? " dB" : "";
}

std::string number_text(std::size_t quantity, double value) {
    if (quantity == length) {
        const auto seconds = std::lround(value);
        return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    }
    if (quantity == loudness) return fmt::format("{:.1f}", value);
    if (quantity == tempo || quantity == year || quantity == popularity)
        return fmt::format("{}", std::lround(value));
    return fmt::format("{:.2f}", value);
}

}  // namespace

const std::array<Quantity, n_quantities> quantities{{
    {"tempo", "faster", "slower", true},
    {"energy", "more energetic", "calmer", true},
    {"loudness", "louder", "quieter", true},
    {"valence", "happier", "sadder", true},
    {"danceability", "more danceable", "less danceable", true},
    {"acousticness", "more acoustic", "less acoustic", true},
    {"speechiness", "more spoken", "less spoken", true},
    {"instrumentalness", "more instrumental", "more sung", true},
    {"liveness", "more live", "less live", true},
    {"length", "longer", "shorter", false},
    {"year", "newer", "older", false},
    {"popularity", "better known", "less known", false},
}};

QuantityRow quantities_of(const library::Collection& collection, library::TrackIndex track) {
    QuantityRow row;
    row.fill(missing);
    for (std::size_t q = 0; q < sounds.size(); ++q)
        row[q] = collection.features(track, static_cast<std::size_t>(sounds[q]));
    if (!(row[tempo] > 0)) row[tempo] = missing;  // 0 BPM is how catalogues write "unknown"
    const auto& about = collection.tracks[track];
    if (about.duration_ms && *about.duration_ms > 0)
        row[length] = static_cast<float>(*about.duration_ms) / 1000;
    if (about.release_year) row[year] = static_cast<float>(*about.release_year);
    if (about.popularity) row[popularity] = *about.popularity;
    return row;
}

std::string quantity_text(std::size_t quantity, double value) {
    return number_text(quantity, value) + std::string(unit_of(quantity));
}

std::string range_text(std::size_t quantity, const Spread& spread) {
    const auto low = number_text(quantity, spread.low);
    const auto high = number_text(quantity, spread.high);
    if (low == high) return low + std::string(unit_of(quantity));
    // Two negative numbers around a dash cannot be read.
    return fmt::format("{}{}{}{}", low, spread.low < 0 ? " to " : "–", high, unit_of(quantity));
}

std::array<Spread, n_quantities> spreads_of(const library::Collection& collection,
                                            std::span<const library::TrackIndex> tracks) {
    std::array<std::vector<double>, n_quantities> values;
    for (const auto t : tracks) {
        const auto row = quantities_of(collection, t);
        for (std::size_t q = 0; q < n_quantities; ++q)
            if (!is_missing(row[q])) values[q].push_back(row[q]);
    }
    std::array<Spread, n_quantities> spreads;
    for (std::size_t q = 0; q < n_quantities; ++q) spreads[q] = spread_of(std::move(values[q]));
    return spreads;
}

std::vector<std::string_view> genres_of(const library::Collection& collection, library::TrackIndex track) {
    const auto& about = collection.tracks[track];
    const auto& of_artist = collection.artists[about.artist].genres;
    std::vector<std::string_view> names;
    for (const auto genre : of_artist.empty() ? about.tags : of_artist)
        names.push_back(collection.genres[genre]);
    return names;
}

}  // namespace attune::playlists
