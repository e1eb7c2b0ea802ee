#include "trial.h"

#include "core/parallel.h"
#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace attune::seed {

std::vector<float> predict_folds(const Learner& learner, std::span<const float> y, const Folds& folds,
                                 std::size_t threads) {
    std::vector<float> predicted(y.size());
    parallel_for(learning::n_folds(folds), threads, [&](std::size_t fold) {
        const auto [train, test] = learning::split(folds, fold);
        const auto of_fold = learner(train, gather(y, train), test);
        for (std::size_t i = 0; i < test.size(); ++i) predicted[test[i]] = of_fold[i];
    });
    return predicted;
}

double mean_over_folds(const Metric& metric, std::span<const float> predicted, std::span<const float> y,
                       const Folds& folds) {
    double sum = 0;
    double n = 0;
    for (std::size_t fold = 0; fold < learning::n_folds(folds); ++fold) {
        const auto test = learning::split(folds, fold).test;
        if (const auto value = metric(gather(predicted, test), gather(y, test))) {
            sum += *value;
            n += 1;
        }
    }
    return n > 0 ? sum / n : 0;
}

std::vector<float> blend(std::span<const std::vector<float>> predictions, const Folds& folds) {
    std::vector<float> blended(folds.size());
    for (std::size_t fold = 0; fold < learning::n_folds(folds); ++fold) {
        const auto test = learning::split(folds, fold).test;
        const double last = std::max(1.0, static_cast<double>(test.size()) - 1);
        const auto share = 1 / (last * static_cast<double>(predictions.size()));
        for (const auto& prediction : predictions) {
            const auto ranks = learning::ranks(gather(prediction, test));
            for (std::size_t i = 0; i < test.size(); ++i)
                blended[test[i]] += static_cast<float>((ranks[i] - 1) * share);
        }
    }
    return blended;
}

std::string over_seeds(std::span<const double> values) {
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    const auto [least, largest] = std::ranges::minmax(values);
    return fmt::format("{:.4f} ({:.4f}-{:.4f})", mean, least, largest);
}

}  // namespace attune::seed
