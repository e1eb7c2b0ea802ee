#pragma once

#include "core/matrix.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace attune::taste {

/// A small symmetric, positive definite matrix of doubles, of which the lower half counts; and its Cholesky
/// factor.
class Symmetric {
  public:
    explicit Symmetric(std::size_t n) : n_(n), values_(n * n, 0) {}
    std::size_t n() const { return n_; }
    double& operator()(std::size_t i, std::size_t j) { return values_[i * n_ + j]; }
    double operator()(std::size_t i, std::size_t j) const { return values_[i * n_ + j]; }

    /// Turns into L with A = L L^T.
    void factorise() {
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = (*this)(i, j);
                for (std::size_t k = 0; k < j; ++k) sum -= (*this)(i, k) * (*this)(j, k);
                (*this)(i, j) = i == j ? std::sqrt(std::max(1e-12, sum)) : sum / (*this)(j, j);
            }
        }
    }

    /// Of a factor: the solution of L L^T x = b.
    std::vector<double> solve(std::vector<double> b) const {
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t k = 0; k < i; ++k) b[i] -= (*this)(i, k) * b[k];
            b[i] /= (*this)(i, i);
        }
        for (std::size_t i = n_; i-- > 0;) {
            for (std::size_t k = i + 1; k < n_; ++k) b[i] -= (*this)(k, i) * b[k];
            b[i] /= (*this)(i, i);
        }
        return b;
    }

    /// Of a factor: (L L^T)^-1.
    Matrix inverse() const {
        Matrix inverse(n_, n_);
        for (std::size_t j = 0; j < n_; ++j) {
            std::vector<double> unit(n_, 0);
            unit[j] = 1;
            const auto column = solve(std::move(unit));
            for (std::size_t i = 0; i < n_; ++i) inverse(i, j) = static_cast<float>(column[i]);
        }
        return inverse;
    }

  private:
    std::size_t n_;
    std::vector<double> values_;
};

}  // namespace attune::taste
