#include "clustering/gaussian_mixture.h"

#include "clustering/neighbours.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::clustering {
namespace {

using Component = GaussianMixture::Component;

/// L with L L^T = A, in place, by rows. A must be positive definite; the ridge sees to it.
void cholesky(std::vector<double>& A, std::size_t d) {
    for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = A[i * d + j];
            for (std::size_t k = 0; k < j; ++k) sum -= A[i * d + k] * A[j * d + k];
            A[i * d + j] = i == j ? std::sqrt(std::max(sum, 1e-300)) : sum / A[j * d + j];
        }
        std::fill(A.begin() + static_cast<std::ptrdiff_t>(i * d + i + 1),
                  A.begin() + static_cast<std::ptrdiff_t>((i + 1) * d), 0.0);
    }
}

double log_density(const Component& component, std::span<const float> x, std::vector<double>& work) {
    const auto d = x.size();
    double squared = 0;
    for (std::size_t i = 0; i < d; ++i) {
        double rest = x[i] - component.mean[i];
        for (std::size_t k = 0; k < i; ++k) rest -= component.root[i * d + k] * work[k];
        work[i] = rest / component.root[i * d + i];
        squared += work[i] * work[i];
    }
    return component.log_share - 0.5 * (static_cast<double>(d) * std::log(2 * std::numbers::pi) +
                                        component.log_determinant + squared);
}

/// Turns logarithms of densities into probabilities. @return the logarithm of their sum
double normalise(std::vector<double>& logs) {
    const double most = std::ranges::max(logs);
    double sum = 0;
    for (auto& x : logs) sum += x = std::exp(x - most);
    for (auto& x : logs) x /= sum;
    return most + std::log(sum);
}

/// The component that rows of these weights make up.
Component component_of(const Matrix& X, const std::vector<std::vector<double>>& shares, std::size_t which,
                       double ridge) {
    const auto d = X.n_columns();
    Component component{0, std::vector<double>(d, 0.0), std::vector<double>(d * d, 0.0), 0};
    double total = 1e-10;  // a component that lost all rows stays finite
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        total += shares[row][which];
        for (std::size_t c = 0; c < d; ++c) component.mean[c] += shares[row][which] * X(row, c);
    }
    for (auto& mean : component.mean) mean /= total;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        const double share = shares[row][which] / total;
        if (share <= 0) continue;
        for (std::size_t i = 0; i < d; ++i) {
            const double from_mean = share * (X(row, i) - component.mean[i]);
            for (std::size_t j = 0; j <= i; ++j)
                component.root[i * d + j] += from_mean * (X(row, j) - component.mean[j]);
        }
    }
    for (std::size_t i = 0; i < d; ++i) component.root[i * d + i] += ridge;
    cholesky(component.root, d);
    for (std::size_t i = 0; i < d; ++i) component.log_determinant += 2 * std::log(component.root[i * d + i]);
    component.log_share = std::log(total / static_cast<double>(X.n_rows()));
    return component;
}

}  // namespace

std::vector<double> GaussianMixture::log_densities(std::span<const float> x) const {
    std::vector<double> work(x.size());
    std::vector<double> logs;
    for (const auto& component : components_) logs.push_back(log_density(component, x, work));
    return logs;
}

GaussianMixture GaussianMixture::fit(const Matrix& X, const MixtureOptions& options, const Task& task) {
    check_ranges(options);
    require_known(X);
    const auto k = static_cast<std::size_t>(options.components);
    require(k < X.n_rows(), "{} components need more rows than that, got {}", k, X.n_rows());
    const auto start = k_means(X, {.clusters = options.components, .starts = 1, .seed = options.seed}, task);
    std::vector<std::vector<double>> shares(X.n_rows(), std::vector<double>(k, 0.0));
    for (std::size_t row = 0; row < X.n_rows(); ++row) shares[row][start.cluster_of[row]] = 1;
    GaussianMixture mixture;
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        task.report("fitting the mixture", static_cast<std::size_t>(iteration),
                    static_cast<std::size_t>(options.iterations));
        mixture.components_.clear();
        for (std::size_t i = 0; i < k; ++i)
            mixture.components_.push_back(component_of(X, shares, i, options.ridge));
        double total = 0;
        for (std::size_t row = 0; row < X.n_rows(); ++row) {
            shares[row] = mixture.log_densities(X.row(row));
            total += normalise(shares[row]);
        }
        mixture.history_.push_back(total / static_cast<double>(X.n_rows()));
        const auto n = mixture.history_.size();
        if (n > 1 && mixture.history_[n - 1] - mixture.history_[n - 2] < options.tolerance) break;
    }
    return mixture;
}

Matrix GaussianMixture::probabilities(const Matrix& X) const {
    Matrix P(X.n_rows(), components_.size());
    if (X.n_rows() == 0) return P;
    require_known(X);
    require(X.n_columns() == components_.front().mean.size(), "X must have {} columns, got {}",
            components_.front().mean.size(), X.n_columns());
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        auto logs = log_densities(X.row(row));
        normalise(logs);
        std::ranges::transform(logs, P.row(row).begin(), [](double p) { return static_cast<float>(p); });
    }
    return P;
}

Assignment GaussianMixture::assign(const Matrix& X) const {
    const auto P = probabilities(X);
    Assignment cluster_of;
    for (std::size_t row = 0; row < P.n_rows(); ++row)
        cluster_of.push_back(
            static_cast<std::uint32_t>(std::ranges::max_element(P.row(row)) - P.row(row).begin()));
    return cluster_of;
}

double GaussianMixture::mean_log_likelihood(const Matrix& X) const {
    require_known(X);
    double total = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        auto logs = log_densities(X.row(row));
        total += normalise(logs);
    }
    return total / static_cast<double>(X.n_rows());
}

double GaussianMixture::bic(const Matrix& X) const {
    const auto n = static_cast<double>(X.n_rows());
    const auto d = static_cast<double>(X.n_columns());
    const auto k = static_cast<double>(components_.size());
    const double n_parameters = k * (d + d * (d + 1) / 2) + k - 1;
    return n_parameters * std::log(n) - 2 * n * mean_log_likelihood(X);
}

}  // namespace attune::clustering
