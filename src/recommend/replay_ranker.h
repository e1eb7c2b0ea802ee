#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/trees/booster.h"
#include "library/collection.h"
#include "taste/moments.h"
#include "taste/surroundings.h"

#include <map>
#include <optional>
#include <span>
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

    /// What is added, of each row of taste::Evidence::rows() by itself.
    struct Parts {
        std::vector<float> reach;
        std::vector<float> replay;  ///< empty if it is not trained
    };
    Parts parts(const Matrix& evidence) const;

    /// Mean and deviation of the parts of all tracks that are compared with each other.
    struct Scale {
        taste::Moments reach;
        taste::Moments replay;
    };
    static Scale scale_of(const Parts& parts);

    /// One score for each track of `parts`; they are compared with each other.
    static std::vector<float> score(const Parts& parts, const Scale& scale);

    /// One score for each row of taste::Evidence::rows(); the rows are compared with each other.
    std::vector<float> score(const Matrix& evidence) const {
        const auto all = parts(evidence);
        return score(all, scale_of(all));
    }

    /// Shape (n_rows, n_columns + 1): how much each column of rows of evidence moved the replay part of each, not yet
    /// scaled; no rows if it is not trained.
    Matrix replay_contributions(const Matrix& evidence) const;

    /// Shape (n_columns + 1,): how much each column of a row of evidence moved its score; the last is the constant.
    /// They sum to its score().
    /// @param replay  the row of replay_contributions(); empty if it is not trained
    static std::vector<double> contributions(std::span<const float> evidence, std::span<const float> replay,
                                             const Scale& scale);

    bool is_trained() const noexcept { return replay_.has_value(); }

    std::map<std::string, std::string> save() const;
    static ReplayRanker load(const std::map<std::string, std::string>& blobs);

  private:
    std::optional<learning::Booster> replay_;
};

}  // namespace attune::recommend
