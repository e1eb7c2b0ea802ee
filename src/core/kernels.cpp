#include "core/kernels.h"

#include "core/parallel.h"

#include <algorithm>
#include <memory>
#include <new>

namespace attune {
namespace {

// Vectors of these types never cross a function that is not inlined into its own kind, so their ABI does not
// matter.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace baseline {
#define ATTUNE_TARGET
#define ATTUNE_LANES 4
#define ATTUNE_ROWS 4
#include "core/kernels_body.h"
#undef ATTUNE_TARGET
#undef ATTUNE_LANES
#undef ATTUNE_ROWS
constexpr Kernels all{"baseline", work_size, multiply, dot, add, times, add_residual};
}  // namespace baseline

#if defined(__x86_64__)

namespace avx2 {
#define ATTUNE_TARGET __attribute__((target("avx2,fma")))
#define ATTUNE_LANES 8
#define ATTUNE_ROWS 6
#include "core/kernels_body.h"
#undef ATTUNE_TARGET
#undef ATTUNE_LANES
#undef ATTUNE_ROWS
constexpr Kernels all{"avx2", work_size, multiply, dot, add, times, add_residual};
}  // namespace avx2

namespace avx512 {
#define ATTUNE_TARGET __attribute__((target("avx512f,avx512vl,avx512dq,avx2,fma")))
#define ATTUNE_LANES 16
#define ATTUNE_ROWS 12
#include "core/kernels_body.h"
#undef ATTUNE_TARGET
#undef ATTUNE_LANES
#undef ATTUNE_ROWS
constexpr Kernels all{"avx512", work_size, multiply, dot, add, times, add_residual};
}  // namespace avx512

#endif

struct FreeAligned {
    void operator()(float* memory) const noexcept { ::operator delete[](memory, std::align_val_t{64}); }
};

float* work_of_this_thread() {
    thread_local const std::unique_ptr<float[], FreeAligned> memory(
        static_cast<float*>(::operator new[](kernels().work_size * sizeof(float), std::align_val_t{64})));
    return memory.get();
}

}  // namespace

std::vector<const Kernels*> usable_kernels() {
    std::vector<const Kernels*> usable{&baseline::all};
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (has_avx2) usable.push_back(&avx2::all);
    if (has_avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
        usable.push_back(&avx512::all);
#endif
    return usable;
}

const Kernels& kernels() {
    static const Kernels& chosen = *usable_kernels().back();
    return chosen;
}

void multiply(const Product& product) {
    if (product.n_rows > 0 && product.n_columns > 0) kernels().multiply(product, work_of_this_thread());
}

void multiply(const Product& product, std::size_t threads) {
    constexpr std::size_t side = 192;  // a multiple of all tiles, so that blocks waste nothing
    if (product.n_rows * product.n_columns <= side * side) return multiply(product);
    const std::size_t across = (product.n_columns + 2 * side - 1) / (2 * side);
    const std::size_t down = (product.n_rows + side - 1) / side;
    parallel_for(across * down, threads, [&](std::size_t i) {
        const std::size_t row = i / across * side;
        const std::size_t column = i % across * 2 * side;
        Product block = product;
        block.n_rows = std::min(side, product.n_rows - row);
        block.n_columns = std::min(2 * side, product.n_columns - column);
        if (product.upper && column + block.n_columns <= row) return;
        block.upper = product.upper && column == row;  // a block off the diagonal is wanted whole, or nearly
        block.a += row * product.a_row;
        block.b += column * product.b_column;
        block.c += row * product.c_row + column;
        multiply(block);
    });
}

}  // namespace attune
