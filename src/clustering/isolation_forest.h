#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::clustering {

struct IsolationOptions {
    int trees = 100;
    int sample = 256;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"trees", trees, 1, 100000, "trees averaged"});
        visit(Option<int>{"sample", sample, 2, 1000000, "rows that a tree sees [psi]"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// How few random cuts set a row apart from all others: an outlier takes few. Needs no scale and no labels.
/// Missing values are refused.
///
/// Source: F. T. Liu, K. M. Ting, Z.-H. Zhou, "Isolation forest", ICDM 2008.
class IsolationForest {
  public:
    /// The same input and seed give the same forest, with any number of threads.
    /// @throws Error{invalid_argument} if there are fewer than 2 rows or a value is not finite;
    /// Error{interrupted}
    static IsolationForest fit(const Matrix& X, const IsolationOptions& options = {}, const Task& task = {});

    /// 2^(-mean depth / expected depth) of each row, in (0, 1): near 1 for an outlier, about 0.5 or less for
    /// others.
    std::vector<double> score(const Matrix& X) const;

    struct Node {
        float threshold = 0;
        std::int32_t column = -1;  ///< -1: a leaf
        std::uint32_t next = 0;  ///< the node of those below the threshold; the others go to the one after it
        float depth = 0;         ///< of a leaf: its depth and what its rows would still take
    };

  private:
    std::vector<std::vector<Node>> trees_;
    std::size_t n_columns_ = 0;
    double expected_depth_ = 1;
    std::size_t threads_ = 1;
};

}  // namespace attune::clustering
