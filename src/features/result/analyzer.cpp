#include "features/result/analyzer.h"

#include "core/error.h"
#include "features/front/resampler.h"
#include "features/front/stereo.h"
#include "features/loudness/loudness.h"
#include "features/result/listening.h"
#include "features/result/summary.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attune::features {
namespace {

constexpr std::size_t block_length = 4096;  // frames at a time: what fits a cache

std::uint32_t checked_rate(double sample_rate) {
    require(sample_rate >= 1000 && sample_rate <= 768000, "sample_rate must be in [1000, 768000] Hz, got {}",
            sample_rate);
    return static_cast<std::uint32_t>(std::lround(sample_rate));
}

std::size_t checked_channels(int channels) {
    require(channels >= 1 && channels <= 8, "channels must be in [1, 8], got {}", channels);
    return static_cast<std::size_t>(channels);
}

}  // namespace

class Analyzer::State {
  public:
    State(double sample_rate, int channels, const AnalyzerOptions& options)
        : rate_(checked_rate(sample_rate)),
          channels_(checked_channels(channels)),
          loudness_(sample_rate, channels, options),
          resampler_(rate_, working_rate) {}

    void push(std::span<const float> interleaved) {
        require(interleaved.size() % channels_ == 0,
                "samples must come in whole frames of {}, got {} samples", channels_, interleaved.size());
        for (std::size_t at = 0; at < interleaved.size(); at += block_length * channels_)
            push_block(interleaved.subspan(at, std::min(block_length * channels_, interleaved.size() - at)));
    }

    TrackAnalysis finish() {
        resampled_.clear();
        resampler_.flush(resampled_);
        listening_.push(resampled_);
        listening_.end();
        TrackSoFar track{listening_, loudness_.outcome(), static_cast<double>(n_frames_) / rate_, n_bad_ > 0};
        return summarise(track);
    }

  private:
    void push_block(std::span<const float> interleaved) {
        const auto [samples, n_bad] = cleaned(interleaved, cleaned_);
        n_bad_ += n_bad;
        n_frames_ += samples.size() / channels_;
        loudness_.push(samples);
        resampled_.clear();
        resampler_.push(folded_to_stereo(samples, channels_, folded_), resampled_);
        listening_.push(resampled_);
    }

    std::uint32_t rate_;
    std::size_t channels_;
    LoudnessMeter loudness_;
    Resampler resampler_;
    Listening listening_;
    std::vector<float> cleaned_;
    std::vector<Stereo> folded_;
    std::vector<Stereo> resampled_;
    std::size_t n_frames_ = 0;
    std::size_t n_bad_ = 0;
};

Analyzer::Analyzer(double sample_rate, int channels, const AnalyzerOptions& options)
    : state_(std::make_unique<State>(sample_rate, channels, options)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::push(std::span<const float> interleaved) { state_->push(interleaved); }

TrackAnalysis Analyzer::finish() { return state_->finish(); }

}  // namespace attune::features
