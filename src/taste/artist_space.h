#pragma once

#include "core/matrix.h"
#include "library/collection.h"

#include <vector>

namespace attune::taste {

/// Where artists stand among genres: the genre embedding of the library, averaged over each artist's genres. It
/// depends on the collection alone, never on what a person did.
struct ArtistSpace {
    Matrix vectors;             ///< shape (n_artists, dim), unit length; 0 for an artist without known genres
    std::vector<bool> placed;   ///< whether an artist has a vector

    /// Cosine of the angle between two artists, in [-1, 1]; 0 if one is not placed.
    float cosine(library::ArtistIndex a, library::ArtistIndex b) const noexcept;
};

/// Genres of an artist, or where it has none the tags of its tracks.
std::vector<std::vector<library::GenreIndex>> artist_genres(const library::Collection& collection);

ArtistSpace make_artist_space(const library::Collection& collection, std::size_t dim = 32);

}  // namespace attune::taste
