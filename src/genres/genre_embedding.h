#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "core/options.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// Names in brackets are those of the papers in learning/cooccurrence.h.
struct GenreEmbeddingOptions {
    int dim = 32;
    float shift = 1;
    float smoothing = 0.75F;
    int min_artists = 1;
    std::uint32_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"dim", dim, 1, 1024, "length of an embedding"});
        visit(Option<float>{"shift", shift, 1, 100,
                            "how many times more often than by chance is no sign yet [k]"});
        visit(
            Option<float>{"smoothing", smoothing, 0, 1, "power that lifts the count of rare genres [alpha]"});
        visit(Option<int>{"min_artists", min_artists, 1, 1000, "artists that a genre needs to be known"});
        visit(Option<std::uint32_t>{"seed", seed, 0, 0x7FFFFFFF, "start of the random numbers"});
    }
};

/// A genre and how near it is: the cosine of the two vectors, in [-1, 1].
struct NearGenre {
    std::string genre;
    float likeness = 0;
};

/// Genres as unit vectors: near each other if they stand together at artists, or beside the same other
/// genres.
/// (learning/cooccurrence.h has the formula and its sources.) Names are compared as they are: bring them in
/// the form of canonical_genre(). A value; asking it changes nothing.
class GenreEmbedding {
  public:
    /// Knows no genre.
    GenreEmbedding() = default;

    /// @param genres_of_artists  the genres of each artist, in any order; one named twice counts once
    static GenreEmbedding fit(std::span<const std::vector<std::string>> genres_of_artists,
                              const GenreEmbeddingOptions& options = {});

    /// shape (dim(),), length 1; none for a genre that is unknown or never stood beside another.
    std::optional<std::span<const float>> vector_of(std::string_view genre) const;

    /// The mean of the known genres' vectors, scaled to length 1: shape (dim(),). None if none is known, or
    /// if they cancel out.
    std::optional<std::vector<float>> embed(std::span<const std::string> genres) const;

    /// The k genres nearest to this one, nearest first, without itself; equally near ones by name. Empty if
    /// it is unknown.
    std::vector<NearGenre> nearest(std::string_view genre, std::size_t k) const;

    /// The k genres nearest to a vector of shape (dim(),).
    std::vector<NearGenre> nearest(std::span<const float> vector, std::size_t k) const;

    std::size_t dim() const noexcept { return vectors_.n_columns(); }

    /// The genres with a vector, ascending.
    const std::vector<std::string>& genres() const noexcept { return genres_; }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a GenreEmbedding
    static GenreEmbedding load(const Json& saved);

  private:
    std::optional<std::size_t> index_of(std::string_view genre) const;

    std::vector<std::string> genres_;
    Matrix vectors_;  // shape (n_genres, dim)
};

}  // namespace attune::genres
