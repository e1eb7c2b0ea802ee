#include "features/front/loops.h"

namespace attune::features {
namespace {

// Vectors of these types never cross a function that is not inlined into its own kind, so their ABI does not
// matter (-Wno-psabi).
using UnalignedInt __attribute__((may_alias)) = std::int32_t;

namespace baseline {
#define ATTUNE_TARGET
#define ATTUNE_LANES 4
#include "features/front/loops_body.h"
#undef ATTUNE_TARGET
#undef ATTUNE_LANES
constexpr Loops all{"baseline", largest_bits,    weigh, resample, multiply,    power,
                    dot,        sum_of_smallest, root,  log2,     peak_between};
}  // namespace baseline

#if defined(__x86_64__)
namespace avx2 {
#define ATTUNE_TARGET __attribute__((target("avx2,fma")))
#define ATTUNE_LANES 8
#include "features/front/loops_body.h"
#undef ATTUNE_TARGET
#undef ATTUNE_LANES
constexpr Loops all{"avx2", largest_bits,    weigh, resample, multiply,    power,
                    dot,    sum_of_smallest, root,  log2,     peak_between};
}  // namespace avx2
#endif

}  // namespace

std::vector<const Loops*> usable_loops() {
    std::vector<const Loops*> usable{&baseline::all};
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) usable.push_back(&avx2::all);
#endif
    return usable;
}

const Loops& loops() {
    static const Loops& chosen = *usable_loops().back();
    return chosen;
}

}  // namespace attune::features
