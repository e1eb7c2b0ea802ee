#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "genres/tag_profiles.h"

#include <cstddef>
#include <vector>

namespace attune::genres {

struct SpreadingOptions {
    int neighbours = 30;
    double power = 4;
    double reach = 0.8;
    int rounds = 15;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"neighbours", neighbours, 1, 1000, "tags that a tag is tied to"});
        visit(Option<double>{"power", power, 0.1, 20, "of the cosine, which is the strength of a tie"});
        visit(Option<double>{"reach", reach, 0, 0.999,
                             "share that comes from the neighbours in a round [alpha]"});
        visit(Option<int>{"rounds", rounds, 1, 1000, "rounds of spreading"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to find neighbours with"});
    }
};

/// Which tags stand near which, by the vectors of their company; for spreading what is known of some to
/// others.
///
/// Source: D. Zhou et al., "Learning with local and global consistency", NIPS 2003.
class TagGraph {
  public:
    TagGraph() = default;
    explicit TagGraph(const TagProfiles& profiles, const SpreadingOptions& options = {},
                      const Task& task = {});

    /// Spreads labels of shape (n_tags, n_labels), rows of 0 where nothing is known. The outcome has the same
    /// shape and is >= 0; 0 for tags that no label reaches.
    Matrix spread(const Matrix& labels) const;

  private:
    struct Tie {
        std::size_t other = 0;
        double strength = 0;  ///< over the root of both sums of strengths
    };

    std::vector<std::vector<Tie>> ties_;
    SpreadingOptions options_;
};

}  // namespace attune::genres
