#pragma once

#include "features/analysis.h"
#include "features/analyzer.h"
#include "features/k_weighting.h"

#include <cstddef>
#include <memory>
#include <span>

namespace attune::features {

/// Measures loudness while samples pass.
///
/// Source: ITU-R BS.1770-4, "Algorithms to measure audio programme loudness and true-peak audio level", 2015;
/// EBU Tech 3342, "Loudness range", 2016.
class LoudnessMeter {
  public:
    /// @throws Error{invalid_argument} for a sample rate or number of channels that cannot be measured
    LoudnessMeter(double sample_rate, int channels, const AnalyzerOptions& options);
    ~LoudnessMeter();
    LoudnessMeter(const LoudnessMeter&) = delete;
    LoudnessMeter& operator=(const LoudnessMeter&) = delete;

    /// @param interleaved  finite samples, whole frames
    void push(std::span<const float> interleaved);

    Loudness outcome() const;

  private:
    struct Meter;
    KWeighting power_;
    std::unique_ptr<Meter> meter_;  // of true peaks, if asked for
    std::size_t channels_;
    bool range_;
    float peak_ = 0;
    std::size_t n_samples_ = 0;
    std::size_t n_clipped_ = 0;
};

/// Loudness on the scale of Spotify's audio features, dB in [-60, 0]: an estimate, `spotify_offset` above
/// EBU R128.
float spotify_loudness(float integrated_lufs);

}  // namespace attune::features
