#include "clustering/spectral.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/numerics/jacobi.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace attune::clustering {
namespace {

using learning::Vector;
using learning::Vectors;

double dot(const Vector& a, const Vector& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// D^-1/2 W D^-1/2: eigenvalues in [-1, 1].
class Normalised {
  public:
    explicit Normalised(const Graph& graph) : graph_(graph), roots_(graph.n_rows()) {
        for (std::size_t row = 0; row < roots_.size(); ++row) {
            double degree = 0;
            for (std::size_t e = graph.starts[row]; e < graph.starts[row + 1]; ++e)
                degree += graph.weights[e];
            roots_[row] = degree > 0 ? 1 / std::sqrt(degree) : 0;
        }
    }

    Vector times(const Vector& x) const {
        Vector product(x.size(), 0.0);
        for (std::size_t row = 0; row < x.size(); ++row) {
            double sum = 0;
            for (std::size_t e = graph_.starts[row]; e < graph_.starts[row + 1]; ++e)
                sum += graph_.weights[e] * roots_[graph_.ends[e]] * x[graph_.ends[e]];
            product[row] = roots_[row] * sum;
        }
        return product;
    }

  private:
    const Graph& graph_;
    Vector roots_;
};

/// Gram and Schmidt, twice.
void orthonormalise(Vectors& vectors) {
    for (std::size_t j = 0; j < vectors.size(); ++j) {
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t i = 0; i < j; ++i) {
                const double shared = dot(vectors[i], vectors[j]);
                for (std::size_t r = 0; r < vectors[j].size(); ++r) vectors[j][r] -= shared * vectors[i][r];
            }
        }
        const double length = std::sqrt(dot(vectors[j], vectors[j]));
        for (auto& x : vectors[j]) x = length > 1e-300 ? x / length : 0;
    }
}

/// What a polynomial makes of a vector that grows all parts with eigenvalues above `cut` and keeps those in
/// [-1, cut] small.
Vector filtered(const Normalised& A, const Vector& x, double cut, int degree) {
    const double centre = (cut - 1) / 2;
    const double half = (cut + 1) / 2;
    Vector before = x;
    Vector now = A.times(x);
    for (std::size_t r = 0; r < x.size(); ++r) now[r] = (now[r] - centre * x[r]) / half;
    for (int i = 2; i <= degree; ++i) {
        Vector next = A.times(now);
        for (std::size_t r = 0; r < x.size(); ++r)
            next[r] = 2 * (next[r] - centre * now[r]) / half - before[r];
        before = std::move(now);
        now = std::move(next);
    }
    return now;
}

/// Turns the vectors so that they are eigenvectors as far as their span allows. @return the eigenvalues,
/// falling
Vector turn_to_eigenvectors(const Normalised& A, Vectors& vectors) {
    const auto m = vectors.size();
    Vectors images;
    for (const auto& v : vectors) images.push_back(A.times(v));
    Vectors small(m, Vector(m));
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t j = 0; j <= i; ++j) small[i][j] = small[j][i] = dot(vectors[i], images[j]);
    }
    const auto eigen = learning::symmetric_eigen(std::move(small));
    Vectors turned(m, Vector(vectors.front().size(), 0.0));
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t j = 0; j < m; ++j) {
            for (std::size_t r = 0; r < turned[i].size(); ++r)
                turned[i][r] += eigen.vectors[i][j] * vectors[j][r];
        }
    }
    vectors = std::move(turned);
    return eigen.values;
}

}  // namespace

Graph neighbour_graph(const Neighbours& neighbours) {
    const auto n = neighbours.n_rows();
    std::vector<std::map<std::uint32_t, float>> ties(n);
    for (std::uint32_t row = 0; row < n; ++row) {
        for (const auto other : neighbours.rows_of(row)) {
            ties[row][other] += 0.5F;
            ties[other][row] += 0.5F;
        }
    }
    Graph graph;
    graph.starts.push_back(0);
    for (const auto& of_row : ties) {
        for (const auto& [other, weight] : of_row) {
            graph.ends.push_back(other);
            graph.weights.push_back(weight);
        }
        graph.starts.push_back(graph.ends.size());
    }
    return graph;
}

Matrix smooth_vectors(const Graph& graph, std::size_t count, std::uint64_t seed, double tolerance,
                      const Task& task) {
    const auto n = graph.n_rows();
    require(count >= 1 && count <= n, "a graph of {} rows has 1 to {} vectors, not {}", n, n, count);
    const Normalised A(graph);
    Random random(seed);
    Vectors vectors(std::min(n, count + std::max<std::size_t>(count / 2, 6)), Vector(n));
    for (auto& v : vectors) {
        for (auto& x : v) x = random.normal();
    }
    orthonormalise(vectors);
    auto values = turn_to_eigenvectors(A, vectors);
    constexpr std::size_t most_rounds = 60;
    for (std::size_t round = 0; round < most_rounds && vectors.size() < n; ++round) {
        task.report("finding smooth vectors", round, most_rounds);
        const double cut = std::clamp(values.back(), -0.9, 1 - 1e-9);
        for (auto& v : vectors) v = filtered(A, v, cut, 12);
        orthonormalise(vectors);
        const auto before = values;
        values = turn_to_eigenvectors(A, vectors);
        double change = 0;
        for (std::size_t i = 0; i < count; ++i) change = std::max(change, std::abs(values[i] - before[i]));
        if (round > 2 && change < tolerance) break;
    }
    Matrix result(n, count);
    for (std::size_t c = 0; c < count; ++c) {
        for (std::size_t row = 0; row < n; ++row) result(row, c) = static_cast<float>(vectors[c][row]);
    }
    return result;
}

Assignment spectral_clusters(const Matrix& X, const SpectralOptions& options, const Task& task) {
    check_ranges(options);
    const auto neighbours = nearest_neighbours(X, static_cast<std::size_t>(options.neighbours),
                                               static_cast<std::size_t>(options.threads), task);
    const auto k = static_cast<std::size_t>(options.clusters);
    auto vectors = smooth_vectors(neighbour_graph(neighbours), k, options.seed, 1e-9, task);
    for (std::size_t row = 0; row < vectors.n_rows(); ++row) {
        double squares = 0;
        for (const float x : vectors.row(row)) squares += static_cast<double>(x) * x;
        for (float& x : vectors.row(row)) x = squares > 0 ? static_cast<float>(x / std::sqrt(squares)) : 0.0F;
    }
    return k_means(vectors, {.clusters = options.clusters, .seed = options.seed, .threads = options.threads},
                   task)
        .cluster_of;
}

}  // namespace attune::clustering
