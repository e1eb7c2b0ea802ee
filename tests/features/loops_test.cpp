#include "features/front/loops.h"

#include "core/random.h"
#include "features/loop_trials.h"
#include "features/loudness/k_weighting.h"
#include "features/loudness/true_peak.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <complex>
#include <ebur128.h>
#include <limits>
#include <vector>

namespace attune::features {
namespace {

std::vector<float> noise(std::size_t n, std::uint64_t seed, double size = 1) {
    Random random(seed);
    std::vector<float> values(n);
    for (float& value : values) value = static_cast<float>(size * (2 * random.uniform() - 1));
    return values;
}

class EveryLoop : public testing::TestWithParam<const Loops*> {
  protected:
    const Loops& loops = *GetParam();
};

TEST_P(EveryLoop, FindsTheLargestSizeAndWhatIsNoNumber) {
    for (const std::size_t n : {0, 1, 3, 31, 32, 33, 100}) {
        auto values = noise(n, 1 + n, 3);
        float largest = 0;
        for (const float value : values) largest = std::max(largest, std::fabs(value));
        EXPECT_EQ(std::bit_cast<float>(loops.largest_bits(values.data(), n)), largest) << n;
        if (n == 0) continue;
        values[n - 1] = -std::numeric_limits<float>::infinity();
        EXPECT_TRUE(std::isinf(std::bit_cast<float>(loops.largest_bits(values.data(), n)))) << n;
        values[n / 2] = std::numeric_limits<float>::quiet_NaN();
        EXPECT_TRUE(std::isnan(std::bit_cast<float>(loops.largest_bits(values.data(), n)))) << n;
    }
}

TEST_P(EveryLoop, WeighsAsTheDifferenceEquationSays) {
    const KFilter filter{
        {0.5, 0.5, -0.2, -0.2}, {0.1, 0.1, 0.3, 0.3}, {-1.2, -1.2, 0.4, 0.4}, {0.5, 0.5, -0.3, -0.3}, 0.7};
    const std::size_t n = 301;
    const auto stereo = noise(2 * n, 5);
    KMemory memory;
    loops.weigh(filter, memory, stereo.data(), 100);
    loops.weigh(filter, memory, stereo.data() + 200, n - 100);
    for (std::size_t side = 0; side < 2; ++side) {
        double squares = 0;
        double head[3] = {};
        double low[3] = {};
        double past[3] = {};
        for (std::size_t t = 0; t < n; ++t) {
            const double x = stereo[2 * t + side];
            head[0] = 0.5 * past[1] + 0.1 * past[2] + 1.2 * head[1] - 0.5 * head[2];
            low[0] = -0.2 * past[1] + 0.3 * past[2] - 0.4 * low[1] + 0.3 * low[2];
            squares += std::pow(0.7 * x + head[0] + low[0], 2);
            for (auto* series : {head, low}) {
                series[2] = series[1];
                series[1] = series[0];
            }
            past[2] = past[1];
            past[1] = x;
        }
        EXPECT_NEAR(memory.squares[side], squares, 1e-10 * squares);
    }
}

TEST_P(EveryLoop, ResamplesAtEveryPhase) {
    for (const std::size_t n_phases : {1, 3}) {
        const std::size_t n_taps = 12;
        const std::size_t step = 2;
        const std::size_t n = 29;
        auto single = noise(n_phases * n_taps, 7);
        std::vector<float> doubled;
        for (const float tap : single) doubled.insert(doubled.end(), {tap, tap});
        const auto stereo = noise(2 * (n * step / n_phases + n_taps + 8), 8);
        std::vector<float> out(2 * n);
        Position position{1, n_phases - 1};
        loops.resample({doubled.data(), n_taps, n_phases, step}, position, stereo.data(), out.data(), n);
        std::size_t at = n_phases + n_phases - 1;  // in phases
        for (std::size_t i = 0; i < n; ++i, at += step)
            for (std::size_t side = 0; side < 2; ++side) {
                double sum = 0;
                for (std::size_t k = 0; k < n_taps; ++k)
                    sum += static_cast<double>(single[at % n_phases * n_taps + k]) *
                           stereo[2 * (at / n_phases + k) + side];
                EXPECT_NEAR(out[2 * i + side], sum, 2e-6);
            }
        EXPECT_EQ(position.sample * n_phases + position.phase, at);
    }
}

TEST_P(EveryLoop, MultipliesAddsUpAndPartsLeftAndRight) {
    const auto a = noise(48, 1);
    const auto b = noise(48, 2);
    std::vector<float> product(48);
    loops.multiply(a.data(), b.data(), product.data(), 48);
    for (std::size_t i = 0; i < 48; ++i) EXPECT_FLOAT_EQ(product[i], a[i] * b[i]);
    std::vector<float> roots(13);
    loops.multiply(a.data(), a.data(), product.data(), 16);
    loops.root(product.data(), 13, roots.data());
    for (std::size_t i = 0; i < 13; ++i) EXPECT_FLOAT_EQ(roots[i], std::fabs(a[i]));
    for (const std::size_t n : {0, 1, 8, 13, 48}) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) sum += static_cast<double>(a[i]) * b[i];
        EXPECT_NEAR(loops.dot(a.data(), b.data(), n), sum, 1e-5);
    }
    const std::size_t n = 64;
    const auto spectrum = noise(2 * n, 3);
    std::vector<float> power(n / 2 + 1);
    loops.power(spectrum.data(), n, power.data(), power.size());
    const auto squared = [&](std::size_t k) {
        return std::norm(std::complex<float>(spectrum[2 * (k % n)], spectrum[2 * (k % n) + 1]));
    };
    for (std::size_t k = 0; k <= n / 2; ++k)
        EXPECT_NEAR(power[k], 0.5 * (squared(k) + squared(n - k)), 1e-6) << k;
}

TEST_P(EveryLoop, AddsUpTheSmallestAlsoOfEqualOnes) {
    auto values = noise(45, 4);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = i % 3 == 0 ? 0.25F : std::fabs(values[i]);
    auto room = values;
    room.resize(48, std::numeric_limits<float>::infinity());
    std::sort(values.begin(), values.end());
    double sum = 0;
    for (std::size_t count = 0; count <= values.size(); ++count) {
        EXPECT_NEAR(loops.sum_of_smallest(room.data(), room.size(), count), sum, 1e-5) << count;
        if (count < values.size()) sum += values[count];
    }
}

TEST_P(EveryLoop, KnowsLogarithmsFromTheSmallestToTheLargest) {
    std::vector<float> values;
    for (double value = 1.2e-38; value < 3e38; value *= 1.0137) values.push_back(static_cast<float>(value));
    values.insert(values.end(), {1, 2, 0.5F, std::nextafter(1.0F, 0.0F), std::nextafter(1.0F, 2.0F)});
    std::vector<float> logarithms(values.size());
    loops.log2(values.data(), values.size(), logarithms.data());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double exact = std::log2(static_cast<double>(values[i]));
        EXPECT_NEAR(logarithms[i], exact, std::max(2e-7, 1e-7 * std::fabs(exact))) << values[i];
    }
}

TEST_P(EveryLoop, FindsThePeakBetweenSamples) {
    const auto taps = noise(3 * 12, 9);
    for (const std::size_t stride : {1, 2, 5}) {
        const auto samples = noise(11 * stride + 45, 10);
        const float* first = samples.data() + 11 * stride;
        double highest = 0;
        for (std::size_t i = 0; i < 45; ++i)
            for (std::size_t phase = 0; phase < 3; ++phase) {
                double sum = 0;
                for (std::size_t k = 0; k < 12; ++k)
                    sum += static_cast<double>(taps[12 * phase + k]) * samples[11 * stride + i - k * stride];
                highest = std::max(highest, std::fabs(sum));
            }
        EXPECT_NEAR(loops.peak_between({taps.data(), 3, 12, stride}, first, 45), highest, 1e-6);
    }
}

INSTANTIATE_TEST_SUITE_P(Loops, EveryLoop, testing::ValuesIn(usable_loops()),
                         [](const auto& info) { return std::string(info.param->kind); });

TEST(Loops, AgreeWithSumsInDoubleOnEveryKindOfProcessor) {
    Random random(1);
    const trials::Draw draw = [&] { return static_cast<std::uint32_t>(random() >> 32); };
    for (int round = 0; round < 2000; ++round) ASSERT_EQ(trials::try_loops(draw), "") << "round " << round;
}

/// What libebur128 says of the same samples.
struct Reference {
    double true_peak;
    double lufs;
};
Reference reference(const std::vector<float>& interleaved, unsigned channels, unsigned rate) {
    ebur128_state* state = ebur128_init(channels, rate, EBUR128_MODE_TRUE_PEAK | EBUR128_MODE_I);
    ebur128_add_frames_float(state, interleaved.data(), interleaved.size() / channels);
    Reference found{0, 0};
    for (unsigned channel = 0; channel < channels; ++channel) {
        double peak = 0;
        ebur128_true_peak(state, channel, &peak);
        found.true_peak = std::max(found.true_peak, peak);
    }
    ebur128_loudness_global(state, &found.lufs);
    ebur128_destroy(&state);
    return found;
}

TEST(TruePeak, AndLoudnessAreThoseOfLibebur128) {
    for (const unsigned rate : {8000U, 44100U, 96000U, 192000U})
        for (const unsigned channels : {1U, 2U, 3U, 6U}) {
            // Quiet and loud by turns, so that pieces are passed over.
            auto samples = noise(static_cast<std::size_t>(rate) * channels * 2, rate + channels);
            for (std::size_t i = 0; i < samples.size(); ++i)
                samples[i] *= 0.1F + 0.5F * static_cast<float>(i / 10007 % 5);
            const auto expected = reference(samples, channels, rate);
            TruePeak peak(rate, channels);
            KWeighting weighting(rate, channels);
            const std::size_t cut = samples.size() / channels / 3 * channels;
            for (const auto part : {std::span(samples).first(cut), std::span(samples).subspan(cut)}) {
                peak.push(part);
                weighting.push(part);
            }
            EXPECT_NEAR(peak.highest(), expected.true_peak, 2e-6 * expected.true_peak)
                << rate << " " << channels;
            if (channels == 3) continue;  // libebur128 takes three channels for left, right and centre
            EXPECT_NEAR(integrated_loudness(weighting.tenths()), expected.lufs, 0.02)
                << rate << " " << channels;
        }
}

}  // namespace
}  // namespace attune::features
