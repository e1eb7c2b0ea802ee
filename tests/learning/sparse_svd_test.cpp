#include "learning/numerics/sparse_svd.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::learning {
namespace {

struct Sparse {
    std::vector<SparseEntry> entries;
    Matrix dense;
    SparseMatrix sparse;
};

Sparse random_sparse(std::size_t n_rows, std::size_t n_columns, double share, std::uint64_t seed) {
    Random random(seed);
    Sparse both{{}, Matrix(n_rows, n_columns), {}};
    for (std::uint32_t row = 0; row < n_rows; ++row) {
        for (std::uint32_t column = 0; column < n_columns; ++column) {
            if (random.uniform() >= share) continue;
            const auto value = static_cast<float>(random.normal());
            both.entries.push_back({row, column, value});
            both.dense(row, column) = value;
        }
    }
    both.sparse = SparseMatrix(n_rows, n_columns, both.entries);
    return both;
}

double column_dot(const Matrix& M, std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t row = 0; row < M.n_rows(); ++row) sum += static_cast<double>(M(row, a)) * M(row, b);
    return sum;
}

void expect_orthonormal(const Matrix& M) {
    for (std::size_t a = 0; a < M.n_columns(); ++a) {
        for (std::size_t b = 0; b < M.n_columns(); ++b)
            EXPECT_NEAR(column_dot(M, a, b), a == b ? 1 : 0, 1e-5);
    }
}

/// The largest |A - U S V^T|.
double residual(const Matrix& A, const TruncatedSvd& svd) {
    double largest = 0;
    for (std::size_t row = 0; row < A.n_rows(); ++row) {
        for (std::size_t column = 0; column < A.n_columns(); ++column) {
            double sum = 0;
            for (std::size_t i = 0; i < svd.singular_values.size(); ++i) {
                sum += static_cast<double>(svd.U(row, i)) * svd.singular_values[i] * svd.V(column, i);
            }
            largest = std::max(largest, std::abs(A(row, column) - sum));
        }
    }
    return largest;
}

SvdOptions of_rank(int rank) {
    SvdOptions options;
    options.rank = rank;
    return options;
}

TEST(TruncatedSvd, OfFullRankIsTheMatrix) {
    for (const auto& [n_rows, n_columns] : {std::pair(12, 8), std::pair(8, 12)}) {
        const auto A =
            random_sparse(static_cast<std::size_t>(n_rows), static_cast<std::size_t>(n_columns), 0.5, 1);
        const auto svd = truncated_svd(A.sparse, of_rank(8));
        expect_orthonormal(svd.U);
        expect_orthonormal(svd.V);
        EXPECT_LT(residual(A.dense, svd), 1e-5);
        EXPECT_TRUE(std::ranges::is_sorted(svd.singular_values, std::ranges::greater{}));
    }
}

TEST(TruncatedSvd, FindsTheLargestValuesOfTheFullOne) {
    const auto A = random_sparse(80, 60, 0.1, 2);
    const auto full = truncated_svd(A.sparse, of_rank(60));
    auto options = of_rank(10);
    options.iterations = 20;
    const auto svd = truncated_svd(A.sparse, options);
    ASSERT_EQ(svd.singular_values.size(), 10U);
    expect_orthonormal(svd.U);
    expect_orthonormal(svd.V);
    for (std::size_t i = 0; i < 10; ++i) EXPECT_NEAR(svd.singular_values[i], full.singular_values[i], 1e-3);
}

TEST(TruncatedSvd, HasTheSquaredValuesOfTheMatrix) {
    const auto A = random_sparse(30, 20, 0.3, 3);
    double squares = 0;
    for (const float x : A.dense.values()) squares += static_cast<double>(x) * x;
    double values = 0;
    for (const float s : truncated_svd(A.sparse, of_rank(20)).singular_values)
        values += static_cast<double>(s) * s;
    EXPECT_NEAR(values, squares, 1e-3);
}

TEST(TruncatedSvd, StopsAtTheRankOfTheMatrix) {
    // Rank 2: rows are multiples of two.
    std::vector<SparseEntry> entries;
    for (std::uint32_t row = 0; row < 10; ++row) {
        for (std::uint32_t column = 0; column < 6; ++column) {
            if (column % 2 == row % 2)
                entries.push_back({row, column, static_cast<float>((row + 1) * (column + 1))});
        }
    }
    const auto svd = truncated_svd(SparseMatrix(10, 6, entries), of_rank(5));
    EXPECT_EQ(svd.singular_values.size(), 2U);
    expect_orthonormal(svd.U);
    EXPECT_TRUE(truncated_svd(SparseMatrix(4, 4, {}), of_rank(2)).singular_values.empty());
    EXPECT_TRUE(truncated_svd(SparseMatrix(0, 4, {}), of_rank(2)).singular_values.empty());
}

TEST(TruncatedSvd, IsTheSameForTheSameSeed) {
    const auto A = random_sparse(50, 40, 0.2, 4);
    const auto a = truncated_svd(A.sparse, of_rank(5));
    const auto b = truncated_svd(A.sparse, of_rank(5));
    EXPECT_TRUE(std::ranges::equal(a.U.values(), b.U.values()));
}

TEST(SparseMatrix, AddsWhatStandsAtOnePlace) {
    const SparseMatrix A(2, 3, {{1, 2, 1.5F}, {0, 0, 1}, {1, 2, 2.5F}});
    EXPECT_EQ(A.times(std::vector<double>{1, 1, 1}), (std::vector<double>{1, 4}));
    EXPECT_EQ(A.transposed_times(std::vector<double>{1, 1}), (std::vector<double>{1, 0, 4}));
    EXPECT_EQ(SparseMatrix().n_rows(), 0U);
}

TEST(SparseMatrix, RefusesWhatIsOutside) {
    EXPECT_THROW(SparseMatrix(2, 2, {{2, 0, 1}}), Error);
    EXPECT_THROW(SparseMatrix(2, 2, {{0, 2, 1}}), Error);
    EXPECT_THROW(SparseMatrix(2, 2, {{0, 0, std::numeric_limits<float>::quiet_NaN()}}), Error);
    EXPECT_THROW(SparseMatrix(2, 2, {}).times(std::vector<double>(3)), Error);
}

}  // namespace
}  // namespace attune::learning
