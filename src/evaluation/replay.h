#pragma once

#include "core/task.h"
#include "library/collection.h"
#include "recommend/listeners.h"

#include <cstddef>
#include <cstdint>
#include <memory>
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
    bool leave_one_out =
        false;  ///< judge attune once more without each source of evidence: takes several times as long
};

/// One moment of the past at which the models were asked.
struct Cut {
    double share = 0;
    Timestamp moment;
    std::size_t n_plays_before = 0;
    std::size_t n_first_heard = 0;       ///< songs first heard afterwards
    std::size_t n_kept = 0;              ///< of these
    std::size_t n_candidates = 0;        ///< songs of the catalogues not heard before
    std::size_t n_relevant = 0;          ///< of these, kept afterwards
    std::size_t n_artists_taken_up = 0;  ///< new artists played five times afterwards
    std::size_t n_artists_known = 0;     ///< of these, known to other listeners
    std::string verdict;                 ///< "too few" if a task has no figures here, and which; else empty
};

/// One figure with its 95 % interval. Metrics: "auc", "recall@20", ..., "ndcg@100", and of the model "attune"
/// also
/// "<metric> minus <baseline>", a paired difference.
struct Figure {
    std::string task;  ///< "keep_it", "discovery", "new_artists" or "list"
    std::string model;
    std::string metric;
    std::optional<double> cut;    ///< none: the mean over the cuts that have figures
    std::size_t n = 0;            ///< keep_it: songs judged; discovery: relevant songs; of a mean: their sum
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
/// * keep_it: of the songs first heard afterwards, which are kept (heard for 90 s at least twice)? Judged by
/// AUC.
/// * discovery: of all songs of the catalogues that were not heard before, which will be kept? Judged by
///   recall@20/100/500 and NDCG@100 of the full ranking, no sampling of negatives.
///
/// * list: what the first 100 of discovery look like (no intervals): "artists@100", distinct ones;
/// "new_artists@100",
///   the share by artists never played; "diversity@100", one minus the mean cosine of two artists among
///   genres; "novelty@100", the mean surprise of an artist in bits, by how many other listeners play it. Also
///   hub_figures().
///
/// Beside the model "attune" stand "random", "popularity", "more_from_my_artists" and
/// "audio_nearest_neighbours". Intervals are bootstrapped by artist, the same resamples for all models and
/// cuts, so that means and differences are paired. The same input and seed give the same figures on any
/// number of threads.
///
/// @throws Error{invalid_argument} for a cut outside (0, 1) or no resamples; Error{interrupted}
///
/// @param listeners  other listeners, or null; with them:
/// * "attune" of both tasks knows them, and "attune_without_listeners" stands beside it;
/// * discovery has the model "listeners", who know nothing but what people like the person play;
/// * new_artists: of all artists that the community knows and the person had never played, which will be
/// played five
///   times? Judged by recall@100/500, beside every model of co-listening.
Evaluation evaluate(const library::Collection& collection, const library::History& history,
                    const std::shared_ptr<const recommend::Listeners>& listeners,
                    const EvaluateOptions& options = {}, const Task& task = {});

}  // namespace attune::evaluation
