#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/trees/booster.h"
#include "library/collection.h"
#include "taste/surroundings.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attune::recommend {

struct ReplayOptions {
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    int negatives = 6000;  ///< tracks that were not met, drawn for each moment
};

/// Says which tracks of the catalogues a person will come to play, from how they came to play others.
///
/// Two parts, each brought to mean 0 and deviation 1 over the candidates and added:
/// * reach: a weighted sum of how much the artist is played, how recently, how popular the track is, how much
///   the artist's neighbours among genres are played. It needs no training.
/// * replay: boosted trees that were shown, for several moments of the past, the tracks that were met and kept
///   afterwards among those that were not, with what was known at that moment.
class ReplayRanker {
  public:
    /// @param known  what was known before some moment; with too little of it only `reach` speaks
    static ReplayRanker fit(const library::Collection& collection, const library::History& known,
                            const taste::Surroundings& space, const ReplayOptions& options,
                            const Task& task = {});

    /// One score for each row of taste::Evidence::rows(); the rows are compared with each other.
    std::vector<float> score(const Matrix& evidence) const;

    /// Shape (rows.size(), n_columns + 1): how much each column moved the scores of these rows out of all of
    /// `evidence`; the last is the constant. Each row sums to its score().
    Matrix contributions(const Matrix& evidence, std::span<const std::size_t> rows) const;

    bool is_trained() const noexcept { return replay_.has_value(); }

    std::map<std::string, std::string> save() const;
    static ReplayRanker load(const std::map<std::string, std::string>& blobs);

  private:
    std::optional<learning::Booster> replay_;
};

}  // namespace attune::recommend
