#include "collaborative/als_basis.h"

#include "core/error.h"
#include "core/kernels.h"
#include "core/parallel.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>

namespace attune::collaborative {
namespace {

Matrix as_matrix(const Eigen::MatrixXd& values) {
    Matrix matrix(static_cast<std::size_t>(values.rows()), static_cast<std::size_t>(values.cols()));
    for (std::size_t i = 0; i < matrix.n_rows(); ++i) {
        for (std::size_t j = 0; j < matrix.n_columns(); ++j)
            matrix(i, j) =
                static_cast<float>(values(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
    }
    return matrix;
}

Eigen::MatrixXd as_eigen(std::span<const double> gram, std::size_t n) {
    const auto size = static_cast<Eigen::Index>(n);
    return Eigen::Map<const Eigen::MatrixXd>(gram.data(), size, size);
}

}  // namespace

std::vector<double> gram_of_rows(const Matrix& Y, std::size_t threads) {
    constexpr std::size_t n_together = 8192;  // sums of more rows would lose digits of float32
    const std::size_t f = Y.n_columns();
    const std::size_t n_parts = (Y.n_rows() + n_together - 1) / n_together;
    std::vector<std::vector<float>> parts(n_parts);
    parallel_for(n_parts, threads, [&](std::size_t part) {
        parts[part].assign(f * f, 0.0F);
        const float* const rows = Y.values().data() + part * n_together * f;
        const std::size_t n = std::min(n_together, Y.n_rows() - part * n_together);
        multiply({f, f, n, rows, 1, f, rows, f, 1, parts[part].data(), f, 1, true});
    });
    std::vector<double> gram(f * f, 0.0);
    for (const auto& part : parts) {
        for (std::size_t i = 0; i < f; ++i) {
            for (std::size_t j = i; j < f; ++j) gram[i * f + j] += static_cast<double>(part[i * f + j]);
        }
    }
    for (std::size_t i = 0; i < f; ++i) {
        for (std::size_t j = 0; j < i; ++j) gram[i * f + j] = gram[j * f + i];
    }
    return gram;
}

AlsBasis whitened_basis(std::span<const double> gram, std::size_t n_factors, double lambda) {
    Eigen::MatrixXd A = as_eigen(gram, n_factors);
    A.diagonal().array() += lambda;
    const Eigen::LLT<Eigen::MatrixXd> decomposition(A);
    require(decomposition.info() == Eigen::Success, "a regularization of {} is too small for these plays",
            lambda);
    const Eigen::MatrixXd L = decomposition.matrixL();
    const Eigen::MatrixXd inverse =
        decomposition.matrixL().solve(Eigen::MatrixXd::Identity(A.rows(), A.cols()));  // L^-1 = T^T
    return {as_matrix(inverse.transpose()), as_matrix(inverse), as_matrix(L), {}};
}

AlsBasis diagonal_basis(std::span<const double> gram, std::size_t n_factors) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> decomposition(as_eigen(gram, n_factors));
    require(decomposition.info() == Eigen::Success, "the embeddings have no finite products");
    const Eigen::MatrixXd& Q = decomposition.eigenvectors();
    AlsBasis basis{as_matrix(Q), as_matrix(Q.transpose()), as_matrix(Q), {}};
    // Rounding may leave a trifle below 0.
    for (const double value : decomposition.eigenvalues())
        basis.diagonal.push_back(static_cast<float>(std::max(value, 0.0)));
    return basis;
}

}  // namespace attune::collaborative
