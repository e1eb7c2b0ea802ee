#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attune::features {

/// The filter of KWeighting for two channels, as a direct path beside two sections that see the same input: the same
/// transfer function as one after the other, and half as long to wait for. Each section is
/// z^-1 (first + second z^-1) / (1 + a1 z^-1 + a2 z^-2). Numbers by lane: head and low of left and right.
struct KFilter {
    std::array<double, 4> first;  // head left, head right, low left, low right
    std::array<double, 4> second;
    std::array<double, 4> a1;
    std::array<double, 4> a2;
    double direct;
};

/// What KFilter remembers, and the sum of the squares that came out of it on the left and on the right.
struct KMemory {
    std::array<double, 4> s1{};
    std::array<double, 4> s2{};
    std::array<double, 2> squares{};
};

/// Taps by which a stereo stream is resampled: shape (n_phases, 2 * n_taps), each tap twice, for left and right.
struct Taps {
    const float* values;
    std::size_t n_taps;  ///< a multiple of 4
    std::size_t n_phases;
    std::size_t step;  ///< of the position from one sample to the next, in 1 / n_phases of a sample
};

/// A place in a stereo stream, in samples and 1 / n_phases of one.
struct Position {
    std::size_t sample;
    std::size_t phase;
};

/// Taps for what lies between samples that follow each other `stride` floats apart: shape (n_phases, n_taps).
struct PeakTaps {
    const float* values;
    std::size_t n_phases;
    std::size_t n_taps;  ///< a multiple of 4
    std::size_t stride;
};

/// The loops over samples and bins in which most of the time goes, for one kind of processor. All kinds give the same
/// answers but for rounding.
struct Loops {
    const char* kind;  ///< "baseline", "avx2"

    /// The largest absolute value, as its bits: those of NaN and infinity are larger than those of any number.
    std::uint32_t (*largest_bits)(const float* values, std::size_t n);

    /// @param stereo  shape (n_frames, 2)
    void (*weigh)(const KFilter& filter, KMemory& memory, const float* stereo, std::size_t n_frames);

    /// Writes `n` samples and moves the position on.
    /// @param stereo  shape (at least the last position + n_taps, 2)
    /// @param out     shape (n, 2)
    void (*resample)(const Taps& taps, Position& position, const float* stereo, float* out, std::size_t n);

    /// out = a times b, n numbers; n a multiple of 8.
    void (*multiply)(const float* a, const float* b, float* out, std::size_t n);

    /// From the spectrum of L + iR the power of both: out[k] = (|Z_k|^2 + |Z_{n-k}|^2) / 2 for k in [0, n_bins).
    /// @param spectrum  shape (n, 2); n a multiple of 16; n_bins at most n / 2 + 1
    void (*power)(const float* spectrum, std::size_t n, float* out, std::size_t n_bins);

    /// The sum of a[i] * b[i].
    float (*dot)(const float* a, const float* b, std::size_t n);

    /// The sum of the `count` smallest of values that are at least 0; n a multiple of 8, infinity for what is to be left out.
    float (*sum_of_smallest)(const float* values, std::size_t n, std::size_t count);

    /// out = the square root of values that are at least 0.
    void (*root)(const float* values, std::size_t n, float* out);

    /// out = log2 of values that are positive, normal numbers, within 2e-7 of it or of its share 1e-7.
    void (*log2)(const float* values, std::size_t n, float* out);

    /// The largest absolute value between n samples, and of no sample.
    /// @param samples  (n_taps - 1) * stride floats before it are there too
    float (*peak_between)(const PeakTaps& taps, const float* samples, std::size_t n);
};

/// Every kind that this processor can run, the slowest first.
std::vector<const Loops*> usable_loops();

/// The fastest of them.
const Loops& loops();

}  // namespace attune::features
