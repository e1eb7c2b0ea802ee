#pragma once

#include "features/analysis/analysis.h"
#include "features/analysis/analyzer_options.h"
#include "features/loudness/k_weighting.h"
#include "features/loudness/true_peak.h"

#include <cstddef>
#include <optional>
#include <span>

namespace attune::features {

/// Measures loudness while samples pass.
///
/// Source: ITU-R BS.1770-4, "Algorithms to measure audio programme loudness and true-peak audio level", 2015;
/// EBU Tech 3342, "Loudness range", 2016.
class LoudnessMeter {
  public:
    /// @param sample_rate, channels  as Analyzer has them
    LoudnessMeter(double sample_rate, int channels, const AnalyzerOptions& options);

    /// @param interleaved  finite samples, whole frames
    void push(std::span<const float> interleaved);

    Loudness outcome() const;

  private:
    KWeighting power_;
    std::optional<TruePeak> true_peak_;  // if asked for
    bool range_;
    float peak_ = 0;
    std::size_t n_samples_ = 0;
    std::size_t n_clipped_ = 0;
};

/// Loudness on the scale of Spotify's audio features, dB in [-60, 0]: an estimate, `spotify_offset` above
/// EBU R128.
float spotify_loudness(float integrated_lufs);

}  // namespace attune::features
