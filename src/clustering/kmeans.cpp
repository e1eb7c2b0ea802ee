#include "clustering/kmeans.h"

#include "clustering/neighbours.h"
#include "core/error.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::clustering {
namespace {

/// Centres that lie apart: each new one is the best of some rows drawn by their squared distance to those
/// before.
Matrix start_centres(const Matrix& X, std::size_t k, Random& random) {
    const auto n_tries = 2 + static_cast<std::size_t>(std::log(static_cast<double>(k)));
    Matrix centres;
    centres.add_row(X.row(random.below(X.n_rows())));
    std::vector<double> nearest(X.n_rows());
    for (std::size_t row = 0; row < X.n_rows(); ++row)
        nearest[row] = squared_distance(X.row(row), centres.row(0));
    std::vector<double> tried(X.n_rows());
    while (centres.n_rows() < k) {
        const double total = std::accumulate(nearest.begin(), nearest.end(), 0.0);
        double least = std::numeric_limits<double>::infinity();
        std::vector<double> best;
        std::size_t chosen = 0;
        for (std::size_t attempt = 0; attempt < n_tries; ++attempt) {
            // Where all rows lie on centres any one will do.
            const auto row = total > 0 ? random.weighted(nearest) : random.below(X.n_rows());
            for (std::size_t i = 0; i < tried.size(); ++i)
                tried[i] = std::min(nearest[i], squared_distance(X.row(i), X.row(row)));
            const double left = std::accumulate(tried.begin(), tried.end(), 0.0);
            if (left < least || best.empty()) {
                least = left;
                best = tried;
                chosen = row;
            }
        }
        nearest = std::move(best);
        centres.add_row(X.row(chosen));
    }
    return centres;
}

struct Step {
    Assignment cluster_of;
    std::vector<double> distances;  // squared
};

Step assign_rows(const Matrix& X, const Matrix& centres, std::size_t threads, const Task& task) {
    const auto nearest = nearest_neighbours(centres, X, 1, threads, task);
    Step step{nearest.rows, {}};
    for (const float distance : nearest.distances)
        step.distances.push_back(static_cast<double>(distance) * distance);
    return step;
}

/// Moves each centre to the mean of its rows; an empty one to the row that is worst off.
void move_centres(const Matrix& X, Step& step, Matrix& centres) {
    const auto k = centres.n_rows();
    std::vector<std::vector<double>> sums(k, std::vector<double>(X.n_columns(), 0.0));
    std::vector<std::size_t> counts(k, 0);
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        ++counts[step.cluster_of[row]];
        for (std::size_t c = 0; c < X.n_columns(); ++c) sums[step.cluster_of[row]][c] += X(row, c);
    }
    for (std::size_t cluster = 0; cluster < k; ++cluster) {
        if (counts[cluster] == 0) {
            const auto worst = std::ranges::max_element(step.distances);
            std::ranges::copy(X.row(static_cast<std::size_t>(worst - step.distances.begin())),
                              centres.row(cluster).begin());
            *worst = 0;
            continue;
        }
        for (std::size_t c = 0; c < X.n_columns(); ++c)
            centres(cluster, c) = static_cast<float>(sums[cluster][c] / static_cast<double>(counts[cluster]));
    }
}

KMeans run(const Matrix& X, Matrix centres, const KMeansOptions& options, const Task& task) {
    const auto threads = static_cast<std::size_t>(options.threads);
    auto step = assign_rows(X, centres, threads, task);
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        const auto before = step.cluster_of;
        move_centres(X, step, centres);
        step = assign_rows(X, centres, threads, task);
        if (step.cluster_of == before) break;
    }
    const double inertia = std::accumulate(step.distances.begin(), step.distances.end(), 0.0);
    return {std::move(centres), std::move(step.cluster_of), inertia};
}

}  // namespace

Assignment KMeans::assign(const Matrix& X) const { return nearest_neighbours(centres, X, 1).rows; }

KMeans k_means(const Matrix& X, const KMeansOptions& options, const Task& task) {
    check_ranges(options);
    require_known(X);
    const auto k = static_cast<std::size_t>(options.clusters);
    require(k <= X.n_rows(), "{} rows cannot be put into {} clusters", X.n_rows(), k);
    Random random(options.seed);
    KMeans best;
    for (int start = 0; start < options.starts; ++start) {
        task.report("clustering", static_cast<std::size_t>(start), static_cast<std::size_t>(options.starts));
        auto result = run(X, start_centres(X, k, random), options, task);
        if (start == 0 || result.inertia < best.inertia) best = std::move(result);
    }
    return best;
}

}  // namespace attune::clustering
