#include "taste/surroundings.h"

#include "genres/genre_embedding.h"

#include <algorithm>
#include <string>

namespace attune::taste {

float Surroundings::cosine(library::ArtistIndex a, library::ArtistIndex b) const noexcept {
    const auto left = vectors.row(a);
    const auto right = vectors.row(b);
    float sum = 0;
    for (std::size_t d = 0; d < left.size(); ++d) sum += left[d] * right[d];
    return sum;
}

Surroundings make_surroundings(const library::Collection& collection, std::size_t dim) {
    std::vector<std::vector<std::string>> names;
    const auto genres_of_artist = library::artist_genres(collection);
    for (const auto& list : *genres_of_artist) {
        std::vector<std::string> row;
        for (const auto genre : list) row.push_back(collection.genres[genre]);
        names.push_back(std::move(row));
    }
    Surroundings space{Matrix(names.size(), dim), std::vector<bool>(names.size(), false)};
    if (collection.genres.size() < 2) return space;
    genres::GenreEmbeddingOptions options;
    options.dim = static_cast<int>(std::min(dim, collection.genres.size()));
    const auto embedding = genres::GenreEmbedding::fit(names, options);
    for (std::size_t a = 0; a < names.size(); ++a) {
        const auto vector = embedding.embed(names[a]);
        if (!vector) continue;
        std::copy_n(vector->begin(), std::min(dim, vector->size()), space.vectors.row(a).begin());
        space.placed[a] = true;
    }
    return space;
}

}  // namespace attune::taste
