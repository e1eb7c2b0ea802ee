#include "features/loudness/loudness.h"

#include "features/front/stereo.h"

#include <algorithm>
#include <cmath>

namespace attune::features {
namespace {

// Spotify's figure is an average of levels without the gate and the filter of R128, on which loud modern
// masters read about 2 dB higher.
constexpr float spotify_offset = 2.0F;

struct Peaks {
    float peak;
    std::size_t n_clipped;
};

Peaks peaks_of(std::span<const float> samples) {
    constexpr float full = 0.9999F;
    const float peak = largest_size(samples);
    std::size_t n_clipped = 0;
    if (peak >= full)
        for (const float sample : samples) n_clipped += std::fabs(sample) >= full ? 1U : 0U;
    return {peak, n_clipped};
}

float decibels(double amplitude) { return static_cast<float>(20 * std::log10(amplitude)); }

}  // namespace

LoudnessMeter::LoudnessMeter(double sample_rate, int channels, const AnalyzerOptions& options)
    : power_(sample_rate, static_cast<std::size_t>(channels)), range_(options.loudness_range) {
    if (options.true_peak) true_peak_.emplace(sample_rate, static_cast<std::size_t>(channels));
}

void LoudnessMeter::push(std::span<const float> interleaved) {
    if (interleaved.empty()) return;
    const auto peaks = peaks_of(interleaved);
    peak_ = std::max(peak_, peaks.peak);
    n_clipped_ += peaks.n_clipped;
    n_samples_ += interleaved.size();
    power_.push(interleaved);
    if (true_peak_) true_peak_->push(interleaved);
}

Loudness LoudnessMeter::outcome() const {
    Loudness found;
    found.integrated_lufs = integrated_loudness(power_.tenths());
    if (range_) found.range_lu = loudness_range(power_.tenths());
    if (peak_ > 0) found.sample_peak_dbfs = decibels(peak_);
    if (true_peak_ && peak_ > 0) found.true_peak_dbtp = decibels(true_peak_->highest());
    if (n_samples_ > 0)
        found.clipped_share =
            static_cast<float>(static_cast<double>(n_clipped_) / static_cast<double>(n_samples_));
    return found;
}

float spotify_loudness(float integrated_lufs) {
    if (is_missing(integrated_lufs)) return -60;
    return std::clamp(integrated_lufs + spotify_offset, -60.0F, 0.0F);
}

}  // namespace attune::features
