#pragma once

#include "core/matrix.h"
#include "learning/tables/standardizer.h"

#include <cstddef>
#include <vector>

namespace attune::seed {

/// Columns that are compared together: the distance of two rows in a block is Euclidean. Of columns that are 0 or 1
/// it is the root of the Hamming distance, the number of columns in which the rows differ.
struct KernelBlock {
    std::vector<std::size_t> columns;
    float steepness = 1;      ///< how fast likeness falls with distance
    bool standardize = true;  ///< by the training rows; off for 0/1 columns, which would drown in rare ones
};

/// One part of the kernel: the product of the likenesses in some blocks.
struct KernelTerm {
    float weight = 1;
    std::vector<std::size_t> blocks;  ///< indices of KernelRidgeOptions::blocks
};

struct KernelRidgeOptions {
    std::vector<KernelBlock> blocks;
    std::vector<KernelTerm> terms;
    float ridge = 2;  ///< penalty; more of it trusts single rows less [lambda]
};

/// Kernel ridge regression with a sum of Laplace kernels over blocks of columns, for tables in which some columns
/// say what something is (genres) and others how it sounds:
///
///     k(a, b) = sum over terms t of weight_t exp(-sum over blocks g of t: steepness_g |a_g - b_g|)
///     f(x)    = mean(y) + k(x, X) (K + ridge I)^-1 (y - mean(y))
///
/// A term over one block lets rows learn from each other that are alike in it alone; a term over two, only those
/// that are alike in both. On 0/1 targets f is a smooth score near the probability, not kept in [0, 1]. Time grows
/// with the cube of the training rows: for some thousands of them.
///
/// Source: C. Saunders, A. Gammerman, V. Vovk, "Ridge regression learning algorithm in dual variables", ICML 1998;
/// sums and products of kernels: J. Shawe-Taylor, N. Cristianini, "Kernel methods for pattern analysis", 2004,
/// ch. 3.
class KernelRidge {
  public:
    /// @param X  shape (n_rows, n_columns); NaN missing in standardised blocks (the mean), refused in others
    /// @param Y  shape (n_rows, n_targets), finite: several targets share one decomposition
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or an option is out of its range
    static KernelRidge fit(const Matrix& X, const Matrix& Y, const KernelRidgeOptions& options);

    /// shape (n_rows, n_targets)
    /// @throws Error{invalid_argument} if X has another number of columns than the training rows
    Matrix predict(const Matrix& X) const;

  private:
    std::vector<Matrix> blocks_of(const Matrix& X) const;

    KernelRidgeOptions options_;
    std::size_t n_columns_ = 0;
    std::vector<learning::Standardizer> standardizers_;  ///< one a block
    std::vector<Matrix> rows_;                           ///< of training, one a block
    std::vector<double> means_;                          ///< one a target
    Matrix coefficients_;                                ///< shape (n_rows, n_targets)
};

}  // namespace attune::seed
