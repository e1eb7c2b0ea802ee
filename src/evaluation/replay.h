#pragma once

#include "core/json.h"
#include "core/task.h"
#include "library/collection.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::evaluation {

struct EvaluateOptions {
    std::vector<double> cuts = {0.5, 0.6, 0.7, 0.8};  ///< shares of the plays, each in (0, 1)
    std::size_t resamples = 1000;
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    std::size_t least_relevant = 20;  ///< fewer relevant items give no figures and no verdict
};

/// One moment of the past at which the models were asked.
struct Cut {
    double share = 0;
    Timestamp moment;
    std::size_t n_plays_before = 0;
    std::size_t n_first_heard = 0;  ///< songs first heard afterwards
    std::size_t n_kept = 0;         ///< of these
    std::size_t n_candidates = 0;   ///< songs of the catalogues not heard before
    std::size_t n_relevant = 0;     ///< of these, kept afterwards
    std::string verdict;            ///< "too few" if a task has no figures here, and which; else empty
};

/// One figure with its 95 % interval. Metrics: "auc", "recall@20", ..., "ndcg@100", and of the model "attune" also
/// "<metric> minus <baseline>", a paired difference.
struct Figure {
    std::string task;           ///< "keep_it" or "discovery"
    std::string model;
    std::string metric;
    std::optional<double> cut;  ///< none: the mean over the cuts that have figures
    std::size_t n = 0;          ///< keep_it: songs judged; discovery: relevant songs; of a mean: their sum
    std::optional<double> value;  ///< none: too few
    std::optional<double> low;
    std::optional<double> high;
};

struct Verdict {
    std::string task;
    std::string text;  ///< one or two sentences in plain words
};

struct Evaluation {
    std::vector<Cut> cuts;
    std::vector<Figure> figures;
    std::vector<Verdict> verdicts;

    /// The figure, if there is one; `cut` none for the mean.
    const Figure* find(std::string_view task, std::string_view model, std::string_view metric,
                       std::optional<double> cut = std::nullopt) const;
};

/// Replays a person's past in time order. At each cut the models learn from what was known before it
/// (library::known_before, without what has no date) and are judged by what came after:
///
/// * keep_it: of the songs first heard afterwards, which are kept (heard for 90 s at least twice)? Judged by AUC.
/// * discovery: of all songs of the catalogues that were not heard before, which will be kept? Judged by
///   recall@20/100/500 and NDCG@100 of the full ranking, no sampling of negatives.
///
/// Beside the model "attune" stand "random", "popularity", "more_from_my_artists" and "audio_nearest_neighbours".
/// Intervals are bootstrapped by artist, the same resamples for all models and cuts, so that means and differences
/// are paired. The same input and seed give the same figures on any number of threads.
///
/// @throws Error{invalid_argument} for a cut outside (0, 1) or no resamples; Error{interrupted}
Evaluation evaluate(const library::Collection& collection, const library::History& history,
                    const EvaluateOptions& options = {}, const Task& task = {});

/// {"cuts": [...], "tasks": [{"task", "model", "metric", "cut", "value", "low", "high", "n"}], "verdicts": {...}};
/// "cut" is a share or "mean", a figure that there is too little for is null.
Json to_json(const Evaluation& evaluation);

}  // namespace attune::evaluation
