#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "learning/trees/forest.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace attune::genres {

struct TrackGenreOptions {
    int trees = 80;
    int least_leaf = 3;
    int most_tracks = 15000;
    int most_of_artist = 8;
    int folds = 3;
    double wanted_accuracy = 0.75;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"trees", trees, 1, 10000, "trees of the forest on sound"});
        visit(Option<int>{"least_leaf", least_leaf, 1, 10000, "tracks that a leaf has at least"});
        visit(Option<int>{"most_tracks", most_tracks, 100, 10000000, "tracks learnt from, drawn at random"});
        visit(Option<int>{"most_of_artist", most_of_artist, 1, 100000, "tracks of one artist among them"});
        visit(Option<int>{"folds", folds, 2, 20, "folds over artists by which the answers are judged"});
        visit(Option<double>{"wanted_accuracy", wanted_accuracy, 0, 1,
                             "share of answers that must be right on artists never met"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// Tracks whose branches are known; all tables have one row a track.
struct TaggedTracks {
    Matrix sound;      ///< (n, n_features), NaN missing; any numbers that are known of tracks
    Matrix playlists;  ///< (n, n_branches): mean weights of the tracks of other artists beside it in
                       ///< playlists; a row of NaN where there are none
    Matrix weights;    ///< (n, n_branches): its own, rows sum to 1
    std::vector<std::uint64_t> artists;  ///< (n,)
};

/// How answers fared on artists that the model had not met.
struct HeldOut {
    std::size_t tracks = 0;
    double majority = 0;       ///< accuracy of always saying the most frequent branch
    double accuracy = 0;       ///< of the likeliest branch, whatever its probability
    double log_loss = 0;       ///< nats
    double threshold = 1;      ///< least probability at which an answer is given
    double coverage = 0;       ///< share of tracks that get one
    double told_accuracy = 0;  ///< share of those answers that are right
};

/// What is said of a track.
struct TrackGenre {
    std::vector<double> weights;        ///< probabilities of the branches
    std::optional<std::size_t> branch;  ///< none: cannot tell
    std::optional<std::size_t> root;
};

/// The branch of tracks that nobody named: from their sound by a random forest, and from the tracks beside
/// them in playlists where there are any. Both probabilities are multiplied, each to a power; powers and the
/// probability below which nothing is said are found on folds that never divide an artist. Roots are sums of
/// branches, with a probability of their own.
class TrackGenres {
  public:
    TrackGenres() = default;

    /// @param root_of  the root of each branch
    /// @throws Error{invalid_argument} if there are fewer than 50 tracks or 10 artists, or shapes differ;
    ///         Error{interrupted}
    static TrackGenres fit(const TaggedTracks& tracks, std::span<const std::size_t> root_of,
                           const TrackGenreOptions& options = {}, const Task& task = {});

    /// @param sound, playlists  rows as in TaggedTracks. A track whose sound is wholly unknown and that
    /// stands beside
    ///                          nothing gets the prior and no answer
    TrackGenre tell(std::span<const float> sound, std::span<const float> playlists) const;

    const HeldOut& branches() const noexcept { return branches_; }
    const HeldOut& roots() const noexcept { return roots_; }

  private:
    /// Powers of both evidences, and of one where the other is unknown.
    struct Powers {
        double sound_alone = 1;
        double playlists_alone = 1;
        double sound = 1;
        double playlists = 1;
    };
    std::vector<double> combined(std::span<const float> p_sound, std::span<const float> p_playlists) const;
    std::vector<double> combined(std::span<const float> p_sound, std::span<const float> p_playlists,
                                 const Powers& powers) const;
    void fit_powers(const Matrix& p_sound, const TaggedTracks& tracks);
    void judge(const Matrix& p_sound, const TaggedTracks& tracks, double wanted_accuracy);

    learning::ClassForest forest_;
    Powers powers_;
    std::vector<double> prior_;
    std::vector<std::size_t> root_of_;
    HeldOut branches_;
    HeldOut roots_;
};

}  // namespace attune::genres
