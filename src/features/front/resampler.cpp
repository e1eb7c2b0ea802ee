#include "features/front/resampler.h"

#include "features/front/loops.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace attune::features {
namespace {

constexpr double zero_crossings = 8;  // on each side of the sinc
constexpr double kaiser_beta = 7;     // 70 dB
constexpr double cutoff = 0.91;       // of the lower Nyquist frequency; half of the transition band below it

/// The modified Bessel function of order 0.
double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; ++k) {
        term *= (x / (2 * k)) * (x / (2 * k));
        sum += term;
    }
    return sum;
}

double windowed_sinc(double x, double half_width, double bandwidth) {
    if (std::fabs(x) >= half_width) return 0;
    const double along = x / half_width;
    const double window = bessel(kaiser_beta * std::sqrt(1 - along * along)) / bessel(kaiser_beta);
    const double angle = std::numbers::pi * bandwidth * x;
    return window * bandwidth * (std::fabs(angle) < 1e-9 ? 1 : std::sin(angle) / angle);
}

}  // namespace

Resampler::Resampler(std::uint32_t from, std::uint32_t to) {
    const std::uint32_t common = std::gcd(from, to);
    n_phases_ = to / common;
    step_ = from / common;
    if (from == to) return;
    const double bandwidth = cutoff * std::min(1.0, static_cast<double>(to) / from);
    const double half_width = zero_crossings / bandwidth;
    n_taps_ = 2 * static_cast<std::size_t>(std::ceil(half_width));
    n_taps_ += (4 - n_taps_ % 4) % 4;
    const double centre = static_cast<double>(n_taps_) / 2 - 1;
    taps_.resize(n_phases_ * 2 * n_taps_);
    for (std::size_t phase = 0; phase < n_phases_; ++phase)
        for (std::size_t k = 0; k < n_taps_; ++k) {
            const double at = static_cast<double>(phase) / static_cast<double>(n_phases_);
            const auto tap = static_cast<float>(
                windowed_sinc(static_cast<double>(k) - centre - at, half_width, bandwidth));
            taps_[2 * (phase * n_taps_ + k)] = tap;
            taps_[2 * (phase * n_taps_ + k) + 1] = tap;
        }
    waiting_.assign(2 * static_cast<std::size_t>(centre), 0.0F);
}

void Resampler::drain(std::vector<Stereo>& out) {
    const std::size_t n_waiting = waiting_.size() / 2;
    if (first_ + n_taps_ > n_waiting) return;
    // The k-th sample from here stands at phase_ + k * step_, in 1 / n_phases_ of a sample.
    const std::size_t last = n_waiting - n_taps_ - first_;
    const std::size_t n = ((last + 1) * n_phases_ - 1 - phase_) / step_ + 1;
    const std::size_t before = out.size();
    out.resize(before + n);
    Position position{first_, phase_};
    loops().resample({taps_.data(), n_taps_, n_phases_, step_}, position, waiting_.data(),
                     reinterpret_cast<float*>(out.data() + before), n);  // [complex.numbers] allows it
    first_ = position.sample;
    phase_ = position.phase;
    const std::size_t used = std::min(first_, n_waiting);
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(2 * used));
    first_ -= used;
}

void Resampler::push(std::span<const Stereo> samples, std::vector<Stereo>& out) {
    if (n_taps_ == 0) {
        out.insert(out.end(), samples.begin(), samples.end());
        return;
    }
    const auto parts = parts_of(samples);
    waiting_.insert(waiting_.end(), parts.begin(), parts.end());
    drain(out);
}

void Resampler::flush(std::vector<Stereo>& out) {
    if (n_taps_ == 0) return;
    waiting_.insert(waiting_.end(), n_taps_, 0.0F);
    drain(out);
}

}  // namespace attune::features
