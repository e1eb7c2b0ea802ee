#pragma once

#include "core/options.h"

#include <cstdint>

namespace attune::lab {

/// What every study that judges models is asked to do.
struct StudyOptions {
    int folds = 5;
    int trees = 100;
    int rounds = 100;
    int most_rows = 30000;
    std::uint64_t seed = 1;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"folds", folds, 2, 100, "parts, each judged by what was learned from the others"});
        visit(Option<int>{"trees", trees, 1, 100000, "trees of the forest"});
        visit(Option<int>{"rounds", rounds, 1, 10000, "most rounds of boosting"});
        visit(Option<int>{"most_rows", most_rows, 10, 100000000,
                          "rows studied; of larger tables a random part"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
        visit(Option<int>{"threads", threads, 1, 256, "models judged at a time"});
    }
};

}  // namespace attune::lab
