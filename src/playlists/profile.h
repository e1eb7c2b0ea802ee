#pragma once

#include "playlists/quantities.h"

#include <span>
#include <string>
#include <vector>

namespace attune::playlists {

/// How a playlist differs from the person's other playlists in one quantity.
struct Difference {
    std::size_t quantity = 0;  ///< index into `quantities`
    Spread here;
    Spread elsewhere;
    double effect = 0;  ///< Cohen's d: the difference of the means in pooled standard deviations
    std::string
        text;  ///< "much faster: 142 BPM on the average, 118 elsewhere"; empty for no difference to speak of
};

/// A genre that is more, or less, at home here than elsewhere.
struct GenreShare {
    std::string genre;
    double here = 0;  ///< share of the tracks with known genres, in [0, 1]
    double elsewhere = 0;
};

struct Profile {
    std::size_t n_tracks = 0;
    std::size_t n_with_sound = 0;
    std::size_t n_with_genres = 0;
    std::vector<Difference>
        differences;  ///< of quantities that are known of 5 tracks on both sides; largest effect first
    std::vector<GenreShare> genres;   ///< the most frequent here, at most 6
    std::vector<GenreShare> telling;  ///< those that set it apart most, at most 4
};

/// What sets a playlist apart.
/// @param elsewhere  the tracks of the other playlists, none of which is on this one; may be empty: then
/// there is
///                   nothing to differ from
///
/// Source of the effect sizes and their words (a little, clearly, much from 0.2, 0.5, 0.8): J. Cohen,
/// "Statistical power analysis for the behavioral sciences", 2nd ed., 1988.
Profile profile_of(const library::Collection& collection, std::span<const library::TrackIndex> tracks,
                   std::span<const library::TrackIndex> elsewhere);

}  // namespace attune::playlists
