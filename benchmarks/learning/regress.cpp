#include "blob.h"
#include "learning/booster.h"
#include "learning/classification.h"
#include "learning/forest.h"
#include "learning/judge.h"
#include "learning/ols.h"
#include "tasks.h"

#include <algorithm>

namespace attune::bench {

using namespace learning;

void regress(const Settings& settings) {
    const auto blob = read_blob(settings.text("X"));
    Matrix X(blob.n_rows, blob.n_columns);
    std::ranges::transform(blob.values, X.values().begin(), [](double x) { return static_cast<float>(x); });
    std::vector<float> y;
    for (const double value : read_blob(settings.text("y")).values) y.push_back(static_cast<float>(value));
    std::vector<std::size_t> fold_of;
    for (const double fold : read_blob(settings.text("folds")).values)
        fold_of.push_back(static_cast<std::size_t>(fold));
    // Half of what boosted trees expect, half of the median that a forest says: the first is better where
    // most is known, the second does not mind that a third of all songs have popularity near 0.
    BoosterOptions boosted;
    boosted.objective = Objective::squared_error;
    boosted.rounds = 500;
    boosted.max_depth = 8;
    boosted.learning_rate = 0.03F;
    boosted.subsample = 0.7F;
    boosted.colsample_bynode = 0.5F;
    boosted.min_child_weight = 10;
    boosted.threads = static_cast<int>(settings.number("threads", 2));
    ForestOptions forest;
    forest.trees = 150;
    forest.least_leaf = 8;
    forest.columns = 7;
    forest.threads = boosted.threads;
    constexpr float step = 2;
    std::vector<ClassIndex> steps;
    for (const float value : y) steps.push_back(static_cast<ClassIndex>(value / step));
    const auto n_steps = std::size_t{std::ranges::max(steps)} + 1;
    const Stopwatch watch;
    const auto P = judge_by_folds(fold_of, [&](std::span<const std::size_t> train, const attune::Task&) {
        const auto booster = Booster::fit(X.rows(train), gather(y, train), {}, boosted);
        const auto trees = ClassForest::fit(X.rows(train), gather(steps, train), n_steps, {}, forest);
        return Fitted{[&X, booster, trees](std::span<const std::size_t> test) {
                          const auto X_test = X.rows(test);
                          const auto means = booster.predict(X_test);
                          // Whole numbers: a step holds the ones from half below its first.
                          const auto medians = quantiles_of_steps(trees.predict(X_test), -0.5, step, 0.5);
                          Matrix predicted(test.size(), 1);
                          for (std::size_t i = 0; i < test.size(); ++i)
                              predicted(i, 0) = (means[i] + medians[i]) / 2;
                          return predicted;
                      },
                      {{"the models", SeenRows(train)}}};
    });
    fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
    write_blob(settings.text("out"), P.n_rows(), 1, P.values());
}

void least_squares(const Settings& settings) {
    const auto blob = read_blob(settings.text("X"));
    const auto y = read_blob(settings.text("y")).values;
    Design design;
    for (std::size_t c = 0; c < blob.n_columns; ++c) design.names.push_back(fmt::format("x{}", c));
    for (std::size_t row = 0; row < blob.n_rows; ++row) design.rows.push_back(row);
    design.values = blob.values;
    OlsOptions options;
    options.covariance = static_cast<Covariance>(static_cast<int>(settings.number("covariance", 0)));
    const Stopwatch watch;
    const auto fit = fit_ols(design, y, {}, options);
    fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
    std::vector<double> figures{fit.r2,
                                fit.r2_adjusted,
                                fit.f,
                                fit.f_p,
                                fit.aic,
                                fit.bic,
                                fit.log_likelihood,
                                fit.condition_number,
                                fit.residual_variance};
    for (const auto& line : fit.coefficients) {
        for (const double x : {line.estimate, line.std_error, line.t, line.p, line.low, line.high})
            figures.push_back(x);
    }
    write_blob(settings.text("out"), figures.size(), 1, figures);
}

}  // namespace attune::bench
