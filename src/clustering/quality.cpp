#include "clustering/quality.h"

#include "clustering/neighbours.h"
#include "core/error.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::clustering {
namespace {

std::vector<double> sizes_of(const Matrix& X, const Assignment& cluster_of) {
    require_known(X);
    require(cluster_of.size() == X.n_rows(), "there must be one cluster a row, got {} for {}",
            cluster_of.size(), X.n_rows());
    std::vector<double> sizes(*std::ranges::max_element(cluster_of) + 1, 0.0);
    for (const auto cluster : cluster_of) ++sizes[cluster];
    return sizes;
}

bool is_judgeable(std::span<const double> sizes, std::size_t n_rows) {
    const auto n_used = std::ranges::count_if(sizes, [](double size) { return size > 0; });
    return n_used >= 2 && static_cast<std::size_t>(n_used) < n_rows;
}

/// Means of the rows of each cluster, in float64.
std::vector<std::vector<double>> centres_of(const Matrix& X, const Assignment& cluster_of,
                                            std::span<const double> sizes) {
    std::vector<std::vector<double>> centres(sizes.size(), std::vector<double>(X.n_columns(), 0.0));
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < X.n_columns(); ++c)
            centres[cluster_of[row]][c] += X(row, c) / sizes[cluster_of[row]];
    }
    return centres;
}

template <class A, class B>
double squared(const A& a, const B& b) {
    double sum = 0;
    for (std::size_t c = 0; c < a.size(); ++c) sum += (a[c] - b[c]) * (a[c] - b[c]);
    return sum;
}

double silhouette_of(std::span<const double> distance_sums, std::span<const double> sizes,
                     std::uint32_t own) {
    if (sizes[own] <= 1) return 0;
    const double within = distance_sums[own] / (sizes[own] - 1);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t other = 0; other < sizes.size(); ++other) {
        if (other != own && sizes[other] > 0)
            nearest = std::min(nearest, distance_sums[other] / sizes[other]);
    }
    const double larger = std::max(within, nearest);
    return larger > 0 ? (nearest - within) / larger : 0;
}

double pairs(double n) { return n * (n - 1) / 2; }

struct Margins {
    std::vector<double> rows;
    std::vector<double> columns;
    double total = 0;
};

Margins margins_of(const std::vector<std::vector<std::size_t>>& table) {
    Margins margins{std::vector<double>(table.size(), 0.0), std::vector<double>(table.front().size(), 0.0),
                    0};
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = 0; j < table[i].size(); ++j) {
            const auto count = static_cast<double>(table[i][j]);
            margins.rows[i] += count;
            margins.columns[j] += count;
            margins.total += count;
        }
    }
    return margins;
}

double entropy_of(std::span<const double> counts, double total) {
    double entropy = 0;
    for (const double count : counts) {
        if (count > 0) entropy -= count / total * std::log(count / total);
    }
    return entropy;
}

}  // namespace

std::vector<double> silhouettes(const Matrix& X, const Assignment& cluster_of, std::size_t threads,
                                const Task& task) {
    const auto sizes = sizes_of(X, cluster_of);
    std::vector<double> values(X.n_rows(), 0.0);
    if (!is_judgeable(sizes, X.n_rows())) return values;
    parallel_for(X.n_rows(), threads, [&](std::size_t row) {
        task.check();
        std::vector<double> sums(sizes.size(), 0.0);
        for (std::size_t other = 0; other < X.n_rows(); ++other)
            sums[cluster_of[other]] += std::sqrt(squared_distance(X.row(row), X.row(other)));
        values[row] = silhouette_of(sums, sizes, cluster_of[row]);
    });
    return values;
}

std::optional<double> silhouette(const Matrix& X, const Assignment& cluster_of, std::size_t threads,
                                 const Task& task) {
    if (!is_judgeable(sizes_of(X, cluster_of), X.n_rows())) return std::nullopt;
    const auto values = silhouettes(X, cluster_of, threads, task);
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> davies_bouldin(const Matrix& X, const Assignment& cluster_of) {
    const auto sizes = sizes_of(X, cluster_of);
    if (!is_judgeable(sizes, X.n_rows())) return std::nullopt;
    const auto centres = centres_of(X, cluster_of, sizes);
    std::vector<double> widths(sizes.size(), 0.0);
    for (std::size_t row = 0; row < X.n_rows(); ++row)
        widths[cluster_of[row]] +=
            std::sqrt(squared(centres[cluster_of[row]], X.row(row))) / sizes[cluster_of[row]];
    double sum = 0;
    double n_used = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i] <= 0) continue;
        double worst = 0;
        for (std::size_t j = 0; j < sizes.size(); ++j) {
            if (j == i || sizes[j] <= 0) continue;
            worst = std::max(worst, (widths[i] + widths[j]) / std::sqrt(squared(centres[i], centres[j])));
        }
        sum += worst;
        ++n_used;
    }
    return sum / n_used;
}

std::optional<double> calinski_harabasz(const Matrix& X, const Assignment& cluster_of) {
    const auto sizes = sizes_of(X, cluster_of);
    if (!is_judgeable(sizes, X.n_rows())) return std::nullopt;
    const auto centres = centres_of(X, cluster_of, sizes);
    const auto n = static_cast<double>(X.n_rows());
    const auto middle = centres_of(X, Assignment(X.n_rows(), 0), std::vector<double>{n}).front();
    double between = 0;
    double within = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        between += squared(centres[cluster_of[row]], middle);
        within += squared(centres[cluster_of[row]], X.row(row));
    }
    const auto k = static_cast<double>(std::ranges::count_if(sizes, [](double size) { return size > 0; }));
    return within > 0 ? between / within * (n - k) / (k - 1) : std::numeric_limits<double>::infinity();
}

std::vector<std::vector<std::size_t>> cross_table(const Assignment& cluster_of,
                                                  std::span<const std::uint32_t> labels) {
    require(!labels.empty() && cluster_of.size() == labels.size(),
            "there must be one label a row, got {} for {}", labels.size(), cluster_of.size());
    std::vector<std::vector<std::size_t>> counts(
        *std::ranges::max_element(cluster_of) + 1,
        std::vector<std::size_t>(*std::ranges::max_element(labels) + 1, 0));
    for (std::size_t row = 0; row < labels.size(); ++row) ++counts[cluster_of[row]][labels[row]];
    return counts;
}

double purity(const Assignment& cluster_of, std::span<const std::uint32_t> labels) {
    std::size_t right = 0;
    for (const auto& counts : cross_table(cluster_of, labels)) right += std::ranges::max(counts);
    return static_cast<double>(right) / static_cast<double>(labels.size());
}

double adjusted_rand(const Assignment& cluster_of, std::span<const std::uint32_t> labels) {
    const auto table = cross_table(cluster_of, labels);
    const auto margins = margins_of(table);
    double together = 0;
    for (const auto& row : table) {
        for (const auto count : row) together += pairs(static_cast<double>(count));
    }
    double in_clusters = 0;
    double in_labels = 0;
    for (const double size : margins.rows) in_clusters += pairs(size);
    for (const double size : margins.columns) in_labels += pairs(size);
    if (margins.total < 2) return 1;
    const double by_chance = in_clusters * in_labels / pairs(margins.total);
    const double most = (in_clusters + in_labels) / 2;
    // Both put all rows together, or all apart.
    return most == by_chance ? 1 : (together - by_chance) / (most - by_chance);
}

double normalized_mutual_information(const Assignment& cluster_of, std::span<const std::uint32_t> labels) {
    const auto table = cross_table(cluster_of, labels);
    const auto margins = margins_of(table);
    double shared = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = 0; j < table[i].size(); ++j) {
            const auto count = static_cast<double>(table[i][j]);
            if (count > 0)
                shared += count / margins.total *
                          std::log(count * margins.total / (margins.rows[i] * margins.columns[j]));
        }
    }
    const double mean =
        (entropy_of(margins.rows, margins.total) + entropy_of(margins.columns, margins.total)) / 2;
    return mean > 0 ? std::clamp(shared / mean, 0.0, 1.0) : 1;
}

}  // namespace attune::clustering
