#include "features/timbre/mel.h"

#include "features/front/loops.h"

#include <algorithm>
#include <cmath>

namespace attune::features {
namespace {

constexpr double linear_step = 200.0 / 3;  // Hz a mel below 1 kHz
constexpr double corner = 1000;            // Hz
const double log_step = std::log(6.4) / 27;
constexpr std::size_t whole = 8;  // floats of a vector

double mel_of(double hz) {
    return hz < corner ? hz / linear_step : corner / linear_step + std::log(hz / corner) / log_step;
}

double hz_of(double mel) {
    const double bend = corner / linear_step;
    return mel < bend ? mel * linear_step : corner * std::exp((mel - bend) * log_step);
}

double triangle(double hz, double left, double peak, double right) {
    if (hz <= left || hz >= right) return 0;
    return hz < peak ? (hz - left) / (peak - left) : (right - hz) / (right - peak);
}

}  // namespace

MelBands::MelBands(std::size_t n_mels, std::size_t frame_length, double sample_rate, double fmin,
                   double fmax) {
    const double bin_width = sample_rate / static_cast<double>(frame_length);
    const std::size_t n_bins = frame_length / 2 + 1;
    const double step = (mel_of(fmax) - mel_of(fmin)) / static_cast<double>(n_mels + 1);
    for (std::size_t band = 0; band < n_mels; ++band) {
        const double at = mel_of(fmin) + static_cast<double>(band) * step;
        const double peak = hz_of(at + step);
        // Narrow bands get the feet of two bins at least, or one could fall between bins.
        const double left = std::min(hz_of(at), peak - bin_width);
        const double right = std::max(hz_of(at + 2 * step), peak + bin_width);
        // Bins that count nothing fill the band up to whole vectors.
        auto first = static_cast<std::size_t>(std::max(0.0, std::ceil(left / bin_width)));
        const auto last = std::min(n_bins - 1, static_cast<std::size_t>(std::floor(right / bin_width)));
        const std::size_t width = std::min(n_bins, (last - first) / whole * whole + whole);
        first = std::min(first, n_bins - width);
        const std::size_t start = weights_.size();
        double sum = 0;
        for (std::size_t k = first; k < first + width; ++k)
            sum += triangle(static_cast<double>(k) * bin_width, left, peak, right);
        for (std::size_t k = first; k < first + width; ++k)
            weights_.push_back(static_cast<float>(
                triangle(static_cast<double>(k) * bin_width, left, peak, right) / std::max(sum, 1e-9)));
        bands_.push_back({first, width, start});
        centres_.push_back(static_cast<float>(peak));
    }
}

void MelBands::apply(std::span<const float> power, std::span<float> out) const {
    const auto dot = loops().dot;
    for (std::size_t band = 0; band < bands_.size(); ++band) {
        const auto& [first, n, weights] = bands_[band];
        out[band] = dot(power.data() + first, weights_.data() + weights, n);
    }
}

void MelHistory::add(std::span<const float> mel_power) {
    if (n_frames_++ % page_frames == 0) {
        pages_.emplace_back();
        pages_.back().reserve(page_frames * n_mels_);
    }
    auto& page = pages_.back();
    logarithms_.resize(n_mels_);
    for (std::size_t band = 0; band < n_mels_; ++band) logarithms_[band] = mel_power[band] + 1e-30F;
    loops().log2(logarithms_.data(), n_mels_, logarithms_.data());
    constexpr float hundredths = 301.02999566F;  // of a decibel, in a factor of two
    constexpr float whole_numbers = 0x1.8p23F;   // a float as large as this has no fraction
    for (const float logarithm : logarithms_) {
        const float value = std::clamp(hundredths * logarithm, -32000.0F, 32000.0F);
        page.push_back(static_cast<std::int16_t>((value + whole_numbers) - whole_numbers));
    }
}

}  // namespace attune::features
