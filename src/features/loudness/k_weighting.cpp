#include "features/loudness/k_weighting.h"

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

struct Section {  // second order, a0 = 1
    double b0, b1, b2, a1, a2;
};

Section head_section(double sample_rate) {
    const double k = std::tan(std::numbers::pi * std::min(head_hz, 0.45 * sample_rate) / sample_rate);
    const double high = std::pow(10, head_gain_db / 20);
    const double band = std::pow(high, head_shape);
    const double a0 = 1 + k / head_q + k * k;
    return {(high + band * k / head_q + k * k) / a0, 2 * (k * k - high) / a0,
            (high - band * k / head_q + k * k) / a0, 2 * (k * k - 1) / a0, (1 - k / head_q + k * k) / a0};
}

Section low_section(double sample_rate) {
    const double k = std::tan(std::numbers::pi * low_hz / sample_rate);
    const double a0 = 1 + k / low_q + k * k;
    return {1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / low_q + k * k) / a0};
}

/// The product of two sections as a sum (partial fractions): with w = z^-1 and the numerator N of the product,
/// N = d A1 A2 + w (p0 + p1 w) A2 + w (q0 + q1 w) A1, solved for p and q power by power.
KFilter side_by_side(const Section& p, const Section& q) {
    const double direct = p.b0 * q.b0;
    const double m1 = p.b0 * q.b1 + p.b1 * q.b0 - direct * (p.a1 + q.a1);
    const double m2 = p.b0 * q.b2 + p.b1 * q.b1 + p.b2 * q.b0 - direct * (p.a2 + p.a1 * q.a1 + q.a2);
    const double m3 = p.b1 * q.b2 + p.b2 * q.b1 - direct * (p.a1 * q.a2 + p.a2 * q.a1);
    const double m4 = p.b2 * q.b2 - direct * p.a2 * q.a2;
    const double rest = m2 - m1 * p.a1;
    const double apart = p.a1 - q.a1;
    // What is left of the powers 3 and 4: two equations for p0 and p1.
    const double x0 = q.a2 - p.a2 + p.a1 * apart;
    const double x1 = -apart;
    const double x = m3 - m1 * p.a2 - p.a1 * rest;
    const double y0 = p.a2 * apart;
    const double y1 = q.a2 - p.a2;
    const double y = m4 - p.a2 * rest;
    const double p0 = (x * y1 - y * x1) / (x0 * y1 - y0 * x1);
    const double p1 = (x0 * y - y0 * x) / (x0 * y1 - y0 * x1);
    const double q0 = m1 - p0;
    const double q1 = rest + p0 * apart - p1;
    return {{p0, p0, q0, q0}, {p1, p1, q1, q1}, {p.a1, p.a1, q.a1, q.a1}, {p.a2, p.a2, q.a2, q.a2}, direct};
}

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
      filter_(side_by_side(head_section(sample_rate), low_section(sample_rate))),
      weights_(weights_of(channels)),
      pairs_((channels + 1) / 2) {}

void KWeighting::filter(std::size_t pair, const float* first, std::size_t n_frames) {
    auto& memory = pairs_[pair];
    if (channels_ == 2) {
        loops().weigh(filter_, memory, first, n_frames);
    } else {
        const std::size_t second =
            2 * pair + 1 < channels_ ? 1 : 0;  // a channel without a partner is its own
        stereo_.resize(2 * n_frames);
        for (std::size_t t = 0; t < n_frames; ++t) {
            stereo_[2 * t] = first[t * channels_];
            stereo_[2 * t + 1] = first[t * channels_ + second];
        }
        loops().weigh(filter_, memory, stereo_.data(), n_frames);
    }
    // Decaying tails end in numbers so small that they are slow.
    for (auto* state : {&memory.s1, &memory.s2})
        for (double& value : *state) value = std::fabs(value) < 1e-30 ? 0 : value;
}

void KWeighting::push(std::span<const float> interleaved) {
    while (!interleaved.empty()) {
        const std::size_t n_frames = std::min(interleaved.size() / channels_, frames_a_tenth_ - n_in_tenth_);
        for (std::size_t pair = 0; pair < pairs_.size(); ++pair)
            filter(pair, interleaved.data() + 2 * pair, n_frames);
        interleaved = interleaved.subspan(n_frames * channels_);
        n_in_tenth_ += n_frames;
        if (n_in_tenth_ < frames_a_tenth_) return;
        double power = 0;
        for (std::size_t channel = 0; channel < channels_; ++channel)
            power += weights_[channel] * pairs_[channel / 2].squares[channel % 2];
        for (auto& pair : pairs_) pair.squares = {};
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
