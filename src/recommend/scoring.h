#pragma once

#include "recommend/close_look.h"
#include "recommend/prospects.h"
#include "recommend/replay_score.h"
#include "recommend/rerank.h"
#include "taste/moments.h"

#include <memory>
#include <span>
#include <string>
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

struct SectionedScore {
    double score = 0;
    Section section = Section::new_artists;
};

/// How much ReplayRanker counts in a score when a person has given so many labels: 15 / (15 + n).
double replay_weight(std::size_t n_labels) noexcept;

/// The parts of a score, from what was said of one track; a column that moved nothing has none.
/// @param evidence  of the track, shape (n_evidence_columns,)
/// @param taste     TasteModel::contributions() of it, shape (columns.size() + 1,)
/// @param replay    ReplayRanker::replay_contributions() of it
std::vector<Contribution> contributions_of(std::span<const taste::TasteColumn> columns,
                                           std::span<const float> evidence, std::span<const float> taste,
                                           std::span<const float> replay, const ReplayScore& replay_score,
                                           double replay_weight);

/// Scores tracks that a person has not met:
///
///     score = w_r ReplayRanker::score / deviation + TasteModel::margin + dials
///
/// w_r = 1 at first and falls as labels come (n labels: 15 / (15 + n)): what one would come upon anyway
/// matters less, the more one has said. The score is a sum over the columns of the table. The deviation is that of the
/// section (ReplayRanker): scores of one section are compared with each other.
///
/// Made once for some tracks and asked for every setting of the dials, from several threads.
class Scorer {
  public:
    /// @param tracks  the prospects that are compared with each other
    Scorer(Prospects tracks, std::shared_ptr<const CloseLook> close_look, std::size_t n_labels);

    const Prospects& prospects() const noexcept { return prospects_; }

    /// The scores of the tracks, in their order. Of more than a few thousand tracks of a section the taste models look
    /// closely at the most promising; the rest are scored by a part of them and stay behind those.
    /// @param close  how many are looked at closely at least
    /// @throws Error{invalid_argument} for a dial beyond its ends
    std::vector<ScoredTrack> score(const Dials& dials, std::size_t close = 0, const Task& task = {}) const;

    /// The same scores by section.
    ScoredSections by_section(std::vector<ScoredTrack> scored) const;

    /// What moved the score of each of these tracks: adds up to it within 1e-4, if it was looked at closely.
    /// @throws Error{invalid_argument} for a track that is none of them
    std::vector<std::vector<Contribution>> explain(std::span<const library::TrackIndex> tracks,
                                                   const Dials& dials) const;

    /// The scores of some of the tracks with all dials in the middle, and their sections, in their order.
    /// @throws Error{invalid_argument} for a track that is none of them
    std::vector<SectionedScore> plain_scores(std::span<const library::TrackIndex> tracks) const;

    /// What tracks are compared with, and how much that counts: for tracks that are not among them.
    const ReplayScore& replay_score() const noexcept { return replay_score_; }
    double replay_weight() const noexcept { return replay_weight_; }

  private:
    double dial_value(float value, const taste::Moments& scale, double dial) const;
    double dials_of(std::size_t i, const Dials& dials) const;
    double without_taste(std::size_t i, const Dials& dials) const;
    std::size_t place_of(library::TrackIndex track) const;
    void look_closely(std::vector<std::size_t> rows, std::size_t n_close, const Dials& dials,
                      std::vector<ScoredTrack>& scored) const;

    Prospects prospects_;
    std::shared_ptr<const CloseLook> close_look_;
    ReplayScore replay_score_;
    std::vector<double> replay_;  ///< of each track
    std::vector<float> familiarity_;
    std::vector<float> popularity_;
    double replay_weight_;
    taste::Moments familiarity_scale_;
    taste::Moments popularity_scale_;
};

}  // namespace attune::recommend
