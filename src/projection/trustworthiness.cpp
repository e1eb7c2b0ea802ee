#include "projection/trustworthiness.h"

#include "clustering/neighbours.h"
#include "core/error.h"
#include "core/parallel.h"

#include <algorithm>
#include <vector>

namespace attune::projection {
namespace {

std::vector<double> distances_from(const Matrix& X, std::size_t row) {
    std::vector<double> distances;
    for (std::size_t other = 0; other < X.n_rows(); ++other)
        distances.push_back(clustering::squared_distance(X.row(row), X.row(other)));
    return distances;
}

/// What the neighbours of one row cost.
double cost_of(const Matrix& X, const Matrix& map, std::size_t row, std::size_t k) {
    const auto on_map = distances_from(map, row);
    const auto in_table = distances_from(X, row);
    std::vector<std::size_t> others;
    for (std::size_t other = 0; other < X.n_rows(); ++other) {
        if (other != row) others.push_back(other);
    }
    std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(k), {},
                              [&](std::size_t other) { return std::pair(on_map[other], other); });
    double cost = 0;
    for (std::size_t i = 0; i < k; ++i) {
        std::size_t rank = 1;
        for (std::size_t other = 0; other < X.n_rows(); ++other)
            rank += other != row && in_table[other] < in_table[others[i]] ? 1 : 0;
        cost += rank > k ? static_cast<double>(rank - k) : 0;
    }
    return cost;
}

}  // namespace

double trustworthiness(const Matrix& X, const Matrix& map, std::size_t k, std::size_t n_sample,
                       std::size_t threads, const Task& task) {
    clustering::require_known(X);
    clustering::require_known(map);
    const auto n = X.n_rows();
    require(map.n_rows() == n, "a map must have one place a row, got {} for {}", map.n_rows(), n);
    require(k >= 1 && 2 * k < n, "k must be in [1, {}), got {}", n / 2, k);
    const auto n_judged = n_sample == 0 ? n : std::min(n, n_sample);
    std::vector<double> costs(n_judged);
    parallel_for(n_judged, threads, [&](std::size_t i) {
        task.check();
        costs[i] = cost_of(X, map, i * n / n_judged, k);
    });
    double total = 0;
    for (const double cost : costs) total += cost;
    const auto size = static_cast<double>(n);
    const auto near = static_cast<double>(k);
    return 1 - total * 2 / (static_cast<double>(n_judged) * near * (2 * size - 3 * near - 1));
}

}  // namespace attune::projection
