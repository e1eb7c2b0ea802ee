#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace attune::demo {

/// The usual sound of a family of genres: means on Spotify's scales, in the order of what they say of a
/// track.
struct GenreFamily {
    std::string_view name;
    double danceability;
    double energy;
    double loudness;  ///< dB
    double speechiness;
    double acousticness;
    double instrumental_share;  ///< of tracks without voice
    double valence;
    double tempo;         ///< BPM
    double tempo_spread;  ///< standard deviation
    double major_share;   ///< of tracks in a major key
    double duration_s;
    double weight;  ///< share of artists
};

/// One genre, by how it differs from the middle of its family.
struct Genre {
    std::string_view name;
    std::size_t family;
    double danceability;
    double energy;
    double acousticness;
    double valence;
    double tempo;
    double instrumental_share;
};

std::span<const GenreFamily> genre_families() noexcept;
std::span<const Genre> genres() noexcept;

}  // namespace attune::demo
