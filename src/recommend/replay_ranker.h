#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "learning/trees/booster.h"
#include "library/collection.h"
#include "recommend/section.h"
#include "taste/moments.h"
#include "taste/surroundings.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::recommend {

struct ReplayOptions {
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    int negatives = 6000;  ///< tracks that were not met, drawn for each moment in each section
};

/// Says which tracks of the catalogues a person will come to play, from how they came to play others.
///
/// In each section two parts, each brought to mean 0 and deviation 1 over the candidates of the section and added:
/// * replay: boosted trees that were shown, for several moments of the past, the tracks of the section that were met and
///   kept afterwards among those that were not, with what was known at that moment.
/// * reach: a weighted sum that needs no training. Of known artists: how much the artist is played, how recently, how
///   popular the track is. Of new ones: what other listeners and the artist's neighbours among genres say; popularity
///   hardly more than breaks ties. It counts the less, the more the trees have seen (n tracks met: 60 / (60 + n)).
class ReplayRanker {
  public:
    /// @param known  what was known before some moment; with too little of it only `reach` speaks
    static ReplayRanker fit(const library::Collection& collection, const library::History& known,
                            const taste::Surroundings& space, const ReplayOptions& options,
                            const Task& task = {});

    /// What is added, of each row of taste::Evidence::rows() by itself.
    struct Parts {
        std::vector<Section> sections;
        std::vector<float> reach;
        std::vector<float> replay;                           ///< 0 in a section that is not trained
        std::array<double, n_sections> reach_weights{1, 1};  ///< what reach counts in a section
    };
    Parts parts(const Matrix& evidence) const;

    /// Mean and deviation of the parts of all tracks that are compared with each other, and what reach counts.
    struct Scale {
        struct OfSection {
            taste::Moments reach;
            taste::Moments replay;
            double reach_weight = 1;
        };
        std::array<OfSection, n_sections> sections;
    };
    static Scale scale_of(const Parts& parts);

    /// One score for each track of `parts`; those of a section are compared with each other.
    static std::vector<float> score(const Parts& parts, const Scale& scale);

    /// One score for each row of taste::Evidence::rows(); the rows of a section are compared with each other.
    std::vector<float> score(const Matrix& evidence) const {
        const auto all = parts(evidence);
        return score(all, scale_of(all));
    }

    /// Shape (n_rows, n_columns + 1): how much each column of rows of evidence moved the replay part of each, not yet
    /// scaled; 0 in a section that is not trained.
    Matrix replay_contributions(const Matrix& evidence) const;

    /// Shape (n_columns + 1,): how much each column of a row of evidence moved its score; the last is the constant.
    /// They sum to its score().
    /// @param replay  the row of replay_contributions()
    static std::vector<double> contributions(std::span<const float> evidence, std::span<const float> replay,
                                             const Scale& scale);

    bool is_trained(Section section) const noexcept { return learnt_[index_of(section)].trees.has_value(); }
    bool is_trained() const noexcept {
        return is_trained(Section::new_artists) || is_trained(Section::known_artists);
    }

    std::map<std::string, std::string> save() const;
    static ReplayRanker load(const std::map<std::string, std::string>& blobs);

  private:
    /// What a section's past taught.
    struct Learnt {
        std::optional<learning::Booster> trees;
        std::uint64_t n_met = 0;  ///< tracks met and kept that they were shown

        double reach_weight() const noexcept;
    };

    std::array<Learnt, n_sections> learnt_;  ///< by Section
};

/// The moments by which values are compared; of values that are all alike, or of none, the deviation is 1, so that others
/// can be compared with them.
taste::Moments spread_of(std::span<const float> values) noexcept;

}  // namespace attune::recommend
