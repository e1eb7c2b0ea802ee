#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace attune {

/// C += factor A B, of float32. A(i, k) = a[i * a_row + k * a_column], so a transposed matrix is one whose
/// steps are exchanged; likewise B(k, j). C(i, j) = c[i * c_row + j]. C must not lie in A or B.
struct Product {
    std::size_t n_rows = 0;     ///< of C and A
    std::size_t n_columns = 0;  ///< of C and B
    std::size_t n_inner = 0;    ///< columns of A, rows of B
    const float* a = nullptr;
    std::size_t a_row = 0;
    std::size_t a_column = 1;
    const float* b = nullptr;
    std::size_t b_row = 0;
    std::size_t b_column = 1;
    float* c = nullptr;
    std::size_t c_row = 0;
    float factor = 1;
    bool upper = false;  ///< only j >= i is wanted; some of the rest may be changed too
};

/// The inner loops of linear algebra for one kind of processor. All kinds give the same up to rounding; which
/// one a machine has does not change while a program runs. Why not Eigen or a BLAS: see README.md.
struct Kernels {
    std::string_view name;      ///< "avx512", "avx2", "baseline"
    std::size_t work_size = 0;  ///< floats that `multiply` needs at `work`, aligned to 64 bytes

    void (*multiply)(const Product& product, float* work);
    float (*dot)(const float* x, const float* y, std::size_t size);
    /// y += factor x
    void (*add)(float* y, float factor, const float* x, std::size_t size);
    /// y = A x; A has shape (n_rows, n_columns)
    void (*times)(const float* A, std::size_t n_rows, std::size_t n_columns, const float* x, float* y);
    /// y += A^T (b - A x), with A read from memory once: b has shape (n_rows,)
    void (*add_residual)(const float* A, std::size_t n_rows, std::size_t n_columns, const float* x,
                         const float* b, float* y);
};

/// All that this machine can run, the slowest first.
std::vector<const Kernels*> usable_kernels();

/// The fastest that this machine can run.
const Kernels& kernels();

/// C += factor A B on this thread.
void multiply(const Product& product);

/// C += factor A B in blocks of C on several threads; the outcome does not depend on how many.
void multiply(const Product& product, std::size_t threads);

}  // namespace attune
