#include "lab/classes/drivers.h"

#include "core/random.h"
#include "lab/models/encoder.h"
#include "lab/rows/row_filter.h"
#include "learning/judging/classification.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::lab {
namespace {

// Contributions cost some hundred predictions a row.
constexpr std::size_t rows_explained = 400;
// Every feature is shuffled and all is predicted again: so many rows tell to a percent.
constexpr std::size_t rows_shuffled = 3000;
constexpr int shufflings = 3;

/// X with the columns of one feature taken from other rows, all of a row from the same one.
Matrix shuffled(const HeldOut& held_out, const std::string& feature, Random& random) {
    std::vector<std::size_t> from(held_out.X.n_rows());
    std::iota(from.begin(), from.end(), std::size_t{0});
    random.shuffle(from);
    Matrix X = held_out.X;
    for (std::size_t column = 0; column < X.n_columns(); ++column) {
        if (held_out.sources[column] != feature) continue;
        for (std::size_t row = 0; row < X.n_rows(); ++row) X(row, column) = held_out.X(from[row], column);
    }
    return X;
}

}  // namespace

std::vector<std::size_t> rows_to_shuffle(std::span<const std::size_t> test, std::uint64_t seed) {
    return gather(test, some_rows(test.size(), rows_shuffled, seed));
}

std::vector<Driver> drivers_of(const HeldOut& held_out, std::uint64_t seed, const Task& task) {
    std::vector<Driver> drivers;
    for (const auto& feature : held_out.sources) {
        if (std::ranges::find(drivers, feature, &Driver::feature) == drivers.end())
            drivers.push_back({feature, 0, 0});
    }
    const double whole = held_out.score(held_out.X).value_or(0);
    for (std::size_t d = 0; d < drivers.size(); ++d) {
        task.report("asking what drives it", d, drivers.size());
        Random random(seed + d);
        double kept = 0;
        for (int i = 0; i < shufflings; ++i)
            kept += held_out.score(shuffled(held_out, drivers[d].feature, random)).value_or(0);
        drivers[d].permutation = whole - kept / shufflings;
    }
    const auto rows = some_rows(held_out.X.n_rows(), rows_explained, seed);
    const auto moved = held_out.model.contributions(held_out.X.rows(rows));
    for (auto& driver : drivers) {
        for (std::size_t row = 0; row < moved.n_rows(); ++row) {
            double sum = 0;
            for (std::size_t column = 0; column < held_out.sources.size(); ++column)
                sum +=
                    held_out.sources[column] == driver.feature ? static_cast<double>(moved(row, column)) : 0;
            driver.shap += std::abs(sum) / static_cast<double>(moved.n_rows());
        }
    }
    std::ranges::stable_sort(drivers, std::greater{}, &Driver::permutation);
    return drivers;
}

std::vector<Driver> class_drivers(const StudyData& data, std::span<const std::size_t> fold_of,
                                  const GenreStudyOptions& options, const Task& task) {
    const auto parts = learning::split(fold_of, 0);
    const auto train = gather(data.rows, parts.train);
    const auto encoder = Encoder::fit(data.table, train, data.features, data.sounds, {});
    const auto X = encoder.apply(data.table, train);
    const auto labels = gather(data.classes.of_row, parts.train);
    const auto model = fit_boosted_classes(X, labels, data.classes.n_classes(),
                                           {options.trees, options.rounds, options.seed}, task);
    const auto test = rows_to_shuffle(parts.test, options.seed);
    const auto truth = gather(data.classes.of_row, test);
    const HeldOut held_out{
        model, encoder.apply(data.table, gather(data.rows, test)), encoder.sources(),
        [&](const Matrix& shuffled_X) {
            return learning::accuracy(learning::outcomes_of(model.probabilities(shuffled_X), truth));
        }};
    return drivers_of(held_out, options.seed, task);
}

}  // namespace attune::lab
