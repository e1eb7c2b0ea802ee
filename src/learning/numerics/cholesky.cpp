#include "learning/numerics/cholesky.h"

#include "core/error.h"

#include <Eigen/Cholesky>

#include <cmath>

namespace attune::learning {
namespace {

Eigen::Map<const Eigen::MatrixXd> as_eigen(const double* values, std::size_t n) {
    return {values, static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(n)};
}

template <class B>
void solve_in_place(const Eigen::Map<const Eigen::MatrixXd>& L, B& b) {
    L.triangularView<Eigen::Lower>().solveInPlace(b);
    L.transpose().triangularView<Eigen::Upper>().solveInPlace(b);
}

}  // namespace

Cholesky::Cholesky(Symmetric A) : L_(std::move(A)) {
    const auto n = static_cast<Eigen::Index>(L_.n_);
    Eigen::Map<Eigen::MatrixXd> values(L_.values_.data(), n, n);
    const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> in_place(values);
    // A NaN passes Eigen's own check.
    require(in_place.info() == Eigen::Success && values.diagonal().allFinite(),
            "a matrix of {} rows must be positive definite", L_.n_);
}

std::vector<double> Cholesky::solve(std::span<const double> b) const {
    require(b.size() == L_.n_, "there must be {} values, got {}", L_.n_, b.size());
    std::vector<double> x(b.begin(), b.end());
    Eigen::Map<Eigen::VectorXd> solution(x.data(), static_cast<Eigen::Index>(x.size()));
    solve_in_place(as_eigen(L_.values_.data(), L_.n_), solution);
    return x;
}

double Cholesky::log_determinant() const {
    double sum = 0;
    for (std::size_t i = 0; i < L_.n_; ++i) sum += 2 * std::log(L_(i, i));
    return sum;
}

Matrix Cholesky::inverse() const {
    const auto n = static_cast<Eigen::Index>(L_.n_);
    Eigen::MatrixXd inverse = Eigen::MatrixXd::Identity(n, n);
    solve_in_place(as_eigen(L_.values_.data(), L_.n_), inverse);
    Matrix result(L_.n_, L_.n_);
    using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Eigen::Map<RowMajor>(result.values().data(), n, n) = inverse.cast<float>();
    return result;
}

}  // namespace attune::learning
