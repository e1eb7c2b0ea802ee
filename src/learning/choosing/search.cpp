#include "learning/choosing/search.h"

namespace attune::learning {
namespace {

/// Passes on the wish to stop, and no progress.
class StopOnly : public ProgressSink {
  public:
    explicit StopOnly(const Task& task) : task_(task) {}
    void report(std::string_view, std::size_t, std::size_t) override { task_.check(); }

  private:
    const Task& task_;
};

}  // namespace

std::vector<Dimension> booster_space() {
    return {
        {"rounds", 50, 800, true},           {"max_depth", 2, 8, false},
        {"learning_rate", 0.01, 0.3, true},  {"subsample", 0.5, 1, false},
        {"colsample_bytree", 0.3, 1, false}, {"min_child_weight", 0.5, 30, true},
        {"lambda", 0.1, 30, true},           {"alpha", 0.001, 3, true},
    };
}

SearchResult<BoosterOptions> search_booster(const Examples& examples, std::span<const std::size_t> fold_of,
                                            const BoosterOptions& start, std::size_t n_trials,
                                            const Metric& metric, const Task& task) {
    // The progress shown is that of the trials; a model within is only asked whether to stop.
    StopOnly sink(task);
    const Task inner(&sink, {});
    return random_search<BoosterOptions>(
        start, booster_space(), n_trials, start.seed,
        [&](const BoosterOptions& options) {
            return cross_validate(examples, fold_of, booster_learner(options, inner), metric, inner);
        },
        task);
}

}  // namespace attune::learning
