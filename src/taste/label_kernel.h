#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "learning/tables/standardizer.h"
#include "taste/table.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace attune::taste {

/// How alike two tracks are to somebody who labels them, in several ways. Each is a kernel.
enum class Likeness : std::size_t {
    constant,        ///< 1
    history,         ///< product of the margins of stage 1
    artist,          ///< 1 for two tracks of one artist
    genre_space,     ///< squared exponential of the distance among genres
    genre_names,     ///< cosine of the genres one by one
    sound,           ///< squared exponential of the distance in sound
    sound_in_genre,  ///< the last, of tracks that are near in genre
    standing,        ///< product of popularity and of year
};
inline constexpr std::size_t n_likenesses = 8;
using Likenesses = std::array<double, n_likenesses>;

constexpr std::size_t at(Likeness likeness) noexcept { return static_cast<std::size_t>(likeness); }

/// A track as the likenesses see it.
struct LabelPoint {
    std::vector<float> sound;  ///< standardised; missing is 0, the mean
    std::vector<float> space;
    std::vector<float> genres;  ///< of length 1, or 0
    float artist = 0;           ///< its key
    float popularity = 0;
    float year = 0;
    float history = 0;  ///< margin of stage 1
};

Likenesses likenesses(const LabelPoint& a, const LabelPoint& b) noexcept;

/// Makes points of rows of a TasteTable.
class LabelView {
  public:
    LabelView() = default;

    /// @param features  the audio features of the collection: what is far apart in sound
    LabelView(const std::vector<TasteColumn>& columns, const Matrix& features);

    LabelPoint point(std::span<const float> row, double history) const;

    std::size_t n_columns() const noexcept { return n_columns_; }

    /// The columns of the table behind the values of a point.
    const std::vector<std::size_t>& sound_columns() const noexcept { return sound_; }
    const std::vector<std::size_t>& space_columns() const noexcept { return space_; }
    const std::vector<std::size_t>& genre_columns() const noexcept { return genres_; }
    std::size_t artist_column() const noexcept { return artist_; }
    std::size_t popularity_column() const noexcept { return popularity_; }
    std::size_t year_column() const noexcept { return year_; }

    Json save() const;
    static LabelView load(const Json& saved);

  private:
    std::size_t n_columns_ = 0;
    std::vector<std::size_t> sound_;
    std::vector<std::size_t> space_;
    std::vector<std::size_t> genres_;
    std::size_t artist_ = 0;
    std::size_t popularity_ = 0;
    std::size_t year_ = 0;
    std::vector<float> sound_mean_;
    std::vector<float> sound_deviation_;
};

}  // namespace attune::taste
