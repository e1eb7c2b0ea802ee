#include "taste/table.h"

#include "core/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attune::taste {
namespace {

using library::GenreIndex;
using library::TrackIndex;

// Of the genre space the first dimensions, which hold most of what sets genres apart.
constexpr std::size_t space_columns = 12;
constexpr GenreIndex unknown_genre = 0xFFFFFFFF;

/// A number that is the same for one name in every library. Floats tell 2^24 whole numbers apart: two artists
/// of a library share one by chance, one pair in 17 million.
float artist_key(std::string_view name) { return static_cast<float>(stable_hash(name) >> 40U); }

/// The `n` genres whose artists were played most.
std::vector<std::string> most_played_genres(const library::Collection& collection,
                                            const library::History& known,
                                            const library::GenresOfArtists& genres_of_artist, std::size_t n) {
    std::vector<double> plays(collection.genres.size(), 0);
    for (const auto& play : known.plays) {
        for (const auto genre : genres_of_artist[collection.tracks[play.track].artist]) plays[genre] += 1;
    }
    std::vector<GenreIndex> order;
    for (GenreIndex g = 0; g < plays.size(); ++g) {
        if (plays[g] > 0) order.push_back(g);
    }
    std::ranges::stable_sort(order, [&](GenreIndex a, GenreIndex b) { return plays[a] > plays[b]; });
    order.resize(std::min(n, order.size()));
    std::vector<std::string> names;
    for (const auto genre : order) names.push_back(collection.genres[genre]);
    return names;
}

}  // namespace

TasteTable::TasteTable(const library::Collection& collection, const library::History& known, Timestamp moment,
                       const Surroundings& space, std::vector<std::string> genres, std::size_t n_genres)
    : collection_(collection),
      space_(space),
      evidence_(collection, known, moment, space),
      genres_of_artist_(library::artist_genres(collection)),
      genre_names_(std::move(genres)) {
    if (genre_names_.empty())
        genre_names_ = most_played_genres(collection, known, *genres_of_artist_, n_genres);
    for (const auto& column : evidence_columns())
        columns_.push_back({std::string(column.name), std::string(column.group), std::string(column.text)});
    for (const auto& feature : library::audio_feature_names)
        columns_.push_back({std::string(feature.name), "sound", fmt::format("its {}", feature.name)});
    for (const auto& name : genre_names_) {
        const auto found = std::ranges::lower_bound(collection.genres, name);
        const bool known_here = found != collection.genres.end() && *found == name;
        genre_indices_.push_back(known_here ? static_cast<GenreIndex>(found - collection.genres.begin())
                                            : unknown_genre);
        columns_.push_back({"genre:" + name, "genres", fmt::format("whether it is {}", name)});
    }
    for (std::size_t d = 0; d < std::min(space_columns, space.vectors.n_columns()); ++d)
        columns_.push_back({fmt::format("genre_space_{}", d), "genres", "where it stands among genres"});
    columns_.push_back({"release_year", "era", "when it came out"});
    columns_.push_back({"explicit", "sound", "whether it is explicit"});
    columns_.push_back({"artist_key", "labels", "what you said of this artist"});
}

Matrix TasteTable::rows(std::span<const TrackIndex> tracks, bool leave_out, std::size_t threads) const {
    const Matrix evidence = evidence_.rows(tracks, leave_out, threads);
    Matrix rows(tracks.size(), columns_.size(), missing);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto& track = collection_.tracks[tracks[i]];
        const auto row = rows.row(i);
        auto next = std::ranges::copy(evidence.row(i), row.begin()).out;
        next = std::ranges::copy(collection_.features.row(tracks[i]), next).out;
        const auto& of_artist = (*genres_of_artist_)[track.artist];
        for (const auto genre : genre_indices_) {
            const bool has = std::ranges::find(of_artist, genre) != of_artist.end() ||
                             std::ranges::find(track.tags, genre) != track.tags.end();
            *next++ = has ? 1.0F : 0.0F;
        }
        const auto n_space = static_cast<std::ptrdiff_t>(std::min(space_columns, space_.vectors.n_columns()));
        if (space_.placed[track.artist]) std::copy_n(space_.vectors.row(track.artist).begin(), n_space, next);
        next += n_space;
        *next++ = track.release_year ? static_cast<float>(*track.release_year) : missing;
        *next++ = track.is_explicit ? static_cast<float>(*track.is_explicit) : missing;
        *next++ = artist_key(collection_.artists[track.artist].name);
    }
    return rows;
}

std::vector<std::size_t> TasteTable::columns_without(std::span<const std::string_view> groups) const {
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (std::ranges::find(groups, columns_[c].group) == groups.end()) kept.push_back(c);
    }
    return kept;
}

}  // namespace attune::taste
