#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "genres/name_words.h"
#include "genres/spreading.h"
#include "genres/tag_profiles.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// What tells the branch of a tag.
enum class Evidence {
    name,     ///< the words in it
    company,  ///< the tags that stand beside it at artists
    sound,    ///< the mean features of the artists called so
};
inline constexpr std::size_t n_evidences = 3;
inline constexpr std::array<std::string_view, n_evidences> evidence_names{"name", "company", "sound"};

/// The three powers are those at which the product of the evidences was best calibrated on known tags kept
/// back (docs/reference/genres.md).
struct BranchingOptions {
    double name = 0.45;
    double company = 0.6;
    double sound = 0.45;
    double vector_penalty = 2;
    double sound_penalty = 3;
    SpreadingOptions spreading;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"name", name, 0, 10, "power of what the name says"});
        visit(Option<double>{"company", company, 0, 10, "power of what the tags beside it say"});
        visit(Option<double>{"sound", sound, 0, 10, "power of what its sound says"});
        visit(Option<double>{"vector_penalty", vector_penalty, 0, 1e6, "L2 penalty of the model on vectors"});
        visit(Option<double>{"sound_penalty", sound_penalty, 0, 1e6, "L2 penalty of the model on sound"});
    }
};

/// What each evidence says of one tag, and all together.
struct TagBranches {
    std::vector<double> weights;  ///< shape (n_branches,), sum 1
    /// Probabilities by evidence, shape (n_branches,); empty where it says nothing.
    std::array<std::vector<double>, n_evidences> evidence;

    bool has_evidence() const noexcept;
    const std::vector<double>& operator[](Evidence which) const {
        return evidence[static_cast<std::size_t>(which)];
    }
};

/// Learns from tags whose branches are known what the branches of all others are. Each evidence gives
/// probabilities; they are multiplied, each to its power, so that one that is sure outweighs one that is not,
/// and a hybrid keeps what it has of several branches. A known tag is told here as if it were not.
class Branching {
  public:
    Branching() = default;

    /// @param known  tags with weights of shape (n_branches,); those that are not in the profiles teach words
    /// @throws Error{invalid_argument} if none is known, or weights have another shape; Error{interrupted}
    Branching(const TagProfiles& profiles, const std::vector<KnownTag>& known, std::size_t n_branches,
              const BranchingOptions& options = {}, const Task& task = {});

    /// The tag of a row of the profiles.
    const TagBranches& of(std::size_t tag) const { return tags_[tag]; }

    /// A tag that the profiles do not have: by its name alone.
    TagBranches of_name(std::string_view tag) const;

    const NameWords& words() const noexcept { return words_; }

  private:
    void combine(TagBranches& tag) const;

    NameWords words_;
    std::vector<TagBranches> tags_;
    BranchingOptions options_;
};

/// The product of the evidences, each to its power, scaled to sum 1; the prior where there is none.
std::vector<double> combined(const TagBranches& tag, const std::vector<double>& prior,
                             const BranchingOptions& options);

}  // namespace attune::genres
