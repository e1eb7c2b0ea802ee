#include "features/loudness/true_peak.h"

#include "features/front/loops.h"
#include "features/front/stereo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::features {
namespace {

constexpr int window_taps = 49;
constexpr std::size_t piece = 64;  // frames that are looked into or passed over together

std::size_t oversampling_at(double sample_rate) {
    if (sample_rate < 96000) return 4;
    return sample_rate < 192000 ? 2 : 1;
}

/// Tap j of the sinc, whose zeros are `factor` taps apart, under a Hann window.
double tap_at(std::size_t j, std::size_t factor) {
    const double from_centre = static_cast<double>(j) - (window_taps - 1) / 2.0;
    const double angle = std::numbers::pi * from_centre / static_cast<double>(factor);
    const double hann =
        0.5 * (1 - std::cos(2 * std::numbers::pi * static_cast<double>(j) / (window_taps - 1)));
    return (std::fabs(angle) < 1e-9 ? 1 : std::sin(angle) / angle) * hann;
}

}  // namespace

TruePeak::TruePeak(double sample_rate, std::size_t channels) : channels_(channels) {
    const std::size_t factor = oversampling_at(sample_rate);
    n_phases_ = factor - 1;  // the first phase is the samples themselves
    n_taps_ = (window_taps - 1) / factor;
    for (std::size_t phase = 1; phase <= n_phases_; ++phase) {
        double gain = 0;
        for (std::size_t k = 0; k < n_taps_; ++k) {
            const double tap = tap_at(phase + k * factor, factor);
            taps_.push_back(static_cast<float>(tap));
            gain += std::fabs(tap);
        }
        most_gain_ = std::max(most_gain_, static_cast<float>(1.0001 * gain));  // for what rounding adds
    }
    if (n_phases_ > 0) samples_.assign((n_taps_ - 1) * channels_, 0.0F);
}

void TruePeak::push(std::span<const float> interleaved) {
    highest_ = std::max(highest_, largest_size(interleaved));
    if (n_phases_ == 0) return;
    const std::size_t before = (n_taps_ - 1) * channels_;
    samples_.insert(samples_.end(), interleaved.begin(), interleaved.end());
    for (std::size_t at = before; at < samples_.size(); at += piece * channels_)
        look_between(at, std::min(piece * channels_, samples_.size() - at));
    samples_.erase(samples_.begin(), samples_.end() - static_cast<std::ptrdiff_t>(before));
}

void TruePeak::look_between(std::size_t first, std::size_t n) {
    const std::size_t before = (n_taps_ - 1) * channels_;
    const auto around = std::span(samples_).subspan(first - before, before + n);
    if (largest_size(around) * most_gain_ <= highest_) return;
    const PeakTaps taps{taps_.data(), n_phases_, n_taps_, channels_};
    highest_ = std::max(highest_, loops().peak_between(taps, samples_.data() + first, n));
}

}  // namespace attune::features
