#include "learning/choosing/selection.h"

#include "core/error.h"
#include "core/hash.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

namespace attune::learning {
namespace {

/// Equal values have equal bits: all NaN are one, and so are 0 and -0.
std::uint32_t bits_of(float value) {
    if (is_missing(value)) return std::bit_cast<std::uint32_t>(missing);
    return std::bit_cast<std::uint32_t>(value + 0.0F);
}

bool are_equal(const Matrix& X, std::size_t a, std::size_t b) {
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        if (bits_of(X(row, a)) != bits_of(X(row, b))) return false;
    }
    return true;
}

bool is_constant(const Matrix& X, std::size_t column) {
    for (std::size_t row = 1; row < X.n_rows(); ++row) {
        if (bits_of(X(row, column)) != bits_of(X(0, column))) return false;
    }
    return true;
}

std::uint64_t hash_of(const Matrix& X, std::size_t column) {
    std::uint64_t hash = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row) hash = combine_hashes(hash, bits_of(X(row, column)));
    return hash;
}

}  // namespace

std::vector<std::size_t> informative_columns(const Matrix& X) {
    std::vector<std::size_t> kept;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_hash;
    for (std::size_t column = 0; column < X.n_columns(); ++column) {
        if (is_constant(X, column)) continue;
        auto& alike = by_hash[hash_of(X, column)];
        if (std::ranges::any_of(alike, [&](std::size_t other) { return are_equal(X, other, column); }))
            continue;
        alike.push_back(column);
        kept.push_back(column);
    }
    return kept;
}

std::vector<double> cross_fitted_gain(const Examples& examples, std::span<const std::size_t> fold_of,
                                      const BoosterOptions& options, const Task& task) {
    const auto& [X, y, weights] = examples;
    require(fold_of.size() == X.n_rows(), "X and folds must have one length, got {} and {}", X.n_rows(),
            fold_of.size());
    const auto k = n_folds(fold_of);
    require(k >= 2, "there must be 2 folds at least, got {}", k);
    std::vector<double> gain(X.n_columns(), 0.0);
    for (std::size_t fold = 0; fold < k; ++fold) {
        task.report("weighing columns", fold, k);
        const auto rows = split(fold_of, fold).train;
        const auto own_weights = weights.empty() ? std::vector<float>() : gather(weights, rows);
        const auto share =
            Booster::fit(X.rows(rows), gather(y, rows), own_weights, options).gain_importance();
        for (std::size_t column = 0; column < gain.size(); ++column) gain[column] += share[column];
    }
    const double total = std::accumulate(gain.begin(), gain.end(), 0.0);
    for (auto& share : gain) share = total > 0 ? share / total : 0;
    return gain;
}

std::vector<std::size_t> top_columns(std::span<const double> importance, std::size_t k) {
    std::vector<std::size_t> columns(importance.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    std::ranges::stable_sort(columns, std::ranges::greater{},
                             [&](std::size_t column) { return importance[column]; });
    columns.resize(std::min(k, columns.size()));
    std::ranges::sort(columns);
    return columns;
}

std::vector<std::size_t> select_columns(const Examples& examples, std::span<const std::size_t> fold_of,
                                        const BoosterOptions& options, std::size_t k, const Task& task) {
    const auto informative = informative_columns(examples.X);
    if (informative.size() <= k) return informative;
    const auto X = examples.X.columns(informative);
    const auto gain = cross_fitted_gain({X, examples.y, examples.weights}, fold_of, options, task);
    return gather(informative, top_columns(gain, k));
}

}  // namespace attune::learning
