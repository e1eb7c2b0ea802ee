#include "learning/judging/cross_validation.h"

#include "core/error.h"
#include "learning/judging/folds.h"

#include <utility>

namespace attune::learning {
namespace {

void require_folds(const Examples& examples, std::span<const std::size_t> fold_of) {
    require(fold_of.size() == examples.X.n_rows() && examples.y.size() == fold_of.size(),
            "X, y and folds must have one length, got {}, {} and {}", examples.X.n_rows(), examples.y.size(),
            fold_of.size());
    require(examples.weights.empty() || examples.weights.size() == fold_of.size(),
            "weights must be empty or have {} values, got {}", fold_of.size(), examples.weights.size());
    require(n_folds(fold_of) >= 2, "there must be 2 folds at least, got {}", n_folds(fold_of));
}

/// What a model that learnt from rows.train says of rows.test.
std::vector<float> predict_held_out(const Examples& examples, const Split& rows, const Learner& learner) {
    const auto X = examples.X.rows(rows.train);
    const auto y = gather(examples.y, rows.train);
    const auto weights =
        examples.weights.empty() ? std::vector<float>() : gather(examples.weights, rows.train);
    auto predicted = learner({X, y, weights}, examples.X.rows(rows.test));
    require(predicted.size() == rows.test.size(), "a learner must predict {} rows, got {}", rows.test.size(),
            predicted.size());
    return predicted;
}

}  // namespace

Learner booster_learner(const BoosterOptions& options, Task task) {
    return [options, task = std::move(task)](const Examples& train, const Matrix& X_test) {
        return Booster::fit(train.X, train.y, train.weights, options, task).predict(X_test);
    };
}

std::vector<float> cross_fit(const Examples& examples, std::span<const std::size_t> fold_of,
                             const Learner& learner, const Task& task) {
    require_folds(examples, fold_of);
    std::vector<float> predicted(fold_of.size());
    const auto k = n_folds(fold_of);
    for (std::size_t fold = 0; fold < k; ++fold) {
        task.report("cross-fitting", fold, k);
        const auto rows = split(fold_of, fold);
        if (rows.test.empty()) continue;
        const auto held_out = predict_held_out(examples, rows, learner);
        for (std::size_t i = 0; i < rows.test.size(); ++i) predicted[rows.test[i]] = held_out[i];
    }
    return predicted;
}

std::optional<double> cross_validate(const Examples& examples, std::span<const std::size_t> fold_of,
                                     const Learner& learner, const Metric& metric, const Task& task) {
    const auto predicted = cross_fit(examples, fold_of, learner, task);
    double sum = 0;
    int n_defined = 0;
    for (std::size_t fold = 0; fold < n_folds(fold_of); ++fold) {
        const auto rows = split(fold_of, fold).test;
        const auto value = metric(gather(predicted, rows), gather(examples.y, rows));
        if (!value) continue;
        sum += *value;
        ++n_defined;
    }
    if (n_defined == 0) return std::nullopt;
    return sum / n_defined;
}

}  // namespace attune::learning
