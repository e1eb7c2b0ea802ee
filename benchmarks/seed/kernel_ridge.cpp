#include "kernel_ridge.h"

#include "core/error.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace attune::seed {
namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

void check(const Matrix& X, const Matrix& Y, const KernelRidgeOptions& options) {
    require(X.n_rows() > 0, "a table to learn from must have rows");
    require(Y.n_rows() == X.n_rows() && Y.n_columns() > 0, "Y must have {} rows and a column, got {} and {}",
            X.n_rows(), Y.n_rows(), Y.n_columns());
    for (const float y : Y.values()) require(std::isfinite(y), "a target must be finite, got {}", y);
    require(options.ridge > 0, "ridge must be > 0, got {}", options.ridge);
    require(!options.terms.empty(), "a kernel must have terms");
    for (const auto& block : options.blocks) {
        require(block.steepness > 0, "steepness must be > 0, got {}", block.steepness);
        for (const auto column : block.columns)
            require(column < X.n_columns(), "a column must be below {}, got {}", X.n_columns(), column);
    }
    for (const auto& term : options.terms) {
        require(term.weight > 0, "the weight of a term must be > 0, got {}", term.weight);
        for (const auto block : term.blocks)
            require(block < options.blocks.size(), "a block must be below {}, got {}", options.blocks.size(),
                    block);
    }
}

/// The rows, without copying them.
Eigen::Map<const RowMajor> as_eigen(const Matrix& rows) {
    return {rows.values().data(), static_cast<Eigen::Index>(rows.n_rows()),
            static_cast<Eigen::Index>(rows.n_columns())};
}

/// The distance of each row of `a` from each row of `b`.
Eigen::MatrixXf distances(const Matrix& a, const Matrix& b) {
    const auto left = as_eigen(a);
    const auto right = as_eigen(b);
    Eigen::MatrixXf squares = -2 * left * right.transpose();
    squares.colwise() += left.rowwise().squaredNorm();
    squares.rowwise() += right.rowwise().squaredNorm().transpose();
    return squares.cwiseMax(0).cwiseSqrt();  // rounding may leave a trifle below 0
}

/// k(a, b) for all pairs of rows. In float32, as the rows are: the penalty keeps rounding small, and a decomposition
/// takes half the time.
Eigen::MatrixXf kernel(const std::vector<Matrix>& a, const std::vector<Matrix>& b,
                       const KernelRidgeOptions& options) {
    std::vector<Eigen::MatrixXf> likenesses;
    for (std::size_t g = 0; g < a.size(); ++g)
        likenesses.push_back((-options.blocks[g].steepness * distances(a[g], b[g]).array()).exp());
    Eigen::MatrixXf sum = Eigen::MatrixXf::Zero(static_cast<Eigen::Index>(a.front().n_rows()),
                                                static_cast<Eigen::Index>(b.front().n_rows()));
    for (const auto& term : options.terms) {
        Eigen::ArrayXXf product = Eigen::ArrayXXf::Constant(sum.rows(), sum.cols(), term.weight);
        for (const auto block : term.blocks) product *= likenesses[block].array();
        sum += product.matrix();
    }
    return sum;
}

}  // namespace

std::vector<Matrix> KernelRidge::blocks_of(const Matrix& X) const {
    require(X.n_columns() == n_columns_, "X must have {} columns, got {}", n_columns_, X.n_columns());
    std::vector<Matrix> blocks;
    for (std::size_t g = 0; g < options_.blocks.size(); ++g) {
        Matrix columns = X.columns(options_.blocks[g].columns);
        if (options_.blocks[g].standardize) {
            columns = standardizers_[g].transform(columns);
        } else {
            for (const float x : columns.values())
                require(std::isfinite(x), "a value must be finite, got {}", x);
        }
        blocks.push_back(std::move(columns));
    }
    return blocks;
}

KernelRidge KernelRidge::fit(const Matrix& X, const Matrix& Y, const KernelRidgeOptions& options) {
    check(X, Y, options);
    KernelRidge model;
    model.options_ = options;
    model.n_columns_ = X.n_columns();
    for (const auto& block : options.blocks)
        model.standardizers_.push_back(learning::Standardizer::fit(X.columns(block.columns)));
    model.rows_ = model.blocks_of(X);

    Eigen::MatrixXd targets = as_eigen(Y).cast<double>();
    const Eigen::RowVectorXd means = targets.colwise().mean();
    targets.rowwise() -= means;
    model.means_.assign(means.begin(), means.end());

    Eigen::MatrixXf K = kernel(model.rows_, model.rows_, options);
    K.diagonal().array() += options.ridge;
    const Eigen::LLT<Eigen::Ref<Eigen::MatrixXf>> decomposition(K);  // in place: K is large
    require(decomposition.info() == Eigen::Success, "a ridge of {} is too small for these rows",
            options.ridge);
    model.coefficients_ = Matrix(Y.n_rows(), Y.n_columns());
    Eigen::Map<RowMajor>(model.coefficients_.values().data(), targets.rows(), targets.cols()) =
        decomposition.solve(targets.cast<float>());
    return model;
}

Matrix KernelRidge::predict(const Matrix& X) const {
    Matrix predicted(X.n_rows(), means_.size());
    if (X.n_rows() == 0) return predicted;
    const Eigen::MatrixXf values = kernel(blocks_of(X), rows_, options_) * as_eigen(coefficients_);
    for (std::size_t row = 0; row < predicted.n_rows(); ++row) {
        for (std::size_t target = 0; target < means_.size(); ++target)
            predicted(row, target) =
                values(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(target)) +
                static_cast<float>(means_[target]);
    }
    return predicted;
}

}  // namespace attune::seed
