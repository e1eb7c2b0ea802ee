#include "learning/numerics/jacobi.h"

#include "learning/numerics/dot.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace attune::learning {
namespace {

/// Turns a and b in their plane: (a, b) -> (c a - s b, s a + c b).
void rotate(Vector& a, Vector& b, double c, double s) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double x = a[i];
        const double y = b[i];
        a[i] = c * x - s * y;
        b[i] = s * x + c * y;
    }
}

/// Cosine and sine of the rotation that makes the entry pq of a symmetric matrix 0.
std::pair<double, double> rotation(double pp, double qq, double pq) {
    const double zeta = (qq - pp) / (2 * pq);
    const double t = std::copysign(1.0, zeta) / (std::abs(zeta) + std::sqrt(1 + zeta * zeta));
    const double c = 1 / std::sqrt(1 + t * t);
    return {c, c * t};
}

Vectors identity(std::size_t n) {
    Vectors turned(n, Vector(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) turned[i][i] = 1;
    return turned;
}

/// Rotates rows and columns p and q of a symmetric matrix so that its entry pq is 0.
void rotate_both(Vectors& M, std::size_t p, std::size_t q, double c, double s) {
    rotate(M[p], M[q], c, s);
    for (auto& row : M) {
        const double x = row[p];
        const double y = row[q];
        row[p] = c * x - s * y;
        row[q] = s * x + c * y;
    }
}

double off_diagonal(const Vectors& M) {
    double sum = 0;
    for (std::size_t i = 0; i < M.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) sum += M[i][j] * M[i][j];
    }
    return sum;
}

}  // namespace

Vectors rotate_until_orthogonal(Vectors& vectors) {
    const auto n = vectors.size();
    auto turned = identity(n);
    bool done = false;
    // Convergence is quadratic: 6 to 10 sweeps.
    for (int sweep = 0; sweep < 60 && !done; ++sweep) {
        done = true;
        for (std::size_t p = 0; p + 1 < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                const double pp = dot(vectors[p], vectors[p]);
                const double qq = dot(vectors[q], vectors[q]);
                const double pq = dot(vectors[p], vectors[q]);
                if (std::abs(pq) <= 1e-15 * std::sqrt(pp * qq)) continue;
                done = false;
                const auto [c, s] = rotation(pp, qq, pq);
                rotate(vectors[p], vectors[q], c, s);
                rotate(turned[p], turned[q], c, s);
            }
        }
    }
    return turned;
}

SymmetricEigen symmetric_eigen(Vectors matrix) {
    const auto n = matrix.size();
    auto turned = identity(n);
    double scale = 0;
    for (std::size_t i = 0; i < n; ++i) scale = std::max(scale, std::abs(matrix[i][i]));
    for (int sweep = 0; sweep < 60 && off_diagonal(matrix) > 1e-30 * scale * scale; ++sweep) {
        for (std::size_t p = 0; p + 1 < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) {
                if (std::abs(matrix[p][q]) <= 1e-300) continue;
                const auto [c, s] = rotation(matrix[p][p], matrix[q][q], matrix[p][q]);
                rotate_both(matrix, p, q, c, s);
                rotate(turned[p], turned[q], c, s);
            }
        }
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return matrix[i][i]; });
    SymmetricEigen eigen;
    for (const auto i : order) {
        eigen.values.push_back(matrix[i][i]);
        const auto largest = std::ranges::max_element(turned[i], {}, [](double x) { return std::abs(x); });
        const double sign = *largest < 0 ? -1 : 1;
        for (auto& x : turned[i]) x *= sign;
        eigen.vectors.push_back(std::move(turned[i]));
    }
    return eigen;
}

}  // namespace attune::learning
