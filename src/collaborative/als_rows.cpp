#include "collaborative/als_rows.h"

#include "collaborative/dense.h"
#include "core/kernels.h"

#include <algorithm>
#include <cassert>

namespace attune::collaborative {
namespace {

/// K = I + S S^T for few rows: a dot product each, without packing.
void small_products(const float* S, std::size_t n_rows, std::size_t n_columns, std::size_t row, float* K) {
    const auto& k = kernels();
    for (std::size_t i = 0; i < n_rows; ++i) {
        K[i * n_rows + i] = 1 + k.dot(S + i * row, S + i * row, n_columns);
        for (std::size_t j = i + 1; j < n_rows; ++j)
            K[i * n_rows + j] = k.dot(S + i * row, S + j * row, n_columns);
    }
}

}  // namespace

bool AlsRowSolver::starts_at_last(std::size_t n_items) const noexcept {
    if (options_.solver == AlsSolver::cholesky) return false;
    return options_.solver == AlsSolver::subspace || n_items > static_cast<std::size_t>(options_.cg_steps);
}

void AlsRowSolver::solve(const float* S, std::span<const float> r, float* z) {
    if (!starts_at_last(r.size())) return solve_exactly(S, n_factors_, r, z);
    switch (options_.solver) {
        case AlsSolver::cholesky: return solve_exactly(S, n_factors_, r, z);
        case AlsSolver::cg: return take_cg_steps(S, r, z);
        case AlsSolver::subspace: return solve_subspaces(S, r, z);
    }
}

void AlsRowSolver::solve_exactly(const float* S, std::size_t n_columns, std::span<const float> r, float* z) {
    if (r.size() < n_columns) return solve_over_items(S, n_columns, r, z);
    solve_over_factors(S, n_columns, r, z);
}

void AlsRowSolver::solve_over_items(const float* S, std::size_t n_columns, std::span<const float> r,
                                    float* z) {
    const std::size_t n = r.size();
    constexpr std::size_t few = 6;  // measured: from here on packed products win
    system_.assign(n * n, 0.0F);
    if (n <= few) {
        small_products(S, n, n_columns, n_factors_, system_.data());
    } else {
        multiply({n, n, n_columns, S, n_factors_, 1, S, 1, n_factors_, system_.data(), n, 1, true});
        for (std::size_t i = 0; i < n; ++i) system_[i * n + i] += 1;
    }
    right_.assign(r.begin(), r.end());
    [[maybe_unused]] const bool positive = cholesky(system_.data(), n);
    assert(positive);  // I + S S^T
    solve_cholesky(system_.data(), n, right_.data());
    std::fill_n(z, n_columns, 0.0F);
    for (std::size_t i = 0; i < n; ++i) kernels().add(z, right_[i], S + i * n_factors_, n_columns);
}

void AlsRowSolver::solve_over_factors(const float* S, std::size_t n_columns, std::span<const float> r,
                                      float* z) {
    const std::size_t n = n_columns;
    system_.assign(n * n, 0.0F);
    for (std::size_t i = 0; i < n; ++i) system_[i * n + i] = 1;
    multiply({n, n, r.size(), S, 1, n_factors_, S, n_factors_, 1, system_.data(), n, 1, true});
    std::fill_n(z, n, 0.0F);
    for (std::size_t i = 0; i < r.size(); ++i) kernels().add(z, r[i], S + i * n_factors_, n);
    [[maybe_unused]] const bool positive = cholesky(system_.data(), n);
    assert(positive);  // I + S^T S
    solve_cholesky(system_.data(), n, z);
}

void AlsRowSolver::take_cg_steps(const float* S, std::span<const float> r, float* z) {
    const auto& k = kernels();
    const std::size_t f = n_factors_;
    const std::size_t n = r.size();
    // rest_ = S^T (r - S z) - z, what the gradient leaves.
    rest_.resize(f);
    for (std::size_t j = 0; j < f; ++j) rest_[j] = -z[j];
    k.add_residual(S, n, f, z, r.data(), rest_.data());
    right_.assign(n, 0.0F);
    direction_ = rest_;
    moved_.resize(f);
    float length = k.dot(rest_.data(), rest_.data(), f);
    for (int step = 0; step < options_.cg_steps && length > 1e-20F; ++step) {
        // moved_ = -(I + S^T S) direction
        for (std::size_t j = 0; j < f; ++j) moved_[j] = -direction_[j];
        k.add_residual(S, n, f, direction_.data(), right_.data(), moved_.data());
        const float step_size = -length / k.dot(direction_.data(), moved_.data(), f);
        k.add(z, step_size, direction_.data(), f);
        k.add(rest_.data(), step_size, moved_.data(), f);
        const float left = k.dot(rest_.data(), rest_.data(), f);
        for (std::size_t j = 0; j < f; ++j) direction_[j] = rest_[j] + left / length * direction_[j];
        length = left;
    }
}

void AlsRowSolver::solve_subspaces(const float* S, std::span<const float> r, float* z) {
    const auto& k = kernels();
    const std::size_t n = r.size();
    rest_.resize(n);  // what r is beyond S z
    k.times(S, n, n_factors_, z, rest_.data());
    for (std::size_t i = 0; i < n; ++i) rest_[i] = r[i] - rest_[i];
    const auto block = static_cast<std::size_t>(options_.block);
    for (std::size_t first = 0; first < n_factors_; first += block) {
        const std::size_t width = std::min(block, n_factors_ - first);
        const float* const part = S + first;
        for (std::size_t i = 0; i < n; ++i) rest_[i] += k.dot(part + i * n_factors_, z + first, width);
        solve_exactly(part, width, rest_, z + first);
        for (std::size_t i = 0; i < n; ++i) rest_[i] -= k.dot(part + i * n_factors_, z + first, width);
    }
}

}  // namespace attune::collaborative
