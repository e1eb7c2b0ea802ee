#include "features/front/frames.h"

#include "features/front/loops.h"

#include <cmath>
#include <numbers>

namespace attune::features {
namespace {

/// Each number twice, for left and right.
std::vector<float> hann_of_sum_1(std::size_t length) {
    std::vector<float> window(2 * length);
    const auto n = static_cast<double>(length);
    for (std::size_t i = 0; i < length; ++i) {
        window[2 * i] =
            static_cast<float>((1 - std::cos(2 * std::numbers::pi * static_cast<double>(i) / n)) / n);
        window[2 * i + 1] = window[2 * i];
    }
    return window;
}

}  // namespace

Frames::Frames(std::size_t frame_length, std::size_t hop_length, std::size_t n_bins)
    : frame_length_(frame_length),
      hop_length_(hop_length),
      window_(hann_of_sum_1(frame_length)),
      fourier_(frame_length, fourier::Line::Place::beside),
      waiting_(frame_length),
      power_(n_bins == 0 ? frame_length / 2 + 1 : n_bins) {}

void Frames::push(std::span<const Stereo> samples) {
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(2 * start_));
    start_ = 0;
    last_ = 0;
    const auto parts = parts_of(samples);
    waiting_.insert(waiting_.end(), parts.begin(), parts.end());
}

void Frames::end() {
    const std::vector<Stereo> silence(frame_length_ / 2);
    push(silence);
}

std::span<const float> Frames::take() {
    auto* const windowed = reinterpret_cast<float*>(fourier_.values().data());  // [complex.numbers] allows it
    loops().multiply(waiting_.data() + 2 * start_, window_.data(), windowed, 2 * frame_length_);
    fourier_.run();
    // Of a complex signal L + iR: |L_k|^2 + |R_k|^2 = (|Z_k|^2 + |Z_{n-k}|^2) / 2.
    loops().power(parts_of(fourier_.outcome()).data(), frame_length_, power_.data(), power_.size());
    last_ = start_;
    start_ += hop_length_;
    return power_;
}

}  // namespace attune::features
