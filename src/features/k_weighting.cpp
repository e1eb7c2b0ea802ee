#include "features/k_weighting.h"

#include "core/matrix.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::features {
namespace {

constexpr double offset = -0.691;  // LUFS of power 1: a sine of 997 Hz reads its level
constexpr double surround = 1.41;  // weight of what comes from behind
const double absolute_gate = std::pow(10, (-70 - offset) / 10);

// The analogue filters behind the coefficients that BS.1770 gives for 48 kHz, for any rate.
constexpr double head_hz = 1681.974450955533;
constexpr double head_gain_db = 3.999843853973347;
constexpr double head_q = 0.7071752369554196;
constexpr double head_shape = 0.4996667741545416;
constexpr double low_hz = 38.13547087602444;
constexpr double low_q = 0.5003270373238773;

/// Weights of channels in the order of WAV, as the default layouts of stereo.cpp.
std::vector<double> weights_of(std::size_t channels) {
    std::vector<double> weights(channels, 1);
    const std::size_t lfe = channels == 3 ? 2 : channels >= 6 ? 3 : channels;
    if (lfe < channels) weights[lfe] = 0;
    const std::size_t behind = channels >= 6 ? 4 : channels == 5 ? 3 : channels == 4 ? 3 : channels;
    for (std::size_t channel = behind; channel < channels; ++channel) weights[channel] = surround;
    return weights;
}

/// The mean power of windows of `length` tenths, one every `step`.
std::vector<double> windows_of(std::span<const float> tenths, std::size_t length, std::size_t step) {
    std::vector<double> windows;
    for (std::size_t start = 0; start + length <= tenths.size(); start += step) {
        double sum = 0;
        for (std::size_t i = 0; i < length; ++i) sum += tenths[start + i];
        windows.push_back(sum / static_cast<double>(length));
    }
    return windows;
}

void keep_over(std::vector<double>& windows, double gate) {
    std::erase_if(windows, [&](double power) { return !(power >= gate); });
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

/// What is over both gates; the second lies `below_db` under the mean of what is over the first.
std::vector<double> gated(std::vector<double> windows, double below_db) {
    keep_over(windows, absolute_gate);
    if (!windows.empty()) keep_over(windows, mean_of(windows) * std::pow(10, -below_db / 10));
    return windows;
}

}  // namespace

KWeighting::KWeighting(double sample_rate, std::size_t channels)
    : channels_(channels),
      frames_a_tenth_(static_cast<std::size_t>(std::lround(sample_rate / 10))),
      weights_(weights_of(channels)),
      pairs_((channels + lanes - 1) / lanes) {
    double k = std::tan(std::numbers::pi * std::min(head_hz, 0.45 * sample_rate) / sample_rate);
    const double high = std::pow(10, head_gain_db / 20);
    const double band = std::pow(high, head_shape);
    double a0 = 1 + k / head_q + k * k;
    head_ = {(high + band * k / head_q + k * k) / a0, 2 * (k * k - high) / a0,
             (high - band * k / head_q + k * k) / a0, 2 * (k * k - 1) / a0, (1 - k / head_q + k * k) / a0};
    k = std::tan(std::numbers::pi * low_hz / sample_rate);
    a0 = 1 + k / low_q + k * k;
    low_ = {1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / low_q + k * k) / a0};
}

void KWeighting::filter(Pair& pair, const float* first, std::size_t n_frames, std::size_t channel) {
    const std::size_t second = channel + 1 < channels_ ? 1 : 0;  // a channel without a partner is its own
    auto [h1, h2, l1, l2] = pair.memory;
    Lanes sums = pair.sums;
    for (std::size_t t = 0; t < n_frames; ++t, first += channels_) {
        const Lanes x{first[0], first[second]};
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double y = head_.b0 * x[lane] + h1[lane];
            h1[lane] = head_.b1 * x[lane] - head_.a1 * y + h2[lane];
            h2[lane] = head_.b2 * x[lane] - head_.a2 * y;
            const double z = y + l1[lane];
            l1[lane] = -2 * y - low_.a1 * z + l2[lane];
            l2[lane] = y - low_.a2 * z;
            sums[lane] += z * z;
        }
    }
    // Decaying tails end in numbers so small that they are slow.
    for (auto* memory : {&h1, &h2, &l1, &l2})
        for (double& value : *memory) value = std::fabs(value) < 1e-30 ? 0 : value;
    pair.memory = {h1, h2, l1, l2};
    pair.sums = sums;
}

void KWeighting::push(std::span<const float> interleaved) {
    while (!interleaved.empty()) {
        const std::size_t n_frames = std::min(interleaved.size() / channels_, frames_a_tenth_ - n_in_tenth_);
        for (std::size_t i = 0; i < pairs_.size(); ++i)
            filter(pairs_[i], interleaved.data() + i * lanes, n_frames, i * lanes);
        interleaved = interleaved.subspan(n_frames * channels_);
        n_in_tenth_ += n_frames;
        if (n_in_tenth_ < frames_a_tenth_) return;
        double power = 0;
        for (std::size_t channel = 0; channel < channels_; ++channel)
            power += weights_[channel] * pairs_[channel / lanes].sums[channel % lanes];
        for (auto& pair : pairs_) pair.sums = {};
        tenths_.push_back(static_cast<float>(power / static_cast<double>(frames_a_tenth_)));
        n_in_tenth_ = 0;
    }
}

float integrated_loudness(std::span<const float> tenths) {
    const auto blocks = gated(windows_of(tenths, 4, 1), 10);
    return blocks.empty() ? missing : static_cast<float>(offset + 10 * std::log10(mean_of(blocks)));
}

float loudness_range(std::span<const float> tenths) {
    auto windows = gated(windows_of(tenths, 30, 10), 20);
    if (windows.empty()) return missing;
    std::sort(windows.begin(), windows.end());
    const auto at = [&](double share) {
        return windows[static_cast<std::size_t>(
            std::lround(share * static_cast<double>(windows.size() - 1)))];
    };
    return static_cast<float>(10 * std::log10(at(0.95) / at(0.1)));
}

}  // namespace attune::features
