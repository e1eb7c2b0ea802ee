#pragma once

#include "core/task.h"
#include "library/collection.h"
#include "similarity/query.h"
#include "similarity/tag_space.h"

#include <string>
#include <vector>

namespace attune::similarity {

/// Why something fits a query: one meaning, how well it fits in [0, 1], and what of the thing says so.
struct WordReason {
    std::string name;  ///< Meaning::as
    float fit = 0;
    std::string text;  ///< "shoegaze: catalogues call it so"; "calm: energy 0.21, loudness -14 dB"
};

struct FoundTrack {
    library::TrackIndex track = 0;
    float score = 0;  ///< in (0, 1]
    std::vector<WordReason> reasons;
};

struct FoundArtist {
    library::ArtistIndex artist = 0;
    float score = 0;
    std::vector<WordReason> reasons;
    library::TrackIndex best_track = 0;
};

struct WordSearchOptions {
    std::size_t count = 20;
    std::size_t max_per_artist = 2;
};

/// Tracks that fit all meanings of a query, best first.
///
/// The fit of a track is the geometric mean of its fits to the meanings: that of TagSpace::tracks_called to a
/// tag, fit_of() to words about sound, 1 or 0 to years; of a negated meaning the rest to 1. What is unknown
/// of a track does not fit. Of the score nine tenths are the fit, one tenth the popularity of the track,
/// which decides among the many that fit as well. No song comes twice. Tracks that fit some meaning by less
/// than 0.1 are left out.
std::vector<FoundTrack> find_tracks(const library::Collection& collection, const TagSpace& space,
                                    const Query& query, const WordSearchOptions& options,
                                    const Task& task = {});

/// Artists by the mean of their three best tracks, or of what there are, with the reasons of the best one.
std::vector<FoundArtist> find_artists(const library::Collection& collection, const TagSpace& space,
                                      const Query& query, std::size_t count, const Task& task = {});

}  // namespace attune::similarity
