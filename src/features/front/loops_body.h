// No include guard: loops.cpp includes this once for each kind of processor, in a namespace of its own, with
//   ATTUNE_TARGET  the attribute that lets functions use its instructions
//   ATTUNE_LANES   floats in a vector, 4 or 8
// Functions of other headers must not be called here: their instances would be shared with other processors.

using Lanes __attribute__((vector_size(ATTUNE_LANES * sizeof(float)))) = float;
using Bits __attribute__((vector_size(ATTUNE_LANES * sizeof(float)))) = std::int32_t;
using Unaligned
    __attribute__((vector_size(ATTUNE_LANES * sizeof(float)), aligned(alignof(float)), may_alias)) = float;
using UnalignedBits
    __attribute__((vector_size(ATTUNE_LANES * sizeof(float)), aligned(alignof(float)), may_alias)) =
        std::int32_t;
using Pair __attribute__((vector_size(2 * sizeof(double)))) = double;
using Quad __attribute__((vector_size(4 * sizeof(double)))) = double;
using UnalignedQuad __attribute__((vector_size(4 * sizeof(double)), aligned(alignof(double)), may_alias)) =
    double;
using FourFloats __attribute__((vector_size(4 * sizeof(float)))) = float;
using UnalignedFour __attribute__((vector_size(4 * sizeof(float)), aligned(alignof(float)), may_alias)) =
    float;

constexpr std::size_t lanes = ATTUNE_LANES;

ATTUNE_TARGET inline Lanes load(const float* from) { return *reinterpret_cast<const Unaligned*>(from); }
ATTUNE_TARGET inline void store(float* to, Lanes values) { *reinterpret_cast<Unaligned*>(to) = values; }
ATTUNE_TARGET inline Quad load_four(const double* from) {
    return *reinterpret_cast<const UnalignedQuad*>(from);
}
ATTUNE_TARGET inline void store_four(double* to, Quad values) {
    *reinterpret_cast<UnalignedQuad*>(to) = values;
}

ATTUNE_TARGET inline Bits without_sign(Lanes values) { return reinterpret_cast<Bits>(values) & 0x7FFF'FFFF; }
ATTUNE_TARGET inline Bits larger(Bits a, Bits b) { return a > b ? a : b; }
ATTUNE_TARGET inline std::int32_t largest_of(Bits values) {
    std::int32_t largest = 0;
    for (std::size_t i = 0; i < lanes; ++i) largest = values[i] > largest ? values[i] : largest;
    return largest;
}

ATTUNE_TARGET std::uint32_t largest_bits(const float* values, std::size_t n) {
    // The bits of numbers without a sign have the order of the numbers.
    Bits largest[4] = {};
    std::size_t i = 0;
    for (; i + 4 * lanes <= n; i += 4 * lanes) {
#pragma GCC unroll 4
        for (std::size_t part = 0; part < 4; ++part)
            largest[part] = larger(largest[part], without_sign(load(values + i + part * lanes)));
    }
    std::int32_t found = largest_of(larger(larger(largest[0], largest[1]), larger(largest[2], largest[3])));
    for (; i < n; ++i) {
        const std::int32_t bits = reinterpret_cast<const UnalignedInt*>(values)[i] & 0x7FFF'FFFF;
        found = bits > found ? bits : found;
    }
    return static_cast<std::uint32_t>(found);
}

struct KState {
    Quad s1;
    Quad s2;
    Pair squares;
};

ATTUNE_TARGET inline void weigh_frame(const KFilter& filter, KState& state, Quad x) {
    const Pair z = filter.direct * __builtin_shufflevector(x, x, 0, 1) +
                   (__builtin_shufflevector(state.s1, state.s1, 0, 1) +
                    __builtin_shufflevector(state.s1, state.s1, 2, 3));
    state.squares += z * z;
    const Quad s1 = state.s1;
    state.s1 = (state.s2 + load_four(filter.first.data()) * x) - load_four(filter.a1.data()) * s1;
    state.s2 = load_four(filter.second.data()) * x - load_four(filter.a2.data()) * s1;
}

ATTUNE_TARGET void weigh(const KFilter& given, KMemory& memory, const float* stereo, std::size_t n_frames) {
    const KFilter filter = given;  // nobody else writes to it: it stays in registers
    KState state{
        load_four(memory.s1.data()), load_four(memory.s2.data()), {memory.squares[0], memory.squares[1]}};
    std::size_t t = 0;
    for (; t + 2 <= n_frames; t += 2) {
        const Quad both =
            __builtin_convertvector(*reinterpret_cast<const UnalignedFour*>(stereo + 2 * t), Quad);
        weigh_frame(filter, state, __builtin_shufflevector(both, both, 0, 1, 0, 1));
        weigh_frame(filter, state, __builtin_shufflevector(both, both, 2, 3, 2, 3));
    }
    if (t < n_frames) {
        const double left = stereo[2 * t];
        const double right = stereo[2 * t + 1];
        weigh_frame(filter, state, Quad{left, right, left, right});
    }
    store_four(memory.s1.data(), state.s1);
    store_four(memory.s2.data(), state.s2);
    memory.squares = {state.squares[0], state.squares[1]};
}

/// Left and right of what lies in a vector one after the other.
ATTUNE_TARGET inline void store_sum(Lanes sums, float* out) {
    out[0] = 0;
    out[1] = 0;
#pragma GCC unroll 4
    for (std::size_t i = 0; i < lanes; i += 2) {
        out[0] += sums[i];
        out[1] += sums[i + 1];
    }
}

/// Four samples from four places `step` samples apart, by the same taps.
ATTUNE_TARGET inline void resample_four(const float* tap, std::size_t n, const float* samples,
                                        std::size_t step, float* out) {
    Lanes sums[4] = {};
    for (std::size_t k = 0; k < n; k += lanes) {
        const Lanes factor = load(tap + k);
#pragma GCC unroll 4
        for (std::size_t i = 0; i < 4; ++i) sums[i] += factor * load(samples + 2 * i * step + k);
    }
#pragma GCC unroll 4
    for (std::size_t i = 0; i < 4; ++i) store_sum(sums[i], out + 2 * i);
}

ATTUNE_TARGET inline void resample_one(const float* tap, std::size_t n, const float* samples, float* out) {
    Lanes sums[2] = {};
    std::size_t k = 0;
    for (; k + 2 * lanes <= n; k += 2 * lanes) {
        sums[0] += load(tap + k) * load(samples + k);
        sums[1] += load(tap + k + lanes) * load(samples + k + lanes);
    }
    for (; k < n; k += lanes) sums[0] += load(tap + k) * load(samples + k);
    store_sum(sums[0] + sums[1], out);
}

ATTUNE_TARGET void resample(const Taps& taps, Position& position, const float* stereo, float* out,
                            std::size_t n) {
    std::size_t done = 0;
    if (taps.n_phases == 1) {
        for (; done + 4 <= n; done += 4, position.sample += 4 * taps.step)
            resample_four(taps.values, 2 * taps.n_taps, stereo + 2 * position.sample, taps.step,
                          out + 2 * done);
    }
    for (; done < n; ++done) {
        resample_one(taps.values + position.phase * 2 * taps.n_taps, 2 * taps.n_taps,
                     stereo + 2 * position.sample, out + 2 * done);
        position.phase += taps.step;
        position.sample += position.phase / taps.n_phases;
        position.phase %= taps.n_phases;
    }
}

ATTUNE_TARGET void multiply(const float* a, const float* b, float* out, std::size_t n) {
    for (std::size_t i = 0; i < n; i += lanes) store(out + i, load(a + i) * load(b + i));
}

ATTUNE_TARGET inline float squared(const float* value) { return value[0] * value[0] + value[1] * value[1]; }

ATTUNE_TARGET void power(const float* spectrum, std::size_t n, float* out, std::size_t n_bins) {
    out[0] = squared(spectrum);
    std::size_t k = 1;
    for (; k + lanes <= n_bins && k + lanes <= n / 2; k += lanes) {
        const float* ahead = spectrum + 2 * k;
        const float* back = spectrum + 2 * (n - k + 1);
        Lanes a0 = load(ahead);
        Lanes a1 = load(ahead + lanes);
        Lanes b0 = load(back - lanes);
        Lanes b1 = load(back - 2 * lanes);
        a0 *= a0;
        a1 *= a1;
        b0 *= b0;
        b1 *= b1;
#if ATTUNE_LANES == 8
        const Lanes sum = (__builtin_shufflevector(a0, a1, 0, 2, 4, 6, 8, 10, 12, 14) +
                           __builtin_shufflevector(a0, a1, 1, 3, 5, 7, 9, 11, 13, 15)) +
                          (__builtin_shufflevector(b0, b1, 6, 4, 2, 0, 14, 12, 10, 8) +
                           __builtin_shufflevector(b0, b1, 7, 5, 3, 1, 15, 13, 11, 9));
#else
        const Lanes sum =
            (__builtin_shufflevector(a0, a1, 0, 2, 4, 6) + __builtin_shufflevector(a0, a1, 1, 3, 5, 7)) +
            (__builtin_shufflevector(b0, b1, 2, 0, 6, 4) + __builtin_shufflevector(b0, b1, 3, 1, 7, 5));
#endif
        store(out + k, 0.5F * sum);
    }
    for (; k < n_bins; ++k) out[k] = 0.5F * (squared(spectrum + 2 * k) + squared(spectrum + 2 * (n - k)));
}

ATTUNE_TARGET float dot(const float* a, const float* b, std::size_t n) {
    Lanes sums = {};
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) sums += load(a + i) * load(b + i);
    float total = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) total += sums[lane];
    for (; i < n; ++i) total += a[i] * b[i];
    return total;
}

/// A number whose bits are larger than those of `count` or a few more of the values, and of no others.
ATTUNE_TARGET inline std::int32_t bits_over(const float* values, std::size_t n, std::int32_t count) {
    std::int32_t low = 0;  // over fewer than `count`
    std::int32_t high = 0x7F80'0000;
    while (high - low > 1) {
        const std::int32_t middle = low + (high - low) / 2;
        Bits counts = {};
        for (std::size_t i = 0; i < n; i += lanes)
            counts -= *reinterpret_cast<const UnalignedBits*>(values + i) < middle;
        std::int32_t under = 0;
        for (std::size_t lane = 0; lane < lanes; ++lane) under += counts[lane];
        (under < count ? low : high) = middle;
        if (under == count) break;
    }
    return high;
}

ATTUNE_TARGET float sum_of_smallest(const float* values, std::size_t n, std::size_t count) {
    const std::int32_t over = bits_over(values, n, static_cast<std::int32_t>(count));
    Lanes sums = {};
    Bits counts = {};
    for (std::size_t i = 0; i < n; i += lanes) {
        const Bits bits = *reinterpret_cast<const UnalignedBits*>(values + i);
        const Bits is_under = bits < over;
        sums += reinterpret_cast<Lanes>(bits & is_under);
        counts -= is_under;
    }
    float sum = 0;
    std::int32_t too_many = -static_cast<std::int32_t>(count);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        sum += sums[lane];
        too_many += counts[lane];
    }
    // Those that are too many are all the same.
    const std::int32_t same = over - 1;
    float value;
    __builtin_memcpy(&value, &same, sizeof value);
    return too_many == 0 ? sum : sum - static_cast<float>(too_many) * value;
}

ATTUNE_TARGET void root(const float* values, std::size_t n, float* out) {
    for (std::size_t i = 0; i < n; ++i) out[i] = __builtin_sqrtf(values[i]);
}

/// Source: the polynomial of logf() in S. Moshier, "Cephes mathematical library", 1992.
ATTUNE_TARGET inline Lanes log2_of(Lanes values) {
    const Bits bits = reinterpret_cast<Bits>(values);
    const Bits exponent =
        (bits - 0x3F35'04F3) >> 23;  // so that what is left lies between sqrt(1/2) and sqrt(2)
    const Lanes t = reinterpret_cast<Lanes>(bits - (exponent << 23)) - 1.0F;
    Lanes p = 7.0376836292e-2F * t - 1.1514610310e-1F;
    p = p * t + 1.1676998740e-1F;
    p = p * t - 1.2420140846e-1F;
    p = p * t + 1.4249322787e-1F;
    p = p * t - 1.6668057665e-1F;
    p = p * t + 2.0000714765e-1F;
    p = p * t - 2.4999993993e-1F;
    p = p * t + 3.3333331174e-1F;
    const Lanes square = t * t;
    const Lanes natural = t + (p * t * square - 0.5F * square);
    return __builtin_convertvector(exponent, Lanes) + 1.44269504F * natural;
}

ATTUNE_TARGET void log2(const float* values, std::size_t n, float* out) {
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) store(out + i, log2_of(load(values + i)));
    if (i == n) return;
    float rest[lanes];
    for (std::size_t k = 0; k < lanes; ++k) rest[k] = i + k < n ? values[i + k] : 1.0F;
    store(rest, log2_of(load(rest)));
    for (std::size_t k = 0; i + k < n; ++k) out[i + k] = rest[k];
}

ATTUNE_TARGET float peak_between(const PeakTaps& taps, const float* samples, std::size_t n) {
    Bits largest = {};
    float found = 0;
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        for (std::size_t phase = 0; phase < taps.n_phases; ++phase) {
            const float* const tap = taps.values + phase * taps.n_taps;
            const float* sample = samples + i;
            Lanes sums[2] = {};
            for (std::size_t k = 0; k < taps.n_taps; k += 4) {
#pragma GCC unroll 4
                for (std::size_t j = 0; j < 4; ++j, sample -= taps.stride)
                    sums[j % 2] += tap[k + j] * load(sample);
            }
            largest = larger(largest, without_sign(sums[0] + sums[1]));
        }
    }
    for (; i < n; ++i) {
        for (std::size_t phase = 0; phase < taps.n_phases; ++phase) {
            const float* sample = samples + i;
            float sum = 0;
            for (std::size_t k = 0; k < taps.n_taps; ++k, sample -= taps.stride)
                sum += taps.values[phase * taps.n_taps + k] * *sample;
            sum = sum < 0 ? -sum : sum;
            found = sum > found ? sum : found;
        }
    }
    const Lanes sizes = reinterpret_cast<Lanes>(largest);
    for (std::size_t lane = 0; lane < lanes; ++lane) found = sizes[lane] > found ? sizes[lane] : found;
    return found;
}
