#pragma once

#include "recommend/replay_ranker.h"
#include "recommend/rerank.h"
#include "taste/model.h"
#include "taste/moments.h"
#include "taste/table.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace attune::recommend {

/// What a person can turn. All are 0.5 in the middle, where they change nothing.
struct Dials {
    double familiarity = 0.5;  ///< 0: only artists that are new to me; 1: more from my artists
    double popularity = 0.5;   ///< 0: deep cuts; 1: what everybody knows
    double diversity = 0.5;    ///< 0: the best scores alone; 1: my genre mix above all, one track an artist
};

/// One number of a reason: how much a column of the table, or a dial, moved the score of a track.
struct Contribution {
    std::string name;
    std::string group;
    std::string text;
    double value = 0;
};

/// Scores tracks that a person has not met:
///
///     score = w_r ReplayRanker::score / deviation + TasteModel::margin + dials
///
/// w_r = 1 at first and falls as labels come (n labels: 15 / (15 + n)): what one would come upon anyway
/// matters less, the more one has said. The score is a sum over the columns of the table.
class Scorer {
  public:
    Scorer(const taste::TasteTable& table, const taste::TasteModel& taste, const ReplayRanker& replay,
           std::size_t n_labels, const Dials& dials, std::size_t threads = 1);

    /// The scores of `tracks`, in their order. Of more than a few thousand tracks the taste models look
    /// closely at the most promising; the rest are scored by a part of them and stay behind those.
    std::vector<ScoredTrack> score(std::span<const library::TrackIndex> tracks, const Task& task = {});

    /// What moved the score of each of these tracks of the last score(): adds up to it within 1e-4.
    /// @throws Error{invalid_argument} for a track that was not scored, or not looked at closely
    std::vector<std::vector<Contribution>> explain(std::span<const library::TrackIndex> tracks) const;

    /// The probability that the person likes each of these, in their order.
    std::vector<taste::Prediction> predict(std::span<const library::TrackIndex> tracks) const;

    /// taste::Evidence::rows() of the tracks of the last score(), in their order.
    const Matrix& evidence() const noexcept { return evidence_; }

  private:
    double dial_value(std::span<const float> row, std::size_t which) const;
    void measure_dials(const Matrix& rows);

    const taste::TasteTable& table_;
    const taste::TasteModel& taste_;
    const ReplayRanker& replay_;
    Dials dials_;
    std::size_t threads_;
    double replay_weight_;

    std::unordered_map<library::TrackIndex, std::size_t> row_of_;  ///< tracks looked at closely in score()
    Matrix rows_;                                                  ///< of all tracks of score()
    Matrix evidence_;                                              ///< the first columns of rows_
    taste::Moments replay_scale_;
    taste::Moments familiarity_scale_;
    taste::Moments popularity_scale_;
};

}  // namespace attune::recommend
