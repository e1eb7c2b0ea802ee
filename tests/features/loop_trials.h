#pragma once

#include "core/trials.h"
#include "features/front/loops.h"

#include <algorithm>
#include <array>
#include <bit>

namespace attune::trials {

using features::Loops;

inline double squared(float value) { return static_cast<double>(value) * static_cast<double>(value); }

inline Fault try_numbers(const Loops& loops, const Draw& draw) {
    const auto kind = draw_kind(draw);
    const std::size_t n = 8 * (draw() % 9);
    const std::size_t n_some = n - (n > 0 ? draw() % 8 : 0);
    const Values a(draw, kind, n);
    const Values b(draw, kind, n);
    Fault fault;
    Values product(draw, Numbers::plain, n);
    loops.multiply(a.data(), b.data(), product.data(), n);
    Sum dot;
    for (std::size_t i = 0; i < n; ++i) {
        const double term = static_cast<double>(a[i]) * static_cast<double>(b[i]);
        expect(fault, Sum().add(term), product[i], fmt::format("{} product {} of {}", loops.kind, i, n));
        if (i < n_some) dot.add(term);
    }
    expect(fault, dot, loops.dot(a.data(), b.data(), n_some),
           fmt::format("{} dot of {}", loops.kind, n_some));
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < n_some; ++i)
        largest = std::max(largest, std::bit_cast<std::uint32_t>(a[i]) & 0x7FFFFFFFU);
    if (loops.largest_bits(a.data(), n_some) != largest)
        fault = fmt::format("{} largest of {}", loops.kind, n_some);
    Values sizes = a;
    for (std::size_t i = 0; i < n; ++i) sizes[i] = std::abs(a[i]);
    Values roots(draw, Numbers::plain, n_some);
    loops.root(sizes.data(), n_some, roots.data());
    for (std::size_t i = 0; i < n_some; ++i)
        expect(fault, Sum().add(std::sqrt(static_cast<double>(sizes[i]))), roots[i],
               fmt::format("{} root {} of {}", loops.kind, i, n_some));
    return fault;
}

inline Fault try_power(const Loops& loops, const Draw& draw) {
    const std::size_t n = 16 * (1 + draw() % 6);
    const std::size_t n_bins = 1 + draw() % (n / 2 + 1);
    const Values spectrum(draw, draw_kind(draw), 2 * n);
    Values power(draw, Numbers::plain, n_bins);
    loops.power(spectrum.data(), n, power.data(), n_bins);
    Fault fault;
    for (std::size_t k = 0; k < n_bins; ++k) {
        Sum sum;
        for (const auto bin : {k, (n - k) % n})
            sum.add(0.5 * squared(spectrum[2 * bin])).add(0.5 * squared(spectrum[2 * bin + 1]));
        expect(fault, sum, power[k], fmt::format("{} power {} of {}", loops.kind, k, n));
    }
    return fault;
}

inline Fault try_logarithms(const Loops& loops, const Draw& draw) {
    const std::size_t n = draw() % 40;
    Values values(draw, Numbers::plain, n);
    for (std::size_t i = 0; i < n; ++i)  // any positive, normal number
        values[i] = std::bit_cast<float>(0x00800000U + draw() % (0x7F800000U - 0x00800000U));
    Values logarithms(draw, Numbers::plain, n);
    loops.log2(values.data(), n, logarithms.data());
    for (std::size_t i = 0; i < n; ++i) {
        const double exact = std::log2(static_cast<double>(values[i]));
        if (std::abs(static_cast<double>(logarithms[i]) - exact) > std::max(2e-7, 1e-7 * std::abs(exact)))
            return fmt::format("{} log2 of {}: {}, not {}", loops.kind, values[i], logarithms[i], exact);
    }
    return {};
}

inline Fault try_smallest(const Loops& loops, const Draw& draw) {
    const std::size_t n = 8 * (1 + draw() % 8);
    const std::size_t n_known = draw() % (n + 1);
    Values values(draw, Numbers::rough, n);
    const auto levels = 1 + draw() % 20;  // few of them: many values are alike
    for (std::size_t i = 0; i < n; ++i) {
        values[i] = draw() % 2 == 0 ? std::abs(values[i]) : static_cast<float>(draw() % levels);
        if (i >= n_known) values[i] = std::numeric_limits<float>::infinity();
    }
    const std::size_t count = draw() % (n_known + 1);
    std::vector<float> sorted(values.data(), values.data() + n);
    std::ranges::sort(sorted);
    Sum sum;
    for (std::size_t i = 0; i < count; ++i) sum.add(static_cast<double>(sorted[i]));
    // Values like the largest are added up and taken off again.
    if (count > 0) sum.add(0, static_cast<double>(n) * static_cast<double>(sorted[count - 1]));
    Fault fault;
    expect(fault, sum, loops.sum_of_smallest(values.data(), n, count),
           fmt::format("{} sum of the {} smallest of {}", loops.kind, count, n));
    return fault;
}

inline Fault try_filters(const Loops& loops, const Draw& draw) {
    const std::size_t n_taps = 4 * (1 + draw() % 5);
    const std::size_t n_phases = 1 + draw() % 3;
    const std::size_t step = 1 + draw() % 4;
    const std::size_t n = draw() % 30;
    const auto kind = draw() % 2 == 0 ? Numbers::plain : Numbers::rough;
    const Values taps(draw, Numbers::plain, n_phases * n_taps);
    Values doubled(draw, Numbers::plain, 2 * taps.size());
    for (std::size_t i = 0; i < doubled.size(); ++i) doubled[i] = taps[i / 2];
    const Values stereo(draw, kind, 2 * (n * step / n_phases + n_taps + 2));
    Values out(draw, Numbers::plain, 2 * n);
    features::Position position{0, n_phases - 1};
    std::size_t at = n_phases - 1;
    loops.resample({doubled.data(), n_taps, n_phases, step}, position, stereo.data(), out.data(), n);
    Fault fault;
    for (std::size_t i = 0; i < 2 * n; ++i) {
        Sum sum;
        for (std::size_t k = 0; k < n_taps; ++k)
            sum.add(static_cast<double>(taps[at % n_phases * n_taps + k]) *
                    static_cast<double>(stereo[2 * (at / n_phases + k) + i % 2]));
        expect(fault, sum, out[i], fmt::format("{} resampled {} of {}", loops.kind, i, n));
        if (i % 2 == 1) at += step;
    }
    if (position.sample * n_phases + position.phase != at) fault = fmt::format("{} position", loops.kind);
    const std::size_t stride = 1 + draw() % 3;
    const Values samples(draw, kind, (n_taps - 1) * stride + n);
    const float* const first = samples.data() + (n_taps - 1) * stride;
    Sum highest;
    for (std::size_t i = 0; i < n * n_phases; ++i) {
        Sum sum;
        for (std::size_t k = 0; k < n_taps; ++k)
            sum.add(static_cast<double>(taps[i % n_phases * n_taps + k]) *
                    static_cast<double>(first[static_cast<std::ptrdiff_t>(i / n_phases) -
                                              static_cast<std::ptrdiff_t>(k * stride)]));
        if (i == 0 || std::abs(sum.value()) > highest.value())
            highest = Sum().add(std::abs(sum.value()), sum.size() * static_cast<double>(n_taps));
    }
    expect(fault, highest, loops.peak_between({taps.data(), n_phases, n_taps, stride}, first, n),
           fmt::format("{} peak of {} samples", loops.kind, n));
    return fault;
}

/// One of each, by every kind of processor that this one can be. @return the first fault
inline Fault try_loops(const Draw& draw) {
    for (const Loops* kind : features::usable_loops()) {
        for (const auto trial : {try_numbers, try_power, try_logarithms, try_smallest, try_filters}) {
            if (auto fault = trial(*kind, draw); !fault.empty()) return fault;
        }
    }
    return {};
}

}  // namespace attune::trials
