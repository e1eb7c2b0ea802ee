#include "collaborative/dense.h"

#include "core/kernels.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <vector>

namespace attune::collaborative {
namespace {

std::vector<float> random_numbers(std::size_t size, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> numbers(size);
    for (float& x : numbers) x = static_cast<float>(random.normal());
    return numbers;
}

/// Symmetric, positive definite by its heavy diagonal.
std::vector<float> random_symmetric(std::size_t n) {
    auto A = random_numbers(n * n, n);
    const float scale = 0.3F / std::sqrt(static_cast<float>(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) A[i * n + j] = A[j * n + i] *= scale;
        A[i * n + i] = 1.5F;
    }
    return A;
}

/// As the formula says, for all layouts and sizes.
void expect_right_products(const Kernels& kind) {
    const std::unique_ptr<float, decltype(&std::free)> work(
        static_cast<float*>(std::aligned_alloc(64, (kind.work_size * sizeof(float) + 63) / 64 * 64)),
        &std::free);
    for (const std::size_t m : {1UL, 11UL, 12UL, 50UL}) {
        for (const std::size_t n : {1UL, 31UL, 32UL, 70UL}) {
            for (const std::size_t inner : {1UL, 40UL, 300UL}) {
                const auto a = random_numbers(m * inner, 1);
                const auto b = random_numbers(inner * n, 2);
                for (const bool a_transposed : {false, true}) {
                    for (const bool b_transposed : {false, true}) {
                        std::vector<float> c(m * n, 1.0F);
                        Product p{m, n, inner, a.data(), inner, 1, b.data(), n, 1, c.data(), n, -2, false};
                        if (a_transposed) p.a_row = 1, p.a_column = m;
                        if (b_transposed) p.b_row = 1, p.b_column = inner;
                        kind.multiply(p, work.get());
                        for (std::size_t i = 0; i < m; ++i) {
                            for (std::size_t j = 0; j < n; ++j) {
                                double sum = 0;
                                for (std::size_t k = 0; k < inner; ++k)
                                    sum += static_cast<double>(a[i * p.a_row + k * p.a_column]) *
                                           b[k * p.b_row + j * p.b_column];
                                ASSERT_NEAR(c[i * n + j], 1 - 2 * sum, 1e-3)
                                    << kind.name << " " << m << " " << n << " " << inner;
                            }
                        }
                    }
                }
            }
        }
    }
}

void expect_right_vectors(const Kernels& kind) {
    for (const std::size_t n : {1UL, 15UL, 16UL, 67UL}) {
        const std::size_t rows = 7;
        const auto A = random_numbers(rows * n, 4);
        const auto x = random_numbers(n, 5);
        const auto w = random_numbers(rows, 6);
        std::vector<float> Ax(rows), left(n, 1.0F);
        kind.times(A.data(), rows, n, x.data(), Ax.data());
        kind.add_residual(A.data(), rows, n, x.data(), w.data(), left.data());
        for (std::size_t i = 0; i < rows; ++i) {
            EXPECT_NEAR(Ax[i], kind.dot(A.data() + i * n, x.data(), n), 1e-4);
            double sum = 0;
            for (std::size_t j = 0; j < n; ++j) sum += static_cast<double>(A[i * n + j]) * x[j];
            EXPECT_NEAR(Ax[i], sum, 1e-4);
        }
        for (std::size_t j = 0; j < n; ++j) {
            double sum = 1;
            for (std::size_t i = 0; i < rows; ++i)
                sum += static_cast<double>(A[i * n + j]) *
                       (static_cast<double>(w[i]) - static_cast<double>(Ax[i]));
            EXPECT_NEAR(left[j], sum, 1e-3);
        }
    }
}

TEST(Kernels, MultiplyAsTheFormulaSaysOnEveryKindOfProcessor) {
    for (const Kernels* kind : usable_kernels()) {
        expect_right_products(*kind);
        expect_right_vectors(*kind);
    }
}

TEST(Kernels, MultiplyTheUpperPartInBlocksAsTheWhole) {
    const std::size_t n = 500;
    const auto a = random_numbers(n * 20, 3);
    std::vector<float> whole(n * n, 0.0F), upper(n * n, 0.0F), parallel(n * n, 0.0F);
    Product p{n, n, 20, a.data(), 1, n, a.data(), n, 1, whole.data(), n, 1, false};
    multiply(p);
    p.upper = true;
    p.c = upper.data();
    multiply(p);
    p.c = parallel.data();
    multiply(p, 3);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i; j < n; ++j) {
            ASSERT_EQ(upper[i * n + j], whole[i * n + j]);
            ASSERT_EQ(parallel[i * n + j], whole[i * n + j]);
        }
    }
}

TEST(Dense, SolvesAndInvertsWhatItMultipliesBack) {
    for (const std::size_t n : {1UL, 16UL, 17UL, 100UL, 431UL}) {
        const auto A = random_symmetric(n);
        auto U = A;
        ASSERT_TRUE(cholesky(U.data(), n));
        std::vector<float> x(n, 1.0F);
        solve_cholesky(U.data(), n, x.data());
        auto inverse = A;
        ASSERT_TRUE(invert(inverse.data(), n, 2));
        for (std::size_t i = 0; i < n; ++i) {
            double solved = 0;
            for (std::size_t j = 0; j < n; ++j) solved += static_cast<double>(A[i * n + j]) * x[j];
            EXPECT_NEAR(solved, 1, 1e-4);
            double row_sum = 0;  // the inverse times b is what solving gives
            for (std::size_t j = 0; j < n; ++j) row_sum += inverse[i * n + j];
            EXPECT_NEAR(row_sum, x[i], 1e-4);
        }
    }
}

TEST(Dense, AreTheSameToTheBitOnSeveralThreads) {
    const std::size_t n = 801;
    const auto A = random_symmetric(n);
    auto one = A;
    auto three = A;
    ASSERT_TRUE(invert(one.data(), n, 1));
    ASSERT_TRUE(invert(three.data(), n, 3));
    EXPECT_EQ(one, three);
}

TEST(Dense, RefusesWhatIsNotPositiveDefinite) {
    auto A = random_symmetric(60);
    A[59 * 60 + 59] = -1;
    EXPECT_FALSE(cholesky(A.data(), 60));
    A = random_symmetric(60);
    A[30 * 60 + 30] = std::nanf("");
    EXPECT_FALSE(invert(A.data(), 60));
}

}  // namespace
}  // namespace attune::collaborative
