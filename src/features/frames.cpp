#include "features/frames.h"

#include <cmath>
#include <numbers>

namespace attune::features {
namespace {

std::vector<float> hann_of_sum_1(std::size_t length) {
    std::vector<float> window(length);
    const auto n = static_cast<double>(length);
    for (std::size_t i = 0; i < length; ++i)
        window[i] = static_cast<float>((1 - std::cos(2 * std::numbers::pi * static_cast<double>(i) / n)) / n);
    return window;
}

// std::norm() minds what an infinity needs; these are finite.
float squared(Stereo value) { return value.real() * value.real() + value.imag() * value.imag(); }

}  // namespace

Frames::Frames(std::size_t frame_length, std::size_t hop_length)
    : frame_length_(frame_length),
      hop_length_(hop_length),
      window_(hann_of_sum_1(frame_length)),
      fourier_(frame_length),
      waiting_(frame_length / 2),
      power_(frame_length / 2 + 1) {}

void Frames::push(std::span<const Stereo> samples) {
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(start_));
    start_ = 0;
    last_ = 0;
    waiting_.insert(waiting_.end(), samples.begin(), samples.end());
}

void Frames::end() {
    const std::vector<Stereo> silence(frame_length_ / 2);
    push(silence);
}

std::span<const float> Frames::take() {
    const auto values = fourier_.values();
    for (std::size_t i = 0; i < frame_length_; ++i) values[i] = waiting_[start_ + i] * window_[i];
    fourier_.run();
    // Of a complex signal L + iR: |L_k|^2 + |R_k|^2 = (|Z_k|^2 + |Z_{n-k}|^2) / 2.
    power_[0] = squared(values[0]);
    for (std::size_t k = 1; k < power_.size(); ++k)
        power_[k] = 0.5F * (squared(values[k]) + squared(values[frame_length_ - k]));
    last_ = start_;
    start_ += hop_length_;
    return power_;
}

}  // namespace attune::features
