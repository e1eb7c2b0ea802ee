#pragma once

#include "learning/trees/booster.h"
#include "library/collection.h"
#include "taste/outcomes.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::taste {

/// What one stage learns from: tracks with an outcome.
struct StageRows {
    std::string name;
    learning::Objective objective = learning::Objective::logistic;
    std::vector<std::string_view> hidden_groups;  ///< groups of columns that would give the answer away
    std::vector<library::TrackIndex> tracks;
    std::vector<float> y;
    std::vector<float> weights;
    std::vector<float> is_positive;  ///< what an AUC is judged on

    void add(library::TrackIndex track, double value, double weight, bool positive);
    std::size_t n_positive() const noexcept;

    /// The number of examples of the rarer class.
    std::size_t n_rarer() const noexcept;

    /// At least 20 rows with 5 of either class.
    bool is_enough() const noexcept;

    std::vector<std::uint64_t> artists(const library::Collection& collection) const;
};

/// Playlist membership over the playlists with these names (empty: all), for all tracks that were heard or
/// stand in one; none if there are no playlists. What the playlists themselves say is hidden: it is the
/// answer.
StageRows playlist_rows(const library::Collection& collection, const library::History& known,
                        std::span<const std::string> chosen_playlists,
                        std::span<const TrackOutcome> outcomes);

/// How much each heard track engaged the person and how often they came back to it, in [0, 1]; positive above
/// the median. Tracks without a chance to say something are left out.
StageRows likeability_rows(std::span<const TrackOutcome> outcomes);

/// Likes and dislikes; "skip" is neither.
StageRows label_rows(const library::History& known);

}  // namespace attune::taste
