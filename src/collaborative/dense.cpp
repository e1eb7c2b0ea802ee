#include "collaborative/dense.h"

#include "core/kernels.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attune::collaborative {
namespace {

/// A square part of a matrix: `row` floats from one row to the next.
struct Square {
    float* data;
    std::size_t row;
    std::size_t size;

    float* at(std::size_t i, std::size_t j) const { return data + i * row + j; }
    Square from(std::size_t i, std::size_t n) const { return {at(i, i), row, n}; }
};

constexpr std::size_t smallest = 16;  // below, calls cost more than they save
constexpr std::size_t chunk = 384;    // columns that one thread solves at a time

/// A(i, j) -= sum_k P(k, i) Q(k, j)
void subtract_product(const float* P, const float* Q, std::size_t row_p, std::size_t row_q,
                      std::size_t n_inner, float* A, std::size_t row_a, std::size_t n_rows,
                      std::size_t n_columns, bool upper, std::size_t threads) {
    const Product product{n_rows, n_columns, n_inner, P, 1, row_p, Q, row_q, 1, A, row_a, -1, upper};
    multiply(product, threads);
}

bool factor_smallest(const Square& A) {
    for (std::size_t k = 0; k < A.size; ++k) {
        float* const pivot = A.at(k, k);
        if (!(*pivot > 0)) return false;
        *pivot = std::sqrt(*pivot);
        for (std::size_t j = 1; j < A.size - k; ++j) pivot[j] /= *pivot;
        for (std::size_t i = 1; i < A.size - k; ++i) {
            float* const to = A.at(k + i, k);
            for (std::size_t j = i; j < A.size - k; ++j) to[j] -= pivot[i] * pivot[j];
        }
    }
    return true;
}

/// Solves U^T X = B for some columns, in blocks of rows.
void solve_columns(const Square& U, float* B, std::size_t n_columns, std::size_t row) {
    const auto& k = kernels();
    for (std::size_t first = 0; first < U.size; first += smallest) {
        const std::size_t last = std::min(first + smallest, U.size);
        if (first > 0)
            subtract_product(U.at(0, first), B, U.row, row, first, B + first * row, row, last - first,
                             n_columns, false, 1);
        for (std::size_t i = first; i < last; ++i) {
            float* const x = B + i * row;
            for (std::size_t p = first; p < i; ++p) k.add(x, -*U.at(p, i), B + p * row, n_columns);
            const float scale = 1 / *U.at(i, i);
            for (std::size_t j = 0; j < n_columns; ++j) x[j] *= scale;
        }
    }
}

void solve_rows(const Square& U, float* B, std::size_t n_columns, std::size_t row, std::size_t threads) {
    parallel_for((n_columns + chunk - 1) / chunk, threads, [&](std::size_t i) {
        solve_columns(U, B + i * chunk, std::min(chunk, n_columns - i * chunk), row);
    });
}

bool factor(const Square& A, std::size_t threads, const Task& task) {
    if (A.size <= smallest) return factor_smallest(A);
    const std::size_t block = A.size <= 192 ? 16 : A.size <= 1024 ? 48 : 192;
    for (std::size_t k = 0; k < A.size; k += block) {
        task.check();
        const std::size_t n = std::min(block, A.size - k);
        const std::size_t rest = A.size - k - n;
        if (!factor(A.from(k, n), 1, task)) return false;
        solve_rows(A.from(k, n), A.at(k, k + n), rest, A.row, threads);
        subtract_product(A.at(k, k + n), A.at(k, k + n), A.row, A.row, n, A.at(k + n, k + n), A.row, rest,
                         rest, true, threads);
    }
    return true;
}

/// V = (U^T)^-1, lower triangular: each block of columns by itself, from its diagonal down.
std::vector<float> inverse_of_lower(const Square& U, std::size_t threads, const Task& task) {
    constexpr std::size_t block = 96;
    const std::size_t n = U.size;
    std::vector<float> V(n * n, 0.0F);
    for (std::size_t i = 0; i < n; ++i) V[i * n + i] = 1;
    parallel_for((n + chunk - 1) / chunk, threads, [&](std::size_t part) {
        const std::size_t left = part * chunk;
        const std::size_t width = std::min(chunk, n - left);
        for (std::size_t top = left; top < n; top += block) {
            task.check();
            const std::size_t height = std::min(block, n - top);
            float* const here = V.data() + top * n + left;
            if (top > left)
                subtract_product(U.at(left, top), V.data() + left * n + left, n, n, top - left, here, n,
                                 height, width, false, 1);
            solve_columns(U.from(top, height), here, width, n);
        }
    });
    return V;
}

/// P = V^T V for a lower triangular V: of column j only rows >= j count.
void product_with_itself(const std::vector<float>& V, const Square& P, std::size_t threads,
                         const Task& task) {
    const std::size_t n = P.size;
    const std::size_t parts = (n + chunk - 1) / chunk;
    parallel_for(parts * parts, threads, [&](std::size_t part) {
        const std::size_t i = part / parts * chunk;
        const std::size_t j = part % parts * chunk;
        if (j < i) return;
        task.check();
        const std::size_t height = std::min(chunk, n - i);
        const std::size_t width = std::min(chunk, n - j);
        for (std::size_t row = 0; row < height; ++row) std::fill_n(P.at(i + row, j), width, 0.0F);
        multiply({height, width, n - j, V.data() + j * n + i, 1, n, V.data() + j * n + j, n, 1, P.at(i, j), n,
                  1, i == j});
    });
}

void mirror(const Square& A) {
    constexpr std::size_t tile = 64;  // keeps both sides in the cache
    for (std::size_t top = 0; top < A.size; top += tile) {
        for (std::size_t left = top; left < A.size; left += tile) {
            for (std::size_t i = top; i < std::min(top + tile, A.size); ++i) {
                for (std::size_t j = std::max(left, i + 1); j < std::min(left + tile, A.size); ++j)
                    *A.at(j, i) = *A.at(i, j);
            }
        }
    }
}

}  // namespace

bool cholesky(float* A, std::size_t size, std::size_t threads, const Task& task) {
    return factor({A, size, size}, threads, task);
}

void solve_cholesky(const float* U, std::size_t size, float* x) {
    const auto& k = kernels();
    for (std::size_t i = 0; i < size; ++i) {
        x[i] /= U[i * size + i];
        k.add(x + i + 1, -x[i], U + i * size + i + 1, size - i - 1);
    }
    for (std::size_t i = size; i-- > 0;)
        x[i] = (x[i] - k.dot(U + i * size + i + 1, x + i + 1, size - i - 1)) / U[i * size + i];
}

bool invert(float* A, std::size_t size, std::size_t threads, const Task& task) {
    const Square whole{A, size, size};
    if (!factor(whole, threads, task)) return false;
    const std::vector<float> V = inverse_of_lower(whole, threads, task);
    product_with_itself(V, whole, threads, task);
    mirror(whole);
    return true;
}

}  // namespace attune::collaborative
