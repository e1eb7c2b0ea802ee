#pragma once

#include "core/matrix.h"
#include "library/collection.h"
#include "taste/others.h"

#include <memory>
#include <string>
#include <vector>

namespace attune::taste {

/// What stands around a person's own past: where artists are among genres (the genre embedding of the library, averaged
/// over each artist's genres), and other listeners. It never depends on what the person did.
struct Surroundings {
    Matrix vectors;            ///< shape (n_artists, dim), unit length; 0 for an artist without known genres
    std::vector<bool> placed;  ///< whether an artist has a vector
    std::shared_ptr<const Others> others = nullptr;  ///< null where nobody else's listening is known
    std::vector<std::string> left_out =
        {};  ///< groups of evidence that are held back, to see what they are worth

    /// Cosine of the angle between two artists, in [-1, 1]; 0 if one is not placed.
    float cosine(library::ArtistIndex a, library::ArtistIndex b) const noexcept;
};

Surroundings make_surroundings(const library::Collection& collection, std::size_t dim = 32);

}  // namespace attune::taste
