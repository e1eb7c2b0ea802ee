#pragma once

#include "csv_table.h"

namespace attune::seed {

/// How the seed's `y_score` comes out of its listening history, row by row of its design matrix.
struct Rebuild {
    std::size_t n_plays = 0;
    std::size_t n_tracks = 0;            ///< in track_features.csv
    std::size_t n_without_duration = 0;  ///< of these; the seed left them out before all else
    std::size_t n_zero_sums = 0;         ///< tracks played for 0 ms only
    std::size_t n_rows = 0;              ///< in X.csv
    std::size_t n_one_to_one = 0;        ///< rows whose (artist, track) is in X.csv once and in the history
    std::size_t n_one_to_one_equal = 0;  ///< of these, rebuilt to 1e-6
    double largest_difference = 0;       ///< among the one-to-one rows
    std::size_t n_repeated_names = 0;    ///< (artist, track) that several rows have
    std::size_t n_own_score = 0;         ///< rows of these that carry their own score
    std::size_t n_namesake_score =
        0;  ///< rows of these that carry that of another name of the same Spotify id
    std::size_t n_unexplained = 0;
};

/// Adds up ms_played / duration by (artist, track), makes likeability of it and compares.
Rebuild rebuild_likeability(const CsvTable& history, const CsvTable& features, const CsvTable& X,
                            const CsvTable& y_score);

}  // namespace attune::seed
