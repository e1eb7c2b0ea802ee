#pragma once

#include "library/track.h"
#include "sources/csv.h"
#include "sources/measures.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// The columns of a table that name a track, whatever the table calls them.
struct TrackColumns {
    std::optional<std::size_t> title;
    std::optional<std::size_t> artist;
    std::optional<std::size_t> artist_ids;  ///< one for each artist: tells a comma in a name from one between
    std::optional<std::size_t> album;
    std::optional<std::size_t> spotify_id;
    std::optional<std::size_t> spotify_link;  ///< for rows without an id in the column before
    std::optional<std::size_t> isrc;
    std::optional<std::size_t> recording_mbid;
    std::optional<std::size_t> n_artists;  ///< how many there are: tells the same
    LengthColumn duration;
    bool commas_join_artists = false;     ///< "A,B" is two artists, "A, B" one
    bool commas_and_blanks_join = false;  ///< "A, B" is two artists: the column has several by its name

    explicit TrackColumns(const Columns& columns);

    bool name_a_track() const noexcept { return title && artist; }

    /// The track that a row names: fields may be missing, see TrackDescription.
    library::TrackDescription track(const CsvRow& row) const;

  private:
    std::optional<int> duration_ms(const CsvRow& row) const;
    std::vector<std::string> artists(const CsvRow& row) const;
    std::vector<std::string> artists_of_list(const CsvRow& row, std::string_view text) const;
};

/// The column with the first of these names that holds texts: beside "Title" a column "Track" may hold numbers.
std::optional<std::size_t> find_text_column(const Columns& columns,
                                            std::initializer_list<std::string_view> names);

/// The artists of one field: a Python or JSON list, or names with ";" between; otherwise one name.
std::vector<std::string> split_artists(std::string_view artists);

/// Takes "Artist - Title" apart if the track has no artist.
void split_title(library::TrackDescription& track);

}  // namespace attune::sources
