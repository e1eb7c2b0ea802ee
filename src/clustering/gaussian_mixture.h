#pragma once

#include "clustering/kmeans.h"
#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstdint>
#include <vector>

namespace attune::clustering {

struct MixtureOptions {
    int components = 4;
    int iterations = 200;
    double tolerance = 1e-4;
    double ridge = 1e-6;
    std::uint64_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"components", components, 1, 1000, "normal distributions mixed"});
        visit(Option<int>{"iterations", iterations, 1, 100000, "most rounds"});
        visit(
            Option<double>{"tolerance", tolerance, 0, 1, "gain of the mean log-likelihood at which to end"});
        visit(Option<double>{"ridge", ridge, 1e-12, 1e6, "added to each variance, in units of the table"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
    }
};

/// A mixture of normal distributions with full covariances, by expectation and maximisation from a k-means
/// start. Columns should be standardised: the ridge is in their units.
///
/// Source: A. Dempster, N. Laird, D. Rubin, Journal of the Royal Statistical Society B 39, 1977.
class GaussianMixture {
  public:
    /// @param X  without missing values, more rows than components
    /// @throws Error{invalid_argument} for a value out of its range; Error{interrupted}
    static GaussianMixture fit(const Matrix& X, const MixtureOptions& options, const Task& task = {});

    /// How probable each component is for each row, shape (n_rows, n_components), rows sum to 1.
    Matrix probabilities(const Matrix& X) const;

    /// The most probable component of each row.
    Assignment assign(const Matrix& X) const;

    /// The mean over the rows of the logarithm of the density.
    double mean_log_likelihood(const Matrix& X) const;

    /// Bayesian information criterion on these rows; lower is better. To choose the number of components.
    double bic(const Matrix& X) const;

    struct Component {
        double log_share = 0;
        std::vector<double> mean;
        std::vector<double> root;  ///< lower triangle L with L L^T the covariance, by rows, shape (d, d)
        double log_determinant = 0;
    };
    const std::vector<Component>& components() const noexcept { return components_; }

    /// The mean log-likelihood after each round; never falls by more than the ridge explains.
    const std::vector<double>& history() const noexcept { return history_; }

  private:
    std::vector<double> log_densities(std::span<const float> x) const;

    std::vector<Component> components_;
    std::vector<double> history_;
};

}  // namespace attune::clustering
