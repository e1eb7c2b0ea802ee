#include "projection/umap.h"

#include "clustering/spectral.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <vector>

namespace attune::projection {
namespace {

/// The a and b with which 1 / (1 + a d^(2 b)) is nearest to a curve that is 1 up to least_distance and falls
/// like exp(-(d - least_distance) / spread) beyond, by Gauss-Newton steps.
std::pair<double, double> fit_curve(double least_distance, double spread) {
    double a = 1;
    double b = 1;
    double damping = 1e-3;
    const auto error_of = [&](double ta, double tb, double* normal) {
        double sum = 0;
        for (int i = 1; i < 300; ++i) {
            const double d = 3 * spread * i / 299;
            const double wanted = d < least_distance ? 1 : std::exp(-(d - least_distance) / spread);
            const double power = std::pow(d, 2 * tb);
            const double value = 1 / (1 + ta * power);
            const double rest = wanted - value;
            const double by_a = -value * value * power;
            const double by_b = -value * value * ta * power * 2 * std::log(d);
            sum += rest * rest;
            if (normal == nullptr) continue;
            const double terms[] = {by_a * by_a, by_a * by_b, by_b * by_b, by_a * rest, by_b * rest};
            for (int t = 0; t < 5; ++t) normal[t] += terms[t];
        }
        return sum;
    };
    for (int step = 0; step < 200; ++step) {
        double normal[5] = {};
        const double now = error_of(a, b, normal);
        const double aa = normal[0] * (1 + damping);
        const double bb = normal[2] * (1 + damping);
        const double determinant = aa * bb - normal[1] * normal[1];
        const double da = (normal[3] * bb - normal[4] * normal[1]) / determinant;
        const double db = (normal[4] * aa - normal[3] * normal[1]) / determinant;
        const bool is_better = a + da > 0 && b + db > 0 && error_of(a + da, b + db, nullptr) < now;
        damping = is_better ? damping / 3 : damping * 3;
        if (!is_better && damping > 1e12) break;
        if (!is_better) continue;
        a += da;
        b += db;
        if (std::abs(da) + std::abs(db) < 1e-10) break;
    }
    return {a, b};
}

/// x^power for x > 0 to some 4 digits: the exponent by the bits of x, the rest by polynomials. Called
/// hundreds of millions of times.
float rough_power(float x, float power) {
    const auto bits = std::bit_cast<std::uint32_t>(x);
    const float m = std::bit_cast<float>((bits & 0x007FFFFFU) | 0x3F800000U);  // in [1, 2)
    const float exponent = static_cast<float>(static_cast<std::int32_t>(bits >> 23) - 127);
    // log2 of m, within 3e-5
    const float log2_m =
        -2.787339F + m * (5.048701F + m * (-3.494998F + m * (1.5956F + m * (-0.4054374F + m * 0.0435047F))));
    const float y = std::clamp(power * (exponent + log2_m), -126.0F, 126.0F);
    const auto whole = static_cast<std::int32_t>(y + 128) - 128;  // y + 128 > 0: cutting off is rounding down
    const float rest = y - static_cast<float>(whole);
    // 2^rest, within 8e-6
    const float two_rest =
        1.0000072F + rest * (0.6929319F + rest * (0.2417090F + rest * (0.0516676F + rest * 0.0136767F)));
    return std::bit_cast<float>(static_cast<std::uint32_t>(whole + 127) << 23) * two_rest;
}

/// How strongly a row is tied to its neighbours: 1 for the nearest, falling so that the sum is log2(k).
std::vector<float> ties_of(std::span<const float> distances, double k, double mean_distance) {
    const double wanted = std::log2(k);
    double nearest = 0;
    for (const float d : distances) {
        if (d > 0) {
            nearest = d;
            break;
        }
    }
    double low = 0;
    double high = 0;  // 0: not known yet
    double width = 1;
    const auto tie = [&](float d) { return d > nearest ? std::exp(-(d - nearest) / width) : 1.0; };
    for (int i = 0; i < 64; ++i) {
        double sum = 0;
        for (const float d : distances) sum += tie(d);
        if (std::abs(sum - wanted) < 1e-5) break;
        (sum > wanted ? high : low) = width;
        width = high == 0 ? width * 2 : (low + high) / 2;
    }
    double mean = 0;
    for (const float d : distances) mean += d / static_cast<double>(distances.size());
    width = std::max(width, 1e-3 * (nearest > 0 ? mean : mean_distance));
    width = std::max(width, 1e-30);
    std::vector<float> ties;
    for (const float d : distances) ties.push_back(static_cast<float>(tie(d)));
    return ties;
}

double mean_of(std::span<const float> values) {
    double sum = 0;
    for (const float x : values) sum += x;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// The ties of both directions as one: a + b - a b.
clustering::Graph tie_graph(const clustering::Neighbours& neighbours) {
    const auto n = neighbours.n_rows();
    const double mean_distance = mean_of(neighbours.distances);
    struct Tie {
        std::uint32_t other;
        float out, in;
    };
    std::vector<std::vector<Tie>> ties(n);
    for (std::uint32_t row = 0; row < n; ++row) {
        // A row is its own first neighbour, at distance 0 and strength 1, which counts towards k and the sum.
        const auto strengths =
            ties_of(neighbours.distances_of(row), static_cast<double>(neighbours.k) + 1, mean_distance);
        const auto others = neighbours.rows_of(row);
        for (std::size_t j = 0; j < others.size(); ++j) {
            ties[row].push_back({others[j], strengths[j], 0});
            ties[others[j]].push_back({row, 0, strengths[j]});
        }
    }
    clustering::Graph graph;
    graph.starts.push_back(0);
    for (auto& of_row : ties) {
        std::ranges::sort(of_row, {}, &Tie::other);
        for (std::size_t i = 0; i < of_row.size(); ++i) {
            float out = of_row[i].out;
            float in = of_row[i].in;
            for (; i + 1 < of_row.size() && of_row[i + 1].other == of_row[i].other; ++i) {
                out += of_row[i + 1].out;
                in += of_row[i + 1].in;
            }
            graph.ends.push_back(of_row[i].other);
            graph.weights.push_back(out + in - out * in);
        }
        graph.starts.push_back(graph.ends.size());
    }
    return graph;
}

/// The smoothest vectors of the graph but the constant one, 10 wide, with a little noise.
Matrix start_of(const clustering::Graph& graph, std::size_t components, std::uint64_t seed,
                const Task& task) {
    const auto vectors =
        clustering::smooth_vectors(graph, std::min(components + 1, graph.n_rows()), seed, 1e-3, task);
    Matrix start(graph.n_rows(), components);
    Random random(seed);
    float largest = 1e-12F;
    for (std::size_t row = 0; row < start.n_rows(); ++row) {
        for (std::size_t c = 0; c < components && c + 1 < vectors.n_columns(); ++c) {
            start(row, c) = vectors(row, c + 1);
            largest = std::max(largest, std::abs(start(row, c)));
        }
    }
    for (float& x : start.values()) x = 10 * x / largest + static_cast<float>(1e-4 * random.normal());
    return start;
}

/// How pulls and pushes fall with distance.
struct Curve {
    float a, b;

    float pull(float squared) const {
        if (squared <= 0) return 0;
        const float power = rough_power(squared, b);
        return -2 * a * b * power / squared / (a * power + 1);
    }
    float push(float squared) const {
        return 2 * b / ((0.001F + squared) * (a * rough_power(std::max(squared, 1e-30F), b) + 1));
    }
};

float clip(float x) { return std::clamp(x, -4.0F, 4.0F); }

/// One end of ties in its turn: each tie is pulled as often as its strength says, each pull with some pushes
/// from random rows of the map.
class Sampler {
  public:
    Sampler(const Curve& curve, int negatives, Random random)
        : curve_(curve), negatives_(negatives), random_(random) {}

    /// @param moves_other  whether the other end gives way too
    void pull(std::span<float> own, std::span<float> other, float rate, bool moves_other) {
        const float force = curve_.pull(squared(own, other));
        for (std::size_t c = 0; c < own.size(); ++c) {
            const float step = rate * clip(force * (own[c] - other[c]));
            own[c] += step;
            if (moves_other) other[c] -= step;
        }
    }

    void push(std::span<float> own, std::size_t own_row, const Matrix& map, float rate) {
        for (int i = 0; i < negatives_; ++i) {
            const auto row = static_cast<std::size_t>(((random_() >> 32) * map.n_rows()) >> 32);
            if (row == own_row) continue;
            const auto other = map.row(row);
            const float apart = squared(own, other);
            const float force = apart > 0 ? curve_.push(apart) : 0;
            for (std::size_t c = 0; c < own.size(); ++c)
                own[c] += rate * (apart > 0 ? clip(force * (own[c] - other[c])) : 4);
        }
    }

  private:
    static float squared(std::span<const float> a, std::span<const float> b) {
        float sum = 0;
        for (std::size_t c = 0; c < a.size(); ++c) sum += (a[c] - b[c]) * (a[c] - b[c]);
        return sum;
    }

    Curve curve_;
    int negatives_;
    Random random_;
};

/// Whether a tie is due in this epoch: strength by strength adds up, and each whole is one turn.
bool is_due(float strength, float& waited) {
    waited += strength;
    if (waited < 1) return false;
    waited -= 1;
    return true;
}

int epochs_of(const UmapOptions& options, std::size_t n_rows) {
    if (options.epochs > 0) return options.epochs;
    return n_rows > 10000 ? 200 : 500;
}

void draw(Matrix& map, const clustering::Graph& graph, const Curve& curve, const UmapOptions& options,
          const Task& task) {
    const float strongest = *std::ranges::max_element(graph.weights);
    const int epochs = epochs_of(options, map.n_rows());
    Sampler sampler(curve, options.negatives, Random(options.seed));
    std::vector<float> waited(graph.weights.size(), 0.0F);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        task.report("drawing the map", static_cast<std::size_t>(epoch), static_cast<std::size_t>(epochs));
        const float rate = 1 - static_cast<float>(epoch) / static_cast<float>(epochs);
        for (std::size_t row = 0; row < map.n_rows(); ++row) {
            for (std::size_t e = graph.starts[row]; e < graph.starts[row + 1]; ++e) {
                if (!is_due(graph.weights[e] / strongest, waited[e])) continue;
                sampler.pull(map.row(row), map.row(graph.ends[e]), rate, true);
                sampler.push(map.row(row), row, map, rate);
            }
        }
    }
}

}  // namespace

Umap Umap::fit(const Matrix& X, const UmapOptions& options, const Task& task) {
    check_ranges(options);
    clustering::require_known(X);
    require(X.n_rows() >= 4, "a map needs 4 rows at least, got {}", X.n_rows());
    Umap umap;
    umap.rows_ = X;
    umap.options_ = options;
    std::tie(umap.a_, umap.b_) = fit_curve(options.least_distance, options.spread);
    const auto k = std::min(static_cast<std::size_t>(options.neighbours), X.n_rows()) - 1;
    const auto graph =
        tie_graph(clustering::nearest_neighbours(X, k, static_cast<std::size_t>(options.threads), task));
    umap.coordinates_ = start_of(graph, static_cast<std::size_t>(options.components), options.seed, task);
    draw(umap.coordinates_, graph, {static_cast<float>(umap.a_), static_cast<float>(umap.b_)}, options, task);
    return umap;
}

Matrix Umap::place(const Matrix& X) const {
    Matrix placed(X.n_rows(), coordinates_.n_columns());
    if (X.n_rows() == 0) return placed;
    const auto k = std::min(static_cast<std::size_t>(options_.neighbours), rows_.n_rows());
    const auto threads = static_cast<std::size_t>(options_.threads);
    const auto nearest = clustering::nearest_neighbours(rows_, X, k, threads);
    const double mean_distance = mean_of(nearest.distances);
    const int epochs = std::max(epochs_of(options_, rows_.n_rows()) / 3, 1);
    const Curve curve{static_cast<float>(a_), static_cast<float>(b_)};
    parallel_for(X.n_rows(), threads, [&](std::size_t row) {
        const auto ties = ties_of(nearest.distances_of(row), static_cast<double>(k), mean_distance);
        float total = 0;
        for (const float tie : ties) total += tie;
        const auto own = placed.row(row);
        for (std::size_t j = 0; j < k; ++j) {
            for (std::size_t c = 0; c < own.size(); ++c)
                own[c] += ties[j] / total * coordinates_(nearest.rows_of(row)[j], c);
        }
        Sampler sampler(curve, options_.negatives, Random(combine_hashes(options_.seed, row)));
        std::vector<float> other(own.size());
        std::vector<float> waited(k, 0.0F);
        for (int epoch = 0; epoch < epochs; ++epoch) {
            const float rate = 0.25F * (1 - static_cast<float>(epoch) / static_cast<float>(epochs));
            for (std::size_t j = 0; j < k; ++j) {
                if (!is_due(ties[j], waited[j])) continue;
                std::ranges::copy(coordinates_.row(nearest.rows_of(row)[j]), other.begin());
                sampler.pull(own, other, rate, false);
                sampler.push(own, coordinates_.n_rows(), coordinates_, rate);
            }
        }
    });
    return placed;
}

}  // namespace attune::projection
