#pragma once

#include "core/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::learning {

/// A symmetric matrix of doubles; only i >= j is stored and asked for.
class Symmetric {
  public:
    explicit Symmetric(std::size_t n) : n_(n), values_(n * n, 0) {}
    std::size_t n() const noexcept { return n_; }
    double& operator()(std::size_t i, std::size_t j) { return values_[j * n_ + i]; }
    double operator()(std::size_t i, std::size_t j) const { return values_[j * n_ + i]; }

  private:
    friend class Cholesky;
    std::size_t n_;
    std::vector<double> values_;  // by columns
};

/// L of A = L L^T, with what is asked of it: time grows with the cube of n once, then with its square.
class Cholesky {
  public:
    /// @throws Error{invalid_argument} unless A is positive definite
    explicit Cholesky(Symmetric A);

    /// A^-1 b; shape (n,)
    std::vector<double> solve(std::span<const double> b) const;

    /// log |A|
    double log_determinant() const;

    /// A^-1, shape (n, n)
    Matrix inverse() const;

  private:
    Symmetric L_;
};

}  // namespace attune::learning
