#include "clustering/neighbour_shares.h"

#include "clustering/neighbours.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace attune::clustering {
namespace {

/// Nearness of a row of ranks: one that is the same counts as 20 of one at a distance of 0.2.
float nearness(float distance) { return 1 / (distance * distance + 0.002F); }

Matrix shares_of(const Neighbours& nearest, std::span<const learning::ClassIndex> labels,
                 std::size_t n_classes) {
    Matrix shares(nearest.n_rows(), n_classes + 1);
    for (std::size_t row = 0; row < nearest.n_rows(); ++row) {
        const auto distances = nearest.distances_of(row);
        float total = 0;
        for (std::size_t j = 0; j < nearest.k; ++j) {
            shares(row, labels[nearest.rows_of(row)[j]]) += nearness(distances[j]);
            total += nearness(distances[j]);
        }
        for (std::size_t c = 0; c < n_classes; ++c) shares(row, c) /= total;
        shares(row, n_classes) = distances[0];
    }
    return shares;
}

}  // namespace

Matrix NeighbourShares::to_ranks(const Matrix& X) const {
    require(X.n_columns() == sorted_.size(), "X must have {} columns, got {}", sorted_.size(), X.n_columns());
    Matrix ranks(X.n_rows(), X.n_columns(), 0.5F);
    for (std::size_t c = 0; c < sorted_.size(); ++c) {
        const auto& sorted = sorted_[c];
        for (std::size_t row = 0; row < X.n_rows() && !sorted.empty(); ++row) {
            const float x = X(row, c);
            require(!std::isinf(x), "row {}, column {}: a value must be finite or missing", row, c);
            if (is_missing(x)) continue;
            const auto [low, high] = std::ranges::equal_range(sorted, x);
            // Equal values share the middle of their ranks.
            const auto middle = (low - sorted.begin()) + (high - sorted.begin());
            ranks(row, c) = static_cast<float>(middle) / (2 * static_cast<float>(sorted.size()));
        }
    }
    return ranks;
}

NeighbourShares NeighbourShares::fit(const Matrix& X, std::span<const learning::ClassIndex> labels,
                                     std::size_t n_classes, std::size_t k, std::size_t threads,
                                     const Task& task) {
    require(labels.size() == X.n_rows(), "labels must have {} values, one a row, got {}", X.n_rows(),
            labels.size());
    learning::class_counts(labels, n_classes);
    NeighbourShares encoder;
    encoder.n_classes_ = n_classes;
    encoder.k_ = k;
    encoder.threads_ = threads;
    encoder.labels_.assign(labels.begin(), labels.end());
    encoder.sorted_.resize(X.n_columns());
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        for (std::size_t row = 0; row < X.n_rows(); ++row) {
            if (!is_missing(X(row, c))) encoder.sorted_[c].push_back(X(row, c));
        }
        std::ranges::sort(encoder.sorted_[c]);
    }
    encoder.ranks_ = encoder.to_ranks(X);
    encoder.of_training_ = shares_of(nearest_neighbours(encoder.ranks_, k, threads, task), labels, n_classes);
    return encoder;
}

Matrix NeighbourShares::encode(const Matrix& X, const Task& task) const {
    if (X.n_rows() == 0) return Matrix(0, n_classes_ + 1);
    return shares_of(nearest_neighbours(ranks_, to_ranks(X), k_, threads_, task), labels_, n_classes_);
}

}  // namespace attune::clustering
