#include "features/tonal/glides.h"

#include "features/front/loops.h"

#include <algorithm>
#include <cmath>

namespace attune::features {
namespace {

constexpr double lowest = 250;      // Hz: below, a bin is more than a semitone
constexpr double highest = 3500;    // Hz
constexpr std::size_t reach = 12;   // bins on each side: the surroundings of a peak
constexpr float prominence = 1.8F;  // times the mean of the surroundings
constexpr float depth = 3e-3F;  // of the loudest peak so far: what is 50 dB below it is not heard beside it
constexpr float smallest = 1e-30F;         // power that has a logarithm
constexpr double least_cents_per_s = 700;  // a vibrato of half a semitone moves by 1,700 at its steepest
constexpr float straightness = 0.5F;       // deviation from a line, of what the pitch moves in a frame

}  // namespace

GlideCollector::GlideCollector(std::size_t frame_length, double sample_rate, double frames_per_s)
    : bin_width_(sample_rate / static_cast<double>(frame_length)),
      first_bin_(std::max(reach, static_cast<std::size_t>(lowest / bin_width_))),
      last_bin_(std::min(frame_length / 2 - reach, static_cast<std::size_t>(highest / bin_width_))),
      steepness_(static_cast<float>(least_cents_per_s / frames_per_s)),
      amplitude_(last_bin_ + reach + 1),
      logarithms_(amplitude_.size()),
      cents_of_bin_(amplitude_.size()),
      sums_(amplitude_.size() + 1),
      peaks_(amplitude_.size()) {
    for (std::size_t k = 1; k < cents_of_bin_.size(); ++k)
        cents_of_bin_[k] = static_cast<float>(1200 * std::log2(static_cast<double>(k)));
}

void GlideCollector::find_peaks() {
    float loudest = 0;
    for (std::size_t k = 0; k < amplitude_.size(); ++k) {
        sums_[k + 1] = sums_[k] + amplitude_[k];
        loudest = k < first_bin_ ? loudest : std::max(loudest, amplitude_[k]);
    }
    loudest_ = std::max(loudest_, loudest);
    const float quiet = depth * loudest_;
    constexpr float of_sum = prominence / (2 * reach + 1);
    std::size_t n = 0;
    peaks_.resize(amplitude_.size());
    // Without branches, which would be guessed wrongly half of the time.
    for (std::size_t k = first_bin_; k <= last_bin_; ++k) {
        const float centre = amplitude_[k];
        peaks_[n] = k;
        n += static_cast<std::size_t>(centre > amplitude_[k - 1]) &
             static_cast<std::size_t>(centre >= amplitude_[k + 1]) &
             static_cast<std::size_t>(centre > quiet) &
             static_cast<std::size_t>(centre > of_sum * (sums_[k + reach + 1] - sums_[k - reach]));
    }
    peaks_.resize(n);
}

void GlideCollector::follow(std::size_t bin) {
    // The peak of a Hann window is a parabola on a logarithmic scale.
    const float left = logarithms_[bin - 1];
    const float middle = logarithms_[bin];
    const float right = logarithms_[bin + 1];
    const float bend = left - 2 * middle + right;
    const float shift = bend < 0 ? std::clamp(0.5F * (left - right) / bend, -0.5F, 0.5F) : 0.0F;
    Partial partial{bin, 1, {}};
    auto earlier = std::ranges::lower_bound(before_, bin - 1, {}, &Partial::bin);
    if (earlier != before_.end() && earlier->bin < bin && earlier + 1 != before_.end() &&
        earlier[1].bin == bin)
        ++earlier;
    if (earlier != before_.end() && earlier->bin <= bin + 1) {
        partial.n_frames = earlier->n_frames + 1;
        std::copy(earlier->pitch.begin() + 1, earlier->pitch.end(), partial.pitch.begin());
    }
    // log(1 + x) by its series: x is at most a twentieth.
    constexpr float cents_of_log = 1731.234F;
    const float x = shift / static_cast<float>(bin);
    partial.pitch.back() = cents_of_bin_[bin] + cents_of_log * x * (1 - x * (0.5F - x / 3));
    now_.push_back(partial);
}

bool GlideCollector::glides(const Partial& partial) const {
    if (partial.n_frames < n_pitches) return false;
    const auto& p = partial.pitch;
    const float slope = (2 * (p[4] - p[0]) + (p[3] - p[1])) / 10;  // of the line of least squares
    if (std::fabs(slope) < steepness_) return false;
    const float mean = (p[0] + p[1] + p[2] + p[3] + p[4]) / n_pitches;
    float squares = 0;
    for (std::size_t i = 0; i < n_pitches; ++i) {
        const float off = p[i] - mean - slope * (static_cast<float>(i) - 2);
        squares += off * off;
    }
    return squares < n_pitches * straightness * straightness * slope * slope;
}

void GlideCollector::add(std::span<const float> power) {
    loops().root(power.data(), amplitude_.size(), amplitude_.data());
    for (std::size_t k = 0; k < logarithms_.size(); ++k) logarithms_[k] = power[k] + smallest;
    loops().log2(logarithms_.data(), logarithms_.size(), logarithms_.data());
    find_peaks();
    std::swap(before_, now_);
    now_.clear();
    for (const std::size_t bin : peaks_) {
        follow(bin);
        const double weight = std::sqrt(amplitude_[bin]);  // compressed: quiet voices count beside loud ones
        all_ += weight;
        if (glides(now_.back())) gliding_ += weight;
    }
}

float GlideCollector::gliding_share() const noexcept {
    return all_ > 0 ? static_cast<float>(gliding_ / all_) : 0.0F;
}

}  // namespace attune::features
