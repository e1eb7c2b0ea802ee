// No include guard: kernels.cpp includes this once for each kind of processor, in a namespace of its own,
// with
//   ATTUNE_TARGET  the attribute that lets functions use its instructions
//   ATTUNE_LANES   floats in a vector
//   ATTUNE_ROWS    rows of C that are kept in registers; columns are two vectors
// Functions of other headers must not be called here: their instances would be shared with other processors.

using Lanes __attribute__((vector_size(ATTUNE_LANES * sizeof(float)))) = float;
using Unaligned __attribute__((vector_size(ATTUNE_LANES * sizeof(float)), aligned(alignof(float)))) = float;

constexpr std::size_t lanes = ATTUNE_LANES;
constexpr std::size_t tile_rows = ATTUNE_ROWS;
constexpr std::size_t tile_columns = 2 * lanes;
constexpr std::size_t inner_block = 256;   // a panel of B of this height stays in the L1 cache
constexpr std::size_t column_block = 512;  // a block of B, 512 KiB, in the L2 cache

/// Rows `row`.. of A, `n_inner` wide from `inner`, as tile_rows numbers for each k; 0 beyond the last row.
ATTUNE_TARGET void pack_a(const Product& p, std::size_t row, std::size_t inner, std::size_t n_inner,
                          float* to) {
    const std::size_t n = p.n_rows - row < tile_rows ? p.n_rows - row : tile_rows;
    const float* from = p.a + row * p.a_row + inner * p.a_column;
    for (std::size_t k = 0; k < n_inner; ++k, from += p.a_column, to += tile_rows) {
        for (std::size_t i = 0; i < n; ++i) to[i] = from[i * p.a_row];
        for (std::size_t i = n; i < tile_rows; ++i) to[i] = 0;
    }
}

/// Columns `column`.. of B as tile_columns numbers for each k; 0 beyond the last column.
ATTUNE_TARGET void pack_b(const Product& p, std::size_t inner, std::size_t n_inner, std::size_t column,
                          float* to) {
    const std::size_t n = p.n_columns - column < tile_columns ? p.n_columns - column : tile_columns;
    const float* from = p.b + inner * p.b_row + column * p.b_column;
    if (p.b_column == 1 && n == tile_columns) {
        for (std::size_t k = 0; k < n_inner; ++k, from += p.b_row, to += tile_columns) {
            *reinterpret_cast<Unaligned*>(to) = *reinterpret_cast<const Unaligned*>(from);
            *reinterpret_cast<Unaligned*>(to + lanes) = *reinterpret_cast<const Unaligned*>(from + lanes);
        }
        return;
    }
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t k = 0; k < n_inner; ++k)
            to[k * tile_columns + j] = from[k * p.b_row + j * p.b_column];
    }
    for (std::size_t j = n; j < tile_columns; ++j) {
        for (std::size_t k = 0; k < n_inner; ++k) to[k * tile_columns + j] = 0;
    }
}

/// One tile of C from packed panels.
ATTUNE_TARGET void multiply_tile(const Product& p, const float* a, const float* b, std::size_t n_inner,
                                 std::size_t row, std::size_t column) {
    Lanes sums[tile_rows][2] = {};
    for (std::size_t k = 0; k < n_inner; ++k, a += tile_rows, b += tile_columns) {
        const Lanes b0 = *reinterpret_cast<const Lanes*>(b);
        const Lanes b1 = *reinterpret_cast<const Lanes*>(b + lanes);
#pragma GCC unroll 16
        for (std::size_t i = 0; i < tile_rows; ++i) {
            sums[i][0] += a[i] * b0;
            sums[i][1] += a[i] * b1;
        }
    }
    const std::size_t n = p.n_rows - row < tile_rows ? p.n_rows - row : tile_rows;
    float* c = p.c + row * p.c_row + column;
    if (n == tile_rows && p.n_columns - column >= tile_columns) {
#pragma GCC unroll 16
        for (std::size_t i = 0; i < tile_rows; ++i, c += p.c_row) {
            *reinterpret_cast<Unaligned*>(c) += p.factor * sums[i][0];
            *reinterpret_cast<Unaligned*>(c + lanes) += p.factor * sums[i][1];
        }
        return;
    }
    const std::size_t m = p.n_columns - column < tile_columns ? p.n_columns - column : tile_columns;
    alignas(64) float rest[tile_rows][tile_columns];
#pragma GCC unroll 16
    for (std::size_t i = 0; i < tile_rows; ++i) {
        *reinterpret_cast<Lanes*>(rest[i]) = sums[i][0];
        *reinterpret_cast<Lanes*>(rest[i] + lanes) = sums[i][1];
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) c[i * p.c_row + j] += p.factor * rest[i][j];
    }
}

ATTUNE_TARGET void multiply(const Product& p, float* work) {
    float* const packed_a = work;
    float* const packed_b = work + tile_rows * inner_block;
    for (std::size_t inner = 0; inner < p.n_inner; inner += inner_block) {
        const std::size_t n_inner = p.n_inner - inner < inner_block ? p.n_inner - inner : inner_block;
        for (std::size_t first = 0; first < p.n_columns; first += column_block) {
            const std::size_t last = p.n_columns - first < column_block ? p.n_columns : first + column_block;
            for (std::size_t j = first; j < last; j += tile_columns)
                pack_b(p, inner, n_inner, j, packed_b + (j - first) * n_inner);
            for (std::size_t i = 0; i < p.n_rows; i += tile_rows) {
                if (p.upper && last <= i) break;
                pack_a(p, i, inner, n_inner, packed_a);
                const std::size_t begin = p.upper && i > first ? i - (i - first) % tile_columns : first;
                for (std::size_t j = begin; j < last; j += tile_columns)
                    multiply_tile(p, packed_a, packed_b + (j - first) * n_inner, n_inner, i, j);
            }
        }
    }
}

ATTUNE_TARGET float sum(const Lanes& values) {
    float total = 0;
    for (std::size_t i = 0; i < lanes; ++i) total += values[i];
    return total;
}

ATTUNE_TARGET float dot(const float* x, const float* y, std::size_t size) {
    Lanes sums[4] = {};
    std::size_t i = 0;
    for (; i + 4 * lanes <= size; i += 4 * lanes) {
#pragma GCC unroll 4
        for (std::size_t part = 0; part < 4; ++part)
            sums[part] += *reinterpret_cast<const Unaligned*>(x + i + part * lanes) *
                          *reinterpret_cast<const Unaligned*>(y + i + part * lanes);
    }
    for (; i + lanes <= size; i += lanes)
        sums[0] += *reinterpret_cast<const Unaligned*>(x + i) * *reinterpret_cast<const Unaligned*>(y + i);
    float total = sum((sums[0] + sums[1]) + (sums[2] + sums[3]));
    for (; i < size; ++i) total += x[i] * y[i];
    return total;
}

ATTUNE_TARGET void add(float* y, float factor, const float* x, std::size_t size) {
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes)
        *reinterpret_cast<Unaligned*>(y + i) += factor * *reinterpret_cast<const Unaligned*>(x + i);
    for (; i < size; ++i) y[i] += factor * x[i];
}

/// The dot products of four rows of A, one after the other, with x.
ATTUNE_TARGET void four_dots(const float* a, std::size_t n_columns, const float* x, float* y) {
    Lanes sums[4] = {};
    std::size_t i = 0;
    for (; i + lanes <= n_columns; i += lanes) {
        const Lanes part = *reinterpret_cast<const Unaligned*>(x + i);
#pragma GCC unroll 4
        for (std::size_t r = 0; r < 4; ++r)
            sums[r] += *reinterpret_cast<const Unaligned*>(a + r * n_columns + i) * part;
    }
    for (std::size_t r = 0; r < 4; ++r) {
        y[r] = sum(sums[r]);
        for (std::size_t j = i; j < n_columns; ++j) y[r] += a[r * n_columns + j] * x[j];
    }
}

/// y += the sum of four rows of A, each times its factor.
ATTUNE_TARGET void add_four(const float* a, std::size_t n_columns, const float* factors, float* y) {
    std::size_t i = 0;
    for (; i + lanes <= n_columns; i += lanes) {
        Lanes total = *reinterpret_cast<const Unaligned*>(y + i);
#pragma GCC unroll 4
        for (std::size_t r = 0; r < 4; ++r)
            total += factors[r] * *reinterpret_cast<const Unaligned*>(a + r * n_columns + i);
        *reinterpret_cast<Unaligned*>(y + i) = total;
    }
    for (; i < n_columns; ++i) {
        for (std::size_t r = 0; r < 4; ++r) y[i] += factors[r] * a[r * n_columns + i];
    }
}

ATTUNE_TARGET void times(const float* A, std::size_t n_rows, std::size_t n_columns, const float* x,
                         float* y) {
    std::size_t row = 0;
    for (; row + 4 <= n_rows; row += 4) four_dots(A + row * n_columns, n_columns, x, y + row);
    for (; row < n_rows; ++row) y[row] = dot(A + row * n_columns, x, n_columns);
}

ATTUNE_TARGET void add_residual(const float* A, std::size_t n_rows, std::size_t n_columns, const float* x,
                                const float* b, float* y) {
    std::size_t row = 0;
    for (; row + 4 <= n_rows; row += 4) {
        float left[4];
        four_dots(A + row * n_columns, n_columns, x, left);
        for (std::size_t r = 0; r < 4; ++r) left[r] = b[row + r] - left[r];
        add_four(A + row * n_columns, n_columns, left, y);
    }
    for (; row < n_rows; ++row) {
        const float* const a = A + row * n_columns;
        add(y, b[row] - dot(a, x, n_columns), a, n_columns);
    }
}

constexpr std::size_t work_size = tile_rows * inner_block + (column_block + tile_columns) * inner_block;
