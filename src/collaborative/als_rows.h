#pragma once

#include "collaborative/als_options.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::collaborative {

/// The system of one row in coordinates where what all rows share is the identity:
///
///     min |z|^2 + |S z - r|^2,   that is   (I + S^T S) z = S^T r
///
/// S has one row for each of the row's items: its embedding times sqrt(c - 1); r is c / sqrt(c - 1). Beside
/// the exact solution there are the two that start at a z and better it. Scratch is kept from one row to the
/// next: one solver a thread.
///
/// With n items and f factors the exact solution costs the smaller of n f^2 + f^3 / 3 and, as
/// z = S^T (I + S S^T)^-1 r, n^2 f + n^3 / 3; a step of conjugate gradients costs 2 n f, since the shared
/// part costs nothing here; a pass over the subspaces n f d' + f d'^2 / 3.
///
/// Source: cg: G. Takacs, I. Pilaszy, D. Tikk, "Applications of the conjugate gradient method for implicit
/// feedback collaborative filtering", RecSys 2011 (here preconditioned by the shared part); subspace: S.
/// Rendle, W. Krichene, L. Zhang, Y. Koren, "iALS++: speeding up matrix factorization with subspace
/// optimization", 2021.
class AlsRowSolver {
  public:
    explicit AlsRowSolver(const AlsOptions& options)
        : options_(options), n_factors_(static_cast<std::size_t>(options.factors)) {}

    /// Whether a row of so many items starts at the z of before. One with no more items than there are steps
    /// of conjugate gradients does not: these would end at the exact solution, which is then cheaper.
    bool starts_at_last(std::size_t n_items) const noexcept;

    /// @param S  shape (r.size(), factors)
    /// @param z  shape (factors,): where to start, if that counts; becomes the solution
    void solve(const float* S, std::span<const float> r, float* z);

  private:
    /// Exactly, in some columns of S.
    void solve_exactly(const float* S, std::size_t n_columns, std::span<const float> r, float* z);
    void solve_over_items(const float* S, std::size_t n_columns, std::span<const float> r, float* z);
    void solve_over_factors(const float* S, std::size_t n_columns, std::span<const float> r, float* z);
    void take_cg_steps(const float* S, std::span<const float> r, float* z);
    void solve_subspaces(const float* S, std::span<const float> r, float* z);

    AlsOptions options_;
    std::size_t n_factors_;
    std::vector<float> system_;
    std::vector<float> right_;
    std::vector<float> rest_;
    std::vector<float> direction_;
    std::vector<float> moved_;
};

}  // namespace attune::collaborative
