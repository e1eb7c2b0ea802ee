// A seed's tracks, sorted by a person into good and bad, told apart by 13 numbers on their sound.
// Usage: seed_good_bad [number of seeds, default 5] [threads, default all cores]

#include "core/parallel.h"
#include "csv_table.h"
#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"
#include "learning/linear/linear.h"
#include "learning/trees/booster.h"
#include "trial.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::seed {
namespace {

struct Tracks {
    Matrix X;
    std::vector<float> y;
};

Tracks read_tracks(const CsvTable& table) {
    const auto label = table.column("class");
    Tracks tracks{Matrix(table.rows.size(), table.columns.size() - 1, missing), {}};
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        tracks.y.push_back(static_cast<float>(table.number(row, label).value()));
        std::size_t to = 0;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            if (c == label) continue;
            tracks.X(row, to++) = static_cast<float>(table.number(row, c).value_or(missing));
        }
    }
    return tracks;
}

std::vector<float> majority(std::span<const float> y, std::size_t n_test) {
    const auto positive = std::ranges::count(y, 1.0F);
    return std::vector<float>(n_test, 2 * positive >= static_cast<std::ptrdiff_t>(y.size()) ? 1.0F : 0.0F);
}

learning::BoosterOptions boosting() {
    learning::BoosterOptions options;
    options.rounds = 300;
    options.max_depth = 5;
    options.subsample = 0.7F;
    options.colsample_bytree = 0.5F;
    options.min_child_weight = 3;
    options.lambda = 2;
    return options;
}

void measure(const Tracks& tracks, const std::string& model, const Learner& learner, std::size_t n_seeds,
             std::size_t threads) {
    std::vector<double> aucs;
    std::vector<double> accuracies;
    for (std::uint64_t seed = 1; seed <= n_seeds; ++seed) {
        const auto folds = learning::stratified_k_folds(tracks.y, 10, seed);
        const auto predicted = predict_folds(learner, tracks.y, folds, threads);
        aucs.push_back(
            mean_over_folds([](auto p, auto y) { return learning::auc(p, y); }, predicted, tracks.y, folds));
        accuracies.push_back(mean_over_folds([](auto p, auto y) { return learning::accuracy(p, y); },
                                             predicted, tracks.y, folds));
    }
    fmt::print("  {:<12} AUC {}   accuracy {}\n", model, over_seeds(aucs), over_seeds(accuracies));
}

int run(std::size_t n_seeds, std::size_t threads) {
    const auto folder = data_directory() / "seed_good_bad";
    if (!has_data(folder)) return 0;
    const auto tracks = read_tracks(read_csv(folder / "features.csv"));
    fmt::print("{} tracks, {} good, {} columns; 10 folds x {} seeds\n", tracks.X.n_rows(),
               std::ranges::count(tracks.y, 1.0F), tracks.X.n_columns(), n_seeds);
    measure(
        tracks, "majority", [](auto, auto y, auto test) { return majority(y, test.size()); }, n_seeds,
        threads);
    measure(
        tracks, "logistic",
        [&](auto train, auto y, auto test) {
            return learning::LogisticRegression::fit(tracks.X.rows(train), y, {})
                .predict(tracks.X.rows(test));
        },
        n_seeds, threads);
    measure(
        tracks, "boosting",
        [&](auto train, auto y, auto test) {
            return learning::Booster::fit(tracks.X.rows(train), y, {}, boosting())
                .predict(tracks.X.rows(test));
        },
        n_seeds, threads);
    return 0;
}

}  // namespace
}  // namespace attune::seed

int main(int argc, char** argv) {
    try {
        const std::size_t n_seeds = argc > 1 ? std::stoul(argv[1]) : 5;
        const std::size_t threads = argc > 2 ? std::stoul(argv[2]) : attune::default_threads();
        return attune::seed::run(n_seeds, threads);
    } catch (const std::exception& error) {
        fmt::print(stderr, "seed_good_bad: {}\n", error.what());
        return 1;
    }
}
