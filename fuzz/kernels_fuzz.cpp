#include "core/kernel_trials.h"
#include "features/loop_trials.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

/// The loops for every kind of processor agree with sums in double, whatever shape and numbers the bytes say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    std::size_t at = 0;
    std::uint32_t n_drawn = 0;
    const trials::Draw draw = [&]() -> std::uint32_t {
        std::uint32_t bits = 0;
        // The same again from the start, but not the same numbers.
        const std::size_t n = size < 4 ? size : 4;
        if (n > 0 && at + n > size) at = 0;
        if (n > 0) std::memcpy(&bits, data + at, n);
        at += n;
        return bits ^ (n_drawn++ * 0x9E3779B9U * static_cast<std::uint32_t>(size > 0 ? data[0] : 1));
    };
    for (const auto trial : {trials::try_kernels, trials::try_loops}) {
        const auto fault = trial(draw);
        if (fault.empty()) continue;
        std::fprintf(stderr, "%s\n", fault.c_str());
        std::abort();
    }
    return 0;
}
