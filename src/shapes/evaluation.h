#pragma once

#include "core/time.h"
#include "evaluation/replay.h"
#include "shapes/shape.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace attune::shapes {

/// A moment of the past at which the models were asked.
struct EvaluationCut {
    double share = 0;
    Timestamp moment;
    std::size_t n_plays_before = 0;
    std::size_t n_first_heard = 0;
    std::size_t n_kept = 0;
    std::size_t n_candidates = 0;
    std::size_t n_relevant = 0;
    std::size_t n_artists_taken_up = 0;
    std::size_t n_artists_known = 0;
    std::optional<std::string> verdict;

    static void describe(Fields<EvaluationCut>& fields);
};

/// The word for a mean over the cuts.
inline constexpr const char* mean_of_cuts = "mean";

/// One figure with its 95 % interval; null where there is too little for it.
struct Estimate {
    std::string task;
    std::string model;
    std::string metric;
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    std::size_t n = 0;
    std::variant<double, std::string> cut;  ///< a share, or mean_of_cuts
    std::optional<std::string> verdict;

    bool is_mean() const { return cut.index() == 1; }

    static void describe(Fields<Estimate>& fields);
};

struct Evaluation {
    std::string person;
    std::vector<EvaluationCut> cuts;
    std::vector<Estimate> tasks;
    InOrder<std::string> verdicts;

    static void describe(Fields<Evaluation>& fields);
};

Evaluation evaluation_of(std::string person, const evaluation::Evaluation& evaluation);

}  // namespace attune::shapes
