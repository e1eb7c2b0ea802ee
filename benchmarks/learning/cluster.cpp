#include "blob.h"
#include "clustering/affinity_propagation.h"
#include "clustering/isolation_forest.h"
#include "tasks.h"

#include <algorithm>

namespace attune::bench {
namespace {

Matrix matrix_of(const Settings& settings) {
    const auto blob = read_blob(settings.text("X"));
    Matrix X(blob.n_rows, blob.n_columns);
    std::ranges::transform(blob.values, X.values().begin(), [](double x) { return static_cast<float>(x); });
    return X;
}

}  // namespace

void propagate(const Settings& settings) {
    const auto X = matrix_of(settings);
    clustering::AffinityOptions options;
    options.damping = settings.number("damping", 0.5);
    options.threads = static_cast<int>(settings.number("threads", 2));
    const Stopwatch watch;
    const auto found = clustering::affinity_propagation(X, std::numeric_limits<double>::quiet_NaN(), options);
    fmt::print("{{\"seconds\": {}, \"iterations\": {}, \"converged\": {}}}\n", watch.seconds(),
               found.iterations, found.has_converged);
    write_blob(settings.text("out"), found.exemplars.size(), 1, found.exemplars);
}

void isolate(const Settings& settings) {
    const auto X = matrix_of(settings);
    clustering::IsolationOptions options;
    options.seed = static_cast<std::uint64_t>(settings.number("seed", 1));
    options.threads = static_cast<int>(settings.number("threads", 2));
    const Stopwatch watch;
    const auto scores = clustering::IsolationForest::fit(X, options).score(X);
    fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
    write_blob(settings.text("out"), scores.size(), 1, scores);
}

}  // namespace attune::bench
