#include "projection/pca.h"

#include "clustering/neighbours.h"
#include "core/error.h"
#include "learning/numerics/jacobi.h"

#include <utility>

namespace attune::projection {
namespace {

std::vector<double> means_of(const Matrix& X) {
    std::vector<double> means(X.n_columns(), 0.0);
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < means.size(); ++c)
            means[c] += X(row, c) / static_cast<double>(X.n_rows());
    }
    return means;
}

learning::Vectors covariance_of(const Matrix& X, const std::vector<double>& means) {
    const auto d = means.size();
    learning::Vectors covariance(d, learning::Vector(d, 0.0));
    learning::Vector x(d);
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < d; ++c) x[c] = X(row, c) - means[c];
        for (std::size_t i = 0; i < d; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                covariance[i][j] += x[i] * x[j] / static_cast<double>(X.n_rows());
        }
    }
    for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = i + 1; j < d; ++j) covariance[i][j] = covariance[j][i];
    }
    return covariance;
}

}  // namespace

Pca Pca::fit(const Matrix& X, std::size_t n_components) {
    clustering::require_known(X);
    require(n_components >= 1 && n_components <= X.n_columns(),
            "a table of {} columns has 1 to {} components, not {}", X.n_columns(), X.n_columns(),
            n_components);
    Pca pca;
    pca.means_ = means_of(X);
    auto eigen = learning::symmetric_eigen(covariance_of(X, pca.means_));
    for (std::size_t i = 0; i < n_components; ++i) pca.directions_.push_back(std::move(eigen.vectors[i]));
    return pca;
}

Matrix Pca::transform(const Matrix& X) const {
    require(X.n_rows() == 0 || X.n_columns() == means_.size(), "X must have {} columns, got {}",
            means_.size(), X.n_columns());
    Matrix coordinates(X.n_rows(), directions_.size());
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t i = 0; i < directions_.size(); ++i) {
            double sum = 0;
            for (std::size_t c = 0; c < means_.size(); ++c)
                sum += directions_[i][c] * (X(row, c) - means_[c]);
            coordinates(row, i) = static_cast<float>(sum);
        }
    }
    return coordinates;
}

Matrix Pca::undo(const Matrix& coordinates) const {
    require(coordinates.n_rows() == 0 || coordinates.n_columns() == directions_.size(),
            "there must be {} coordinates a row, got {}", directions_.size(), coordinates.n_columns());
    Matrix X(coordinates.n_rows(), means_.size());
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < means_.size(); ++c) {
            double sum = means_[c];
            for (std::size_t i = 0; i < directions_.size(); ++i)
                sum += coordinates(row, i) * directions_[i][c];
            X(row, c) = static_cast<float>(sum);
        }
    }
    return X;
}

}  // namespace attune::projection
