#pragma once

#include "core/options.h"
#include "playlists/shelf.h"

#include <array>
#include <cstdint>
#include <vector>

namespace attune::playlists {

/// How much each aspect counts for a track belonging to a playlist: a sum over aspects.
struct BelongingWeights {
    struct Term {
        double slope = 0;   ///< log-odds for one unit of evidence
        double centre = 0;  ///< evidence that counts nothing; what is unknown counts nothing either
    };
    std::array<Term, n_aspects> terms;
    double intercept =
        0;  ///< log-odds of a track of a playlist against one of the person's other music, one to one

    double margin(const AspectRow& evidence) const noexcept;

    /// What each aspect adds; with the intercept they sum to the margin.
    std::array<double, n_aspects> contributions(const AspectRow& evidence) const noexcept;
};

/// Weights that hold for most people, used where somebody has too few playlists to learn from.
const BelongingWeights& usual_weights() noexcept;

struct BelongingOptions {
    int folds = 5;
    int negatives = 3;
    int least_tracks = 8;
    float l2 = 1;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"folds", folds, 2, 100,
                          "parts of the playlists, each judged by what the others teach"});
        visit(Option<int>{"negatives", negatives, 1, 100,
                          "tracks from elsewhere for each track of a playlist"});
        visit(Option<int>{"least_tracks", least_tracks, 2, 1000,
                          "tracks that a playlist needs to be learnt from"});
        visit(Option<float>{"l2", l2, 0, 1e6F, "penalty on coefficients of standardised evidence"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// Learns from a person's playlists what makes a track belong on one: of a playlist's own tracks (each left
/// out of what speaks for it) and of as many times `negatives` tracks of `own` that are not on it. The
/// weights of a playlist are learnt from the other folds of playlists, never from itself, and are halfway
/// between what is learnt there and usual_weights().
///
/// @param own  the music of the person, each track once
/// @return one a playlist of the shelf; usual_weights() where fewer than 4 playlists can be learnt from
std::vector<BelongingWeights> learn_belonging(const Shelf& shelf, std::span<const TrackIndex> own,
                                              const BelongingOptions& options, const Task& task = {});

}  // namespace attune::playlists
