#include "learning/numerics/cholesky.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::learning {
namespace {

/// B B^T + I.
Symmetric random_matrix(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    std::vector<double> B(n * n);
    for (auto& b : B) b = random.normal();
    Symmetric A(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            A(i, j) = i == j ? 1 : 0;
            for (std::size_t k = 0; k < n; ++k) A(i, j) += B[i * n + k] * B[j * n + k];
        }
    }
    return A;
}

double at(const Symmetric& A, std::size_t i, std::size_t j) { return i >= j ? A(i, j) : A(j, i); }

TEST(Cholesky, SolvesWhatItsMatrixMultiplies) {
    for (const std::size_t n : {1UL, 2UL, 7UL, 40UL}) {
        const auto A = random_matrix(n, n);
        std::vector<double> x;
        for (std::size_t i = 0; i < n; ++i) x.push_back(static_cast<double>(i) - 3);
        std::vector<double> b(n, 0.0);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) b[i] += at(A, i, j) * x[j];
        }
        const Cholesky factor(A);
        const auto solution = factor.solve(b);
        for (std::size_t i = 0; i < n; ++i) EXPECT_NEAR(solution[i], x[i], 1e-9);
        const auto inverse = factor.inverse();
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < n; ++j) sum += static_cast<double>(inverse(i, j)) * b[j];
            EXPECT_NEAR(sum, x[i], 1e-2);
        }
    }
}

TEST(Cholesky, KnowsTheDeterminantOfATriangle) {
    // L = (2 0; 3 4): A = (4 6; 6 25), |A| = 64.
    Symmetric A(2);
    A(0, 0) = 4;
    A(1, 0) = 6;
    A(1, 1) = 25;
    EXPECT_NEAR(Cholesky(A).log_determinant(), std::log(64.0), 1e-14);
}

TEST(Cholesky, RefusesWhatIsNotPositiveDefinite) {
    Symmetric A(2);
    A(0, 0) = 1;
    A(1, 0) = 2;
    A(1, 1) = 1;
    EXPECT_THROW(Cholesky{A}, Error);
    A(1, 0) = std::nan("");
    EXPECT_THROW(Cholesky{A}, Error);
    EXPECT_THROW(Cholesky(random_matrix(3, 1)).solve(std::vector<double>(2)), Error);
}

}  // namespace
}  // namespace attune::learning
