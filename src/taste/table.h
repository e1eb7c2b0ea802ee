#pragma once

#include "library/collection.h"
#include "taste/evidence.h"
#include "taste/surroundings.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace attune::taste {

/// One input of the taste models.
struct TasteColumn {
    std::string name;
    std::string group;  ///< artist, genres, sound, era, popularity, release, playlists, labels
    std::string text;   ///< for a reason: "its tempo", "how much you have played this artist"
};

/// Builds the inputs of the taste models: evidence of the past, the thirteen audio features (missing stays
/// missing), the most played genres one by one, the genre embedding, year, popularity; and a key of the
/// artist, in the group "labels": it says who was labelled, and nothing else should learn from it.
class TasteTable {
  public:
    /// @param known   what was known before `moment`
    /// @param genres  the genres with a column of their own; empty: the most played `n_genres` are chosen
    TasteTable(const library::Collection& collection, const library::History& known, Timestamp moment,
               const Surroundings& space, std::vector<std::string> genres = {}, std::size_t n_genres = 40);

    const std::vector<TasteColumn>& columns() const noexcept { return columns_; }
    const std::vector<std::string>& genres() const noexcept { return genre_names_; }

    /// Shape (tracks.size(), columns().size()). `leave_out`: see Evidence::rows().
    Matrix rows(std::span<const library::TrackIndex> tracks, bool leave_out, std::size_t threads = 1) const;

    /// The indices of the columns of none of these groups.
    std::vector<std::size_t> columns_without(std::span<const std::string_view> groups) const;

  private:
    const library::Collection& collection_;
    const Surroundings& space_;
    Evidence evidence_;
    std::shared_ptr<const library::GenresOfArtists> genres_of_artist_;
    std::vector<std::string> genre_names_;
    std::vector<library::GenreIndex> genre_indices_;
    std::vector<TasteColumn> columns_;
};

}  // namespace attune::taste
