#include "features/timbre/timbre.h"

#include "features/front/loops.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::features {
namespace {

constexpr double silent = 1e-10;        // -100 dB
constexpr std::size_t first_sound = 2;  // bins below are direct current, not sound
constexpr double gate = 1e-6;           // of the loudest frame so far: what is 60 dB below it is a pause
constexpr double rolloff_share = 0.85;
constexpr double extremes = 0.2;         // share of an octave's bins that are its peaks, and its valleys
constexpr double lowest_contrast = 200;  // Hz

}  // namespace

TimbreCollector::TimbreCollector(std::size_t frame_length, double sample_rate)
    : bin_width_(sample_rate / static_cast<double>(frame_length)), n_bins_(frame_length / 2 + 1) {}

std::size_t TimbreCollector::bin_of(double hz) const {
    return std::min(n_bins_ - 1, static_cast<std::size_t>(std::lround(hz / bin_width_)));
}

void TimbreCollector::add(std::span<const float> power, std::span<const Stereo> samples) {
    double total = 0;
    for (std::size_t k = first_sound; k < n_bins_; ++k) total += power[k];
    loudest_ = std::max(loudest_, total);
    if (total < silent || total < gate * loudest_) return;
    add_shape(power, total);
    add_flatness(power);
    add_contrasts(power);
    add_crossings(samples);
}

void TimbreCollector::add_crossings(std::span<const Stereo> samples) {
    room_.resize(samples.size());
    for (std::size_t t = 0; t < samples.size(); ++t) room_[t] = samples[t].real() + samples[t].imag();
    ones_.assign(samples.size(), 1.0F);
    const float mean =
        loops().dot(room_.data(), ones_.data(), room_.size()) / static_cast<float>(samples.size());
    std::uint32_t n_crossings = 0;
    for (std::size_t t = 1; t < room_.size(); ++t)
        n_crossings +=
            static_cast<std::uint32_t>(room_[t] > mean) ^ static_cast<std::uint32_t>(room_[t - 1] > mean);
    add(Timbre::zero_crossing_rate, static_cast<double>(n_crossings) / static_cast<double>(samples.size()));
}

void TimbreCollector::add_shape(std::span<const float> power, double total) {
    double amplitude = 0;
    double weighted = 0;
    for (std::size_t k = first_sound; k < n_bins_; ++k) {
        const double size = std::sqrt(power[k]);
        amplitude += size;
        weighted += size * static_cast<double>(k);
    }
    add(Timbre::spectral_centroid, bin_width_ * weighted / amplitude);
    double below = 0;
    std::size_t k = first_sound - 1;
    while (k + 1 < n_bins_ && below < rolloff_share * total) below += power[++k];
    add(Timbre::spectral_rolloff, bin_width_ * static_cast<double>(k));
    double high = 0;
    for (std::size_t bin = bin_of(4000); bin < n_bins_; ++bin) high += power[bin];
    double low = 0;
    for (std::size_t bin = first_sound; bin <= bin_of(150); ++bin) low += power[bin];
    add(Timbre::high_share, high / total);
    add(Timbre::low_share, low / total);
}

void TimbreCollector::add_flatness(std::span<const float> power) {
    const std::size_t first = bin_of(100);
    const std::size_t last = bin_of(8000);
    room_.resize((last - first) / 2 + 1);
    double sum = 0;
    for (std::size_t i = 0; i < room_.size(); ++i) {
        room_[i] = power[first + 2 * i] + 1e-14F;
        sum += room_[i];
    }
    loops().log2(room_.data(), room_.size(), room_.data());
    double logarithms = 0;
    for (const float logarithm : room_) logarithms += logarithm;
    const auto n = static_cast<double>(room_.size());
    add(Timbre::spectral_flatness, std::exp2(logarithms / n) / (sum / n));
}

void TimbreCollector::add_contrasts(std::span<const float> power) {
    double from = lowest_contrast;
    for (std::size_t band = 0; band < n_contrasts; ++band, from *= 2) {
        const std::size_t first = bin_of(from);
        const std::size_t n = std::max(bin_of(2 * from), first + 4) - first;
        const auto n_extremes = static_cast<std::size_t>(std::max(1.0, extremes * static_cast<double>(n)));
        room_.assign((n + 7) / 8 * 8, std::numeric_limits<float>::infinity());
        std::copy_n(power.begin() + static_cast<std::ptrdiff_t>(first), n, room_.begin());
        const double valley = loops().sum_of_smallest(room_.data(), room_.size(), n_extremes);
        double peak = 0;
        for (std::size_t i = 0; i < n; ++i) peak += room_[i];
        peak -= loops().sum_of_smallest(room_.data(), room_.size(), n - n_extremes);
        moments_[static_cast<std::size_t>(Timbre::contrast_1) + band].add(
            10 * std::log10((peak + 1e-14) / (valley + 1e-14)));
    }
}

}  // namespace attune::features
