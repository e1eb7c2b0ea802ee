#include "taste/label_kernel.h"

#include "core/json.h"
#include "library/audio_features.h"

#include <algorithm>
#include <cmath>

namespace attune::taste {
namespace {

using library::AudioFeature;

// What people hear at once; key, mode, metre and length say little about likeness.
constexpr AudioFeature heard_features[] = {AudioFeature::danceability, AudioFeature::energy,
                                           AudioFeature::loudness,     AudioFeature::speechiness,
                                           AudioFeature::acousticness, AudioFeature::instrumentalness,
                                           AudioFeature::valence,      AudioFeature::tempo};
// Lengths at which likeness has fallen to e^-1/2: in standard deviations a column, and among unit vectors,
// where unrelated genres are sqrt(2) apart.
constexpr double sound_length = 1.0;
constexpr double space_length = 0.6;

double squared_distance(const std::vector<float>& a, const std::vector<float>& b) noexcept {
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

double dot(const std::vector<float>& a, const std::vector<float>& b) noexcept {
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

std::size_t column_of(const std::vector<TasteColumn>& columns, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(columns, name, &TasteColumn::name) - columns.begin());
}

float value_or(float value, float otherwise) { return is_missing(value) ? otherwise : value; }

}  // namespace

Likenesses likenesses(const LabelPoint& a, const LabelPoint& b) noexcept {
    Likenesses all{};
    const double n_sound = static_cast<double>(std::max<std::size_t>(1, a.sound.size()));
    const double sound =
        std::exp(-squared_distance(a.sound, b.sound) / (2 * n_sound * sound_length * sound_length));
    const double space = std::exp(-squared_distance(a.space, b.space) / (2 * space_length * space_length));
    all[at(Likeness::constant)] = 1;
    all[at(Likeness::history)] = static_cast<double>(a.history) * b.history;
    all[at(Likeness::artist)] = a.artist == b.artist ? 1 : 0;
    all[at(Likeness::genre_space)] = space;
    all[at(Likeness::genre_names)] = dot(a.genres, b.genres);
    all[at(Likeness::sound)] = sound;
    all[at(Likeness::sound_in_genre)] = sound * space;
    all[at(Likeness::standing)] =
        static_cast<double>(a.popularity) * b.popularity + static_cast<double>(a.year) * b.year;
    return all;
}

LabelView::LabelView(const std::vector<TasteColumn>& columns, const Matrix& features)
    : n_columns_(columns.size()),
      artist_(column_of(columns, "artist_key")),
      popularity_(column_of(columns, "popularity")),
      year_(column_of(columns, "release_year")) {
    for (const auto feature : heard_features) {
        const auto f = static_cast<std::size_t>(feature);
        sound_.push_back(column_of(columns, library::audio_feature_names[f].name));
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (std::size_t t = 0; t < features.n_rows(); ++t) {
            const double value = features(t, f);
            if (std::isnan(value)) continue;
            n += 1;
            sum += value;
            squares += value * value;
        }
        const double mean = sum / std::max(1.0, n);
        sound_mean_.push_back(static_cast<float>(mean));
        const double variance = squares / std::max(1.0, n) - mean * mean;
        sound_deviation_.push_back(static_cast<float>(std::sqrt(std::max(1e-9, variance))));
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].name.starts_with("genre_space_")) space_.push_back(c);
        if (columns[c].name.starts_with("genre:")) genres_.push_back(c);
    }
}

LabelPoint LabelView::point(std::span<const float> row, double history) const {
    LabelPoint point;
    for (std::size_t i = 0; i < sound_.size(); ++i)
        point.sound.push_back(value_or((row[sound_[i]] - sound_mean_[i]) / sound_deviation_[i], 0));
    for (const auto column : space_) point.space.push_back(value_or(row[column], 0));
    float n_genres = 0;
    for (const auto column : genres_) n_genres += row[column];
    const float length = std::sqrt(std::max(1.0F, n_genres));
    for (const auto column : genres_) point.genres.push_back(row[column] / length);
    point.artist = row[artist_];
    point.popularity = (value_or(row[popularity_], 40) - 40) / 20;
    point.year = (value_or(row[year_], 2005) - 2005) / 15;
    point.history = static_cast<float>(history);
    return point;
}

Json LabelView::save() const {
    return {{"n_columns", n_columns_}, {"sound", sound_},           {"space", space_},
            {"genres", genres_},       {"popularity", popularity_}, {"year", year_},
            {"artist", artist_},       {"sound_mean", sound_mean_}, {"sound_deviation", sound_deviation_}};
}

LabelView LabelView::load(const Json& saved) {
    LabelView view;
    saved.at("n_columns").get_to(view.n_columns_);
    saved.at("sound").get_to(view.sound_);
    saved.at("space").get_to(view.space_);
    saved.at("genres").get_to(view.genres_);
    saved.at("popularity").get_to(view.popularity_);
    saved.at("year").get_to(view.year_);
    saved.at("artist").get_to(view.artist_);
    saved.at("sound_mean").get_to(view.sound_mean_);
    saved.at("sound_deviation").get_to(view.sound_deviation_);
    return view;
}

}  // namespace attune::taste
