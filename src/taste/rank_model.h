#pragma once

#include "core/task.h"
#include "library/collection.h"
#include "taste/surroundings.h"

#include <span>
#include <vector>

namespace attune::taste {

struct RankModelOptions {
    std::size_t threads = 1;
};

/// Predicts which of the tracks that a person will hear for the first time they will keep (hear at least twice
/// for 90 s), from what was known before. Learnt by replaying the past: at several moments inside of it the
/// tracks first heard afterwards are looked at with what was known at that moment.
///
/// What a number means changes over the years (the artist counts grow, habits shift), so every column of
/// Evidence counts only by its rank among the tracks that are compared. The weight of a column is its mean
/// covariance with the outcome over the replays: ridge regression in the limit of a strong penalty, which is what
/// a weak and shifting signal calls for. A score is therefore a sum over columns.
class RankModel {
  public:
    /// @param known  what was known before `moment`; with fewer than 200 plays nothing is learnt
    static RankModel fit(const library::Collection& collection, const library::History& known,
                         Timestamp moment, const Surroundings& space, const RankModelOptions& options,
                         const Task& task = {});

    /// A score for each row of Evidence::rows(), comparable only within one call; larger is more likely kept.
    std::vector<float> score(const Matrix& evidence) const;

    /// One weight for each of evidence_columns(), then for those of them in which missing counts as the lowest; all
    /// 0 if nothing was learnt.
    const std::vector<double>& weights() const noexcept { return weights_; }

  private:
    std::vector<double> weights_;
};

/// The songs first heard at or after `moment` (`cut`, an index into plays), each by the track that was heard first,
/// and whether they were kept by `until`, as whatever version. In the order in which they were met.
struct FirstHeard {
    std::vector<library::TrackIndex> tracks;
    std::vector<float> kept;
};
FirstHeard first_heard_after(const library::Collection& collection, std::span<const library::Play> plays,
                             std::size_t cut, std::size_t until);

/// Each column by rank among the rows that have it: from -1/2 to 1/2, ties by their mean; missing is 0, the
/// middle. A column with at most five values is 0.
Matrix rank_columns(const Matrix& rows);

}  // namespace attune::taste
