#include "features/loudness.h"

#include "core/error.h"
#include "features/stereo.h"

#include <algorithm>
#include <cmath>
#include <ebur128.h>
#include <new>

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

struct LoudnessMeter::Meter {
    ebur128_state* state;
    explicit Meter(ebur128_state* opened) : state(opened) {}
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;
    ~Meter() { ebur128_destroy(&state); }
};

LoudnessMeter::LoudnessMeter(double sample_rate, int channels, const AnalyzerOptions& options)
    : power_(sample_rate, static_cast<std::size_t>(channels)),
      channels_(static_cast<std::size_t>(channels)),
      range_(options.loudness_range) {
    if (!options.true_peak) return;
    const auto rate = static_cast<unsigned long>(std::lround(sample_rate));
    ebur128_state* state = ebur128_init(static_cast<unsigned>(channels), rate, EBUR128_MODE_TRUE_PEAK);
    require(state != nullptr, "true peaks cannot be found at {} Hz in {} channels", sample_rate, channels);
    meter_ = std::make_unique<Meter>(state);
}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::push(std::span<const float> interleaved) {
    if (interleaved.empty()) return;
    const auto peaks = peaks_of(interleaved);
    peak_ = std::max(peak_, peaks.peak);
    n_clipped_ += peaks.n_clipped;
    n_samples_ += interleaved.size();
    power_.push(interleaved);
    if (meter_ == nullptr) return;
    if (ebur128_add_frames_float(meter_->state, interleaved.data(), interleaved.size() / channels_) !=
        EBUR128_SUCCESS)
        throw std::bad_alloc();  // the only error that valid frames leave
}

Loudness LoudnessMeter::outcome() const {
    Loudness found;
    found.integrated_lufs = integrated_loudness(power_.tenths());
    if (range_) found.range_lu = loudness_range(power_.tenths());
    if (peak_ > 0) found.sample_peak_dbfs = decibels(peak_);
    if (meter_ != nullptr && peak_ > 0) {
        double highest = peak_;
        double value = 0;
        for (unsigned channel = 0; channel < channels_; ++channel)
            if (ebur128_true_peak(meter_->state, channel, &value) == EBUR128_SUCCESS)
                highest = std::max(highest, value);
        found.true_peak_dbtp = decibels(highest);
    }
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
