#pragma once

// Put before a function of plain loops over long rows: it is compiled for several kinds of processor, and the best
// one is taken where the program runs. What it calls must be inlined into it to have a share in that. The sanitizers
// cannot start programs in which this is used.
#if defined(__x86_64__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define ATTUNE_WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define ATTUNE_WIDE
#endif
