#pragma once

#include "library/track.h"
#include "sources/csv.h"

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
    std::optional<std::size_t> duration;
    bool duration_is_ms = false;
    bool commas_join_artists = false;  ///< "A,B" is two artists, "A, B" one

    explicit TrackColumns(const Columns& columns);

    bool name_a_track() const noexcept { return title && artist; }

    /// The track that a row names: fields may be missing, see TrackDescription.
    library::TrackDescription track(const CsvRow& row) const;

  private:
    std::optional<int> duration_ms(const CsvRow& row) const;
    std::vector<std::string> artists(const CsvRow& row) const;
};

/// The artists of one field: a Python or JSON list, or names with ";" between; otherwise one name.
std::vector<std::string> split_artists(std::string_view artists);

/// Takes "Artist - Title" apart if the track has no artist.
void split_title(library::TrackDescription& track);

}  // namespace attune::sources
