#pragma once

#include "recommend/replay_ranker.h"
#include "taste/moments.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::recommend {

/// Brings what a ReplayRanker says to mean 0 and deviation 1 in each section of the tracks that are compared.
class ReplayScore {
  public:
    ReplayScore() = default;
    /// @param parts  of the tracks that are compared with each other
    explicit ReplayScore(const ReplayRanker::Parts& parts);

    /// One score for each track of `parts`, which need not be among those that are compared.
    std::vector<double> of(const ReplayRanker::Parts& parts) const;

    /// Shape (n_columns + 1,): how much each column of a row of evidence moved its score; the last is the constant.
    /// @param replay  its row of ReplayRanker::replay_contributions()
    std::vector<double> contributions(std::span<const float> evidence, std::span<const float> replay) const;

  private:
    ReplayRanker::Scale scale_;
    std::array<taste::Moments, n_sections> scores_;  ///< by Section
};

/// What a ReplayRanker of a moment says of tracks, compared with a sample of those that could be offered then.
struct ScoresThen {
    std::vector<double> scores;
    std::vector<Section> sections;
};

/// @param known     what was known before `moment`
/// @param ranker    learnt from `known`
/// @param tracks    any tracks; what the person did with them is left out of what is known of their artists
ScoresThen scores_then(const library::Collection& collection, const library::History& known, Timestamp moment,
                       const taste::Surroundings& space, const ReplayRanker& ranker,
                       std::span<const library::TrackIndex> tracks, const ReplayOptions& options);

}  // namespace attune::recommend
