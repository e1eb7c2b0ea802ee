#include "projection/tsne.h"

#include "clustering/spectral.h"
#include "core/error.h"
#include "core/parallel.h"
#include "projection/pca.h"
#include "projection/repulsion.h"

#include <algorithm>
#include <cmath>

namespace attune::projection {
namespace {

/// Probabilities of neighbours that fall with squared distance, as fast as gives this perplexity; sum 1.
std::vector<float> likeness_of(std::span<const float> distances, double perplexity) {
    const double wanted = std::log(perplexity);
    const double nearest = static_cast<double>(distances[0]) * distances[0];
    double low = 0;
    double high = 0;  // 0: not known yet
    double steepness = 1;
    std::vector<double> p(distances.size());
    double sum = 1;
    for (int i = 0; i < 100; ++i) {
        sum = 0;
        double weighted = 0;
        for (std::size_t j = 0; j < p.size(); ++j) {
            const double further = static_cast<double>(distances[j]) * distances[j] - nearest;
            p[j] = std::exp(-steepness * further);
            sum += p[j];
            weighted += p[j] * further;
        }
        const double entropy = std::log(sum) + steepness * weighted / sum;
        if (std::abs(entropy - wanted) < 1e-6) break;
        (entropy > wanted ? low : high) = steepness;
        steepness = high == 0 ? steepness * 2 : (low + high) / 2;
        // Rows that are all alike have one entropy at any steepness.
        if (steepness > 1e30) break;
    }
    std::vector<float> shares;
    for (const double x : p) shares.push_back(static_cast<float>(x / sum));
    return shares;
}

/// Likeness of pairs, made symmetric; all of them sum to 1.
clustering::Graph pair_likeness(const clustering::Neighbours& neighbours, double perplexity,
                                std::size_t threads) {
    const auto n = neighbours.n_rows();
    std::vector<std::vector<float>> shares(n);
    parallel_for(n, threads, [&](std::size_t row) {
        shares[row] = likeness_of(neighbours.distances_of(row), perplexity);
    });
    std::vector<std::vector<std::pair<std::uint32_t, float>>> ties(n);
    for (std::uint32_t row = 0; row < n; ++row) {
        const auto others = neighbours.rows_of(row);
        for (std::size_t j = 0; j < others.size(); ++j) {
            const float share = shares[row][j] / (2 * static_cast<float>(n));
            ties[row].emplace_back(others[j], share);
            ties[others[j]].emplace_back(row, share);
        }
    }
    clustering::Graph graph;
    graph.starts.push_back(0);
    for (auto& of_row : ties) {
        std::ranges::sort(of_row);
        for (std::size_t i = 0; i < of_row.size(); ++i) {
            if (i > 0 && of_row[i].first == of_row[i - 1].first) {
                graph.weights.back() += of_row[i].second;
                continue;
            }
            graph.ends.push_back(of_row[i].first);
            graph.weights.push_back(of_row[i].second);
        }
        graph.starts.push_back(graph.ends.size());
    }
    return graph;
}

/// Moves the points: a step with momentum, longer where directions agree with those before.
class Descent {
  public:
    Descent(const clustering::Graph& graph, std::vector<float>& y, std::size_t threads)
        : graph_(graph),
          y_(y),
          threads_(threads),
          repulsion_(threads),
          forces_(y.size()),
          speed_(y.size(), 0.0F),
          gain_(y.size(), 1.0F) {}

    void step(float exaggeration, float momentum, float rate) {
        const auto n = y_.size() / 2;
        const double total = repulsion_.compute(y_, forces_);
        const auto repelled = static_cast<float>(1 / std::max(total, 1e-12));
        constexpr std::size_t block = 1024;
        parallel_for((n + block - 1) / block, threads_, [&](std::size_t b) {
            for (std::size_t i = b * block; i < std::min(n, (b + 1) * block); ++i) {
                const auto [x, y] = attraction(i);
                move(2 * i, exaggeration * x - repelled * forces_[2 * i], momentum, rate);
                move(2 * i + 1, exaggeration * y - repelled * forces_[2 * i + 1], momentum, rate);
            }
        });
        // All have moved by what they felt at the old places.
        for (std::size_t i = 0; i < y_.size(); ++i) y_[i] += speed_[i];
    }

  private:
    std::pair<float, float> attraction(std::size_t i) const {
        const float xi = y_[2 * i];
        const float yi = y_[2 * i + 1];
        float fx = 0;
        float fy = 0;
        for (std::size_t e = graph_.starts[i]; e < graph_.starts[i + 1]; ++e) {
            const std::size_t j = graph_.ends[e];
            const float dx = xi - y_[2 * j];
            const float dy = yi - y_[2 * j + 1];
            const float pull = graph_.weights[e] / (1 + dx * dx + dy * dy);
            fx += pull * dx;
            fy += pull * dy;
        }
        return {fx, fy};
    }

    void move(std::size_t at, float slope, float momentum, float rate) {
        const bool turns = (slope > 0) == (speed_[at] > 0);
        gain_[at] = turns ? std::max(gain_[at] * 0.8F, 0.01F) : gain_[at] + 0.2F;
        // No step is longer than 5: one bad one would throw a point out of the map.
        speed_[at] = std::clamp(momentum * speed_[at] - rate * gain_[at] * slope, -5.0F, 5.0F);
    }

    const clustering::Graph& graph_;
    std::vector<float>& y_;
    std::size_t threads_;
    Repulsion repulsion_;
    std::vector<float> forces_;
    std::vector<float> speed_;
    std::vector<float> gain_;
};

/// The first two principal components, the first with deviation 1e-4.
std::vector<float> start_of(const Matrix& X) {
    const auto two = std::min<std::size_t>(2, X.n_columns());
    const auto coordinates = Pca::fit(X, two).transform(X);
    double squares = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row)
        squares += static_cast<double>(coordinates(row, 0)) * coordinates(row, 0);
    const double deviation = std::sqrt(squares / static_cast<double>(X.n_rows()));
    std::vector<float> y(2 * X.n_rows(), 0.0F);
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < two; ++c)
            y[2 * row + c] =
                deviation > 0 ? static_cast<float>(1e-4 * coordinates(row, c) / deviation) : 0.0F;
        // Rows that are alike would move as one for ever.
        y[2 * row + row % 2] += 1e-8F * static_cast<float>(row % 1013);
    }
    return y;
}

}  // namespace

Tsne Tsne::fit(const Matrix& X, const TsneOptions& options, const Task& task) {
    check_ranges(options);
    clustering::require_known(X);
    require(X.n_rows() >= 4, "a map needs 4 rows at least, got {}", X.n_rows());
    return descend(X, start_of(X), options, task);
}

Tsne Tsne::fit_from(const Matrix& X, const Matrix& start, const TsneOptions& options, const Task& task) {
    check_ranges(options);
    clustering::require_known(X);
    clustering::require_known(start);
    require(X.n_rows() >= 4, "a map needs 4 rows at least, got {}", X.n_rows());
    require(start.n_rows() == X.n_rows() && start.n_columns() == 2,
            "a start must have {} rows of 2, got {} of {}", X.n_rows(), start.n_rows(), start.n_columns());
    auto settle = options;
    settle.early_iterations = 0;
    return descend(X, {start.values().begin(), start.values().end()}, settle, task);
}

Tsne Tsne::descend(const Matrix& X, std::vector<float> y, const TsneOptions& options, const Task& task) {
    Tsne tsne;
    tsne.rows_ = X;
    tsne.threads_ = static_cast<std::size_t>(options.threads);
    const auto n = static_cast<double>(X.n_rows());
    tsne.perplexity_ = std::min(options.perplexity, (n - 1) / 3);
    const auto k = std::clamp(static_cast<std::size_t>(3 * tsne.perplexity_), std::size_t{1}, X.n_rows() - 1);
    const auto graph = pair_likeness(clustering::nearest_neighbours(X, k, tsne.threads_, task),
                                     tsne.perplexity_, tsne.threads_);
    Descent descent(graph, y, tsne.threads_);
    const auto rate_for = [&](double exaggeration) {
        return static_cast<float>(options.learning_rate > 0 ? options.learning_rate
                                                            : std::max(n / exaggeration, 50.0));
    };
    const int total = options.early_iterations + options.iterations;
    for (int i = 0; i < total; ++i) {
        task.report("drawing the map", static_cast<std::size_t>(i), static_cast<std::size_t>(total));
        const bool is_early = i < options.early_iterations;
        const double exaggeration = is_early ? options.exaggeration : 1;
        descent.step(static_cast<float>(exaggeration), is_early ? 0.5F : 0.8F, rate_for(exaggeration));
    }
    tsne.coordinates_ = Matrix(X.n_rows(), 2);
    std::ranges::copy(y, tsne.coordinates_.values().begin());
    return tsne;
}

Matrix Tsne::place(const Matrix& X) const {
    Matrix placed(X.n_rows(), 2);
    if (X.n_rows() == 0) return placed;
    const auto k = std::clamp(static_cast<std::size_t>(3 * perplexity_), std::size_t{1}, rows_.n_rows());
    const auto nearest = clustering::nearest_neighbours(rows_, X, k, threads_);
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        // A narrower likeness than that of the map: the mean of many lies between clusters.
        const auto shares =
            likeness_of(nearest.distances_of(row), std::clamp(perplexity_ / 6, 1.0, static_cast<double>(k)));
        for (std::size_t j = 0; j < k; ++j) {
            for (std::size_t c = 0; c < 2; ++c)
                placed(row, c) += shares[j] * coordinates_(nearest.rows_of(row)[j], c);
        }
    }
    return placed;
}

}  // namespace attune::projection
